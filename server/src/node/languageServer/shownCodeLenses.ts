import type { CodeLens } from 'vscode-languageserver-types';
import type { Analysis } from '../../analysis.ts';
import { NOT_CANCELLED, type CancellationToken } from '../../features/cancellationToken.ts';
import { codeLenses } from '../../features/codeLens.ts';
import type { ClientAbilities } from './clientAbilities.ts';
import type { ConditionsKeeper } from './conditions.ts';
import type { Guard } from './guard.ts';
import type { PlanDocument } from './planDocument.ts';
import type { PlanDocuments } from './planDocuments.ts';

/** How long a client may take after an edit to ask for the code lenses again. VS Code takes about 300 ms. */
const PATIENCE_MILLISECONDS = 500;

/**
 * The code lenses of the open plans, as the client shows them. VS Code drops its question for new ones where the editor
 * loses the focus just after an edit, and would go on showing the score of an older text: then it is asked to ask.
 */
export class ShownCodeLenses {
  readonly #abilities: ClientAbilities;
  readonly #guard: Guard;
  readonly #documents: PlanDocuments;
  readonly #conditions: ConditionsKeeper;
  readonly #refresh: () => void;
  /** What the lenses of the last answer say. */
  readonly #words = new WeakMap<PlanDocument, string>();
  readonly #timers = new WeakMap<PlanDocument, NodeJS.Timeout>();

  /** @param refresh has the client ask again */
  constructor(abilities: ClientAbilities, guard: Guard, documents: PlanDocuments, conditions: ConditionsKeeper, refresh: () => void) {
    this.#abilities = abilities;
    this.#guard = guard;
    this.#documents = documents;
    this.#conditions = conditions;
    this.#refresh = refresh;
  }

  /** For the client to show, unless it has cancelled. */
  answer(document: PlanDocument, analysis: Analysis, token: CancellationToken): CodeLens[] {
    const lenses = this.#lensesOf(analysis, token);
    if (!token.isCancellationRequested) this.#words.set(document, wordsOf(lenses));
    return lenses;
  }

  /** To be called after each edit of a plan. */
  edited(document: PlanDocument): void {
    if (!this.#words.has(document)) return;
    const timer = this.#timers.get(document);
    if (timer !== undefined) timer.refresh();
    else this.#timers.set(document, setTimeout(() => this.#guard.run('Comparing the code lenses', () => this.#compare(document)), PATIENCE_MILLISECONDS).unref());
  }

  #compare(document: PlanDocument): void {
    if (!this.#documents.isOpen(document)) return;
    const lenses = this.#lensesOf(document.analysis(this.#conditions.now), NOT_CANCELLED);
    if (wordsOf(lenses) !== this.#words.get(document)) this.#refresh();
  }

  #lensesOf(analysis: Analysis, token: CancellationToken): CodeLens[] {
    return this.#conditions.now.settings.codeLens ? codeLenses(analysis, this.#abilities, token) : [];
  }
}

/** Their places move with the text: only what they say grows old. */
function wordsOf(lenses: readonly CodeLens[]): string {
  return lenses.map(({ command }) => command?.title).join('\n');
}
