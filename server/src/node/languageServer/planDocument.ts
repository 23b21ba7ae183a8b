import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { Range, type Position, type TextDocumentItem } from 'vscode-languageserver-types';
import { analyse, type Analysis } from '../../analysis.ts';
import type { AnalysisContext } from '../../analysisContext.ts';
import type { Conditions } from './conditions.ts';
import type { EvidenceFiles } from './evidenceFiles.ts';

/** How long an answer waits for the look-ups of evidence files that were just named. A local drive takes a millisecond. */
const PATIENCE_MILLISECONDS = 25;

/** One text of an open plan. Its analysis hangs on it and is freed with it. */
export class PlanVersion {
  readonly number: number;
  readonly text: string;
  #made: { readonly context: AnalysisContext; readonly analysis: Analysis } | undefined;

  constructor(number: number, text: string) {
    this.number = number;
    this.text = text;
  }

  isAnalysedIn(context: AnalysisContext): boolean {
    return this.#made?.context === context;
  }

  analysisIn(context: AnalysisContext): Analysis {
    if (this.#made?.context !== context) this.#made = { context, analysis: analyse(this.text, context) };
    return this.#made.analysis;
  }
}

/** An open plan. */
export class PlanDocument {
  readonly uri: string;
  /** Undefined where there is no file system to look at. */
  readonly evidence: EvidenceFiles | undefined;
  readonly #document: TextDocument;
  #latest: PlanVersion;
  #context: { readonly conditions: Conditions; readonly evidence: number | undefined; readonly value: AnalysisContext } | undefined;

  constructor({ uri, languageId, version, text }: TextDocumentItem, evidence: EvidenceFiles | undefined) {
    this.uri = uri;
    this.evidence = evidence;
    this.#document = TextDocument.create(uri, languageId, version, text);
    this.#latest = new PlanVersion(version, text);
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
    this.#latest = new PlanVersion(version, this.#document.getText());
  }

  /** The analysis of a version, by default the latest: the one that exists, where nothing has changed since. */
  analysis(conditions: Conditions, version = this.#latest): Analysis {
    const context = this.#contextIn(conditions);
    if (!version.isAnalysedIn(context)) this.evidence?.forgetWhatWasAsked();
    return version.analysisIn(context);
  }

  /**
   * The analysis of the latest version, once it is known whether its evidence files are there. It does not wait long for that.
   *
   * @param late called when the look-ups took longer and changed something after all
   */
  async settledAnalysis(conditions: Conditions, late: () => void): Promise<Analysis> {
    const version = this.#latest;
    const analysis = this.analysis(conditions);
    const before = this.evidence?.revision;
    const looking = this.evidence?.lookUp();
    if (looking === undefined) return analysis;
    let waited = false;
    const found = looking.then(() => {
      if (waited && this.evidence?.revision !== before) late();
    });
    await Promise.race([found, new Promise((resolve) => setTimeout(resolve, PATIENCE_MILLISECONDS))]);
    waited = true;
    return version === this.#latest ? this.analysis(conditions) : analysis;
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
