import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { Range, type Position, type TextDocumentItem } from 'vscode-languageserver-types';
import { analyse, type Analysis } from '../../analysis.ts';
import type { AnalysisContext } from '../../analysisContext.ts';
import type { Conditions } from './conditions.ts';
import type { EvidenceFiles } from './evidenceFiles.ts';
import { waitAtMost } from './patience.ts';

/** How long an answer waits for the look-ups of evidence files that were just named. A local drive takes a millisecond. */
const PATIENCE_MILLISECONDS = 25;

/** One text of an open plan. */
export interface PlanVersion {
  readonly number: number;
  readonly text: string;
}

interface Made {
  readonly version: PlanVersion;
  readonly context: AnalysisContext;
  readonly analysis: Analysis;
}

/** An open plan, with its analysis: made once for a version, from the one before, and freed with the plan. */
export class PlanDocument {
  readonly uri: string;
  /** Undefined where there is no file system to look at. */
  readonly evidence: EvidenceFiles | undefined;
  readonly #document: TextDocument;
  #latest: PlanVersion;
  #made: Made | undefined;
  #context: { readonly conditions: Conditions; readonly evidence: number | undefined; readonly value: AnalysisContext } | undefined;

  constructor({ uri, languageId, version, text }: TextDocumentItem, evidence: EvidenceFiles | undefined) {
    this.uri = uri;
    this.evidence = evidence;
    this.#document = TextDocument.create(uri, languageId, version, text);
    this.#latest = { number: version, text };
  }

  get latest(): PlanVersion {
    return this.#latest;
  }

  /**
   * @throws Error where an edit is none: the text stays as it was
   */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    if (!Number.isInteger(version)) throw new Error(`an edit of ${this.uri} has no version`);
    if (!changes.every(isEdit)) throw new Error(`version ${version} of ${this.uri} is no list of edits`);
    TextDocument.update(this.#document, [...changes], version);
    this.#latest = { number: version, text: this.#document.getText() };
  }

  /**
   * The analysis of a version, by default the latest. It can be read until the next is asked for, which takes over
   * what the edits between did not touch: so it must not be kept over an `await`.
   */
  analysis(conditions: Conditions, version = this.#latest): Analysis {
    const context = this.#contextIn(conditions);
    if (this.#made?.version === version && this.#made.context === context) return this.#made.analysis;
    // Somebody asked before the latest edit and waited since.
    if (version !== this.#latest) return analyse(version.text, context);
    const before = this.#made?.analysis;
    this.#made = undefined;
    this.evidence?.forgetWhatWasAsked();
    const analysis = analyse(version.text, context, before);
    this.#made = { version, context, analysis };
    return analysis;
  }

  /**
   * The analysis of the latest version, once it is known whether its evidence files are there. It does not wait long
   * for that. Undefined where an edit came meanwhile.
   *
   * @param conditions can change while it waits
   * @param late called when the look-ups took longer and changed something after all
   */
  async settledAnalysis(conditions: { readonly now: Conditions }, late: () => void): Promise<Analysis | undefined> {
    const version = this.#latest;
    const analysis = this.analysis(conditions.now);
    const before = this.evidence?.revision;
    const looking = this.evidence?.lookUp();
    if (looking === undefined) return analysis;
    let waited = false;
    const found = looking.then(() => {
      if (waited && this.evidence?.revision !== before) late();
    });
    await waitAtMost(PATIENCE_MILLISECONDS, found);
    waited = true;
    return version === this.#latest ? this.analysis(conditions.now) : undefined;
  }

  #contextIn(conditions: Conditions): AnalysisContext {
    const evidence = this.evidence?.revision;
    if (this.#context?.conditions !== conditions || this.#context.evidence !== evidence) {
      const value = { asOf: conditions.asOf, inventory: conditions.inventory, evidenceExists: this.evidence?.exists };
      this.#context = { conditions, evidence, value };
    }
    return this.#context.value;
  }
}

function isEdit(change: TextDocumentContentChangeEvent): boolean {
  const { text, range } = change as { readonly text?: unknown; readonly range?: unknown };
  return typeof text === 'string' && (range === undefined || (Range.is(range) && isPlace(range.start) && isPlace(range.end)));
}

function isPlace({ line, character }: Position): boolean {
  return Number.isInteger(line) && Number.isInteger(character);
}
