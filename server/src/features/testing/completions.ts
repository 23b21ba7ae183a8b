import type { CompletionItem, CompletionList, InsertReplaceEdit, Range, TextEdit } from 'vscode-languageserver-types';
import type { AnalysisContext } from '../../analysisContext.ts';
import { type SourceText } from '../../text/sourceText.ts';
import { completionAt, type CompletionOptions, type FolderListing, type FolderQuestion } from '../completion.ts';
import { marked, NOT_CANCELLED, type MarkedText } from './markedText.ts';

/** A client that can do the least. */
export const SIMPLE_CLIENT: CompletionOptions = { markdown: false, snippets: false, insertReplace: false, labelDetails: false };

/** What VS Code can do. */
export const VSCODE: CompletionOptions = {
  markdown: true, snippets: true, insertReplace: true, labelDetails: true, asIs: true, itemDefaults: true, triggerSuggest: true,
};

/** The completions at the cursor of a marked text, and what becomes of the text with them. */
export class Completions {
  readonly before: MarkedText;
  readonly list: CompletionList | undefined;
  /** What is asked of a folder. */
  readonly question: FolderQuestion | undefined;
  readonly #source: SourceText;

  constructor(markedText: string, options: CompletionOptions = SIMPLE_CLIENT, context: Partial<AnalysisContext> = {}, files?: FolderListing) {
    this.before = marked(markedText, context);
    this.#source = this.before.analysis.source;
    const completion = completionAt(this.before.analysis, this.before.position, options, NOT_CANCELLED);
    this.question = completion?.question;
    this.list = completion?.list(files);
  }

  get items(): readonly CompletionItem[] {
    return [...(this.list?.items ?? [])].sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
  }

  get labels(): readonly string[] {
    return this.items.map(({ label }) => label);
  }

  item(label: string): CompletionItem {
    const item = this.list?.items.find((each) => each.label === label);
    if (item === undefined) throw new Error(`“${label}” is not offered, but: ${this.labels.join(', ')}`);
    return item;
  }

  /** The ids of activities among the labels. */
  get ids(): readonly string[] {
    return this.labels.filter((label) => label.startsWith('IA_'));
  }

  /** The text after an item was chosen, with the cursor behind what was inserted or in its first tab stop; later ones are `‹›`. */
  apply(label: string, mode: 'insert' | 'replace' = 'replace'): string {
    const item = this.item(label);
    const { range, newText } = this.#editOf(item, mode);
    const { text } = this.before;
    const [start, end] = [this.#source.offsetAt(range.start), this.#source.offsetAt(range.end)];
    const inserted = item.insertTextFormat === 2 ? expanded(newText) : `${newText}<|>`;
    return text.slice(0, start) + inserted + text.slice(end);
  }

  /** What a client compares the item's `filterText` with. */
  filteredBy(label: string): string {
    const { range } = this.#editOf(this.item(label), 'insert');
    return this.before.text.slice(this.#source.offsetAt(range.start), this.before.offset);
  }

  #editOf(item: CompletionItem, mode: 'insert' | 'replace'): { range: Range; newText: string } {
    const edit: TextEdit | InsertReplaceEdit | undefined = item.textEdit;
    if (edit !== undefined) return { range: 'range' in edit ? edit.range : edit[mode], newText: edit.newText };
    const newText = item.textEditText ?? item.insertText ?? item.label;
    const range = this.list?.itemDefaults?.editRange;
    if (range === undefined) return { range: { start: this.before.position, end: this.before.position }, newText };
    return { range: 'insert' in range ? range[mode] : range, newText };
  }
}

/** A snippet with its placeholders: `${1:all}` becomes `<|>all`, `${2:x}` becomes `‹x›`. */
function expanded(snippet: string): string {
  return snippet
    .replace(/(?<!\\)\$(?:(\d)|\{(\d)(?::([^}]*))?\})/g, (_, bare?: string, stop?: string, placeholder = '') => ((bare ?? stop) === '1' ? `<|>${placeholder}` : `‹${placeholder}›`))
    .replace(/\\([\\$}])/g, '$1');
}
