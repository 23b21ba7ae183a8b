import type { CodeLens } from 'vscode-languageserver-types';
import type { Analysis } from '../../analysis.ts';
import { NOT_CANCELLED, type CancellationToken } from '../../features/cancellationToken.ts';
import { codeLenses } from '../../features/codeLens.ts';
import type { ClientAbilities } from './clientAbilities.ts';
import type { ConditionsKeeper } from './conditions.ts';
import type { Guard } from './guard.ts';
import type { PlanDocument } from './planDocument.ts';
import type { PlanDocuments } from './planDocuments.ts';
import type { Refresher } from './refresher.ts';

/** How long a client may take after an edit to ask for the code lenses. VS Code takes about 300 ms. */
const PATIENCE_MILLISECONDS = 500;

/** A client that does not ask after so many reminders does not show the plan. */
const MOST_REMINDERS = 3;

interface Shown {
  /** What the lenses of the last answer say. */
  words: string;
  remindersLeft: number;
  readonly timer: NodeJS.Timeout;
}

export interface ShownCodeLensesOptions {
  readonly abilities: ClientAbilities;
  readonly guard: Guard;
  readonly documents: PlanDocuments;
  readonly conditions: ConditionsKeeper;
  readonly refresher: Refresher;
  /** Settled once the first settings are in use. */
  readonly ready: Promise<void>;
}

/**
 * The code lenses of the open plans, as the client shows them. VS Code drops its question for new ones where the editor
 * loses the focus just after it was opened or edited, and would go on showing the score of an older text: then it is
 * asked to ask.
 */
export class ShownCodeLenses {
  readonly #options: ShownCodeLensesOptions;
  readonly #shown = new WeakMap<PlanDocument, Shown>();

  constructor(options: ShownCodeLensesOptions) {
    this.#options = options;
  }

  /** For the client to show, unless it has cancelled. */
  answer(document: PlanDocument, analysis: Analysis, token: CancellationToken): CodeLens[] {
    const lenses = this.#lensesOf(analysis, token);
    const shown = this.#shown.get(document);
    if (shown !== undefined && !token.isCancellationRequested) shown.words = wordsOf(lenses);
    return lenses;
  }

  /** To be called when a plan was opened or edited. */
  changed(document: PlanDocument): void {
    if (!this.#options.abilities.refreshesCodeLenses) return;
    let shown = this.#shown.get(document);
    if (shown === undefined) {
      const compare = (): void => this.#options.guard.run('Comparing the code lenses', () => this.#compare(document));
      shown = { words: '', remindersLeft: MOST_REMINDERS, timer: setTimeout(compare, PATIENCE_MILLISECONDS).unref() };
      this.#shown.set(document, shown);
    }
    shown.remindersLeft = MOST_REMINDERS;
    shown.timer.refresh();
  }

  async #compare(document: PlanDocument): Promise<void> {
    await this.#options.ready;
    const shown = this.#shown.get(document);
    if (shown === undefined || shown.remindersLeft === 0 || !this.#options.documents.isOpen(document)) return;
    const lenses = this.#lensesOf(document.analysis(this.#options.conditions.now), NOT_CANCELLED);
    if (wordsOf(lenses) === shown.words) return;
    this.#options.refresher.refreshCodeLenses();
    shown.remindersLeft--;
    shown.timer.refresh();
  }

  #lensesOf(analysis: Analysis, token: CancellationToken): CodeLens[] {
    return this.#options.conditions.now.settings.codeLens ? codeLenses(analysis, this.#options.abilities, token) : [];
  }
}

/** Their places move with the text: only what they say grows old. */
function wordsOf(lenses: readonly CodeLens[]): string {
  return lenses.map(({ command }) => command?.title).join('\n');
}
