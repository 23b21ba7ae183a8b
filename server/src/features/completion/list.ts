import { CompletionItemKind, InsertTextFormat, InsertTextMode, type CompletionItem, type CompletionList, type InsertReplaceEdit, type Range, type TextEdit } from 'vscode-languageserver-types';
import type { SourceText } from '../../text/sourceText.ts';
import type { Slot } from '../cursor/slot.ts';
import { render } from '../markup.ts';
import type { CompletionData, Offer } from './offer.ts';

/** What the client can do with a list of completions. */
export interface CompletionOptions {
  readonly markdown: boolean;
  readonly snippets: boolean;
  /** Whether the user can choose to keep or to replace what stands behind the cursor. */
  readonly insertReplace: boolean;
  readonly labelDetails: boolean;
  /** Whether `insertTextMode` can say that indentation is right as it is. */
  readonly asIs?: boolean | undefined;
  /** Whether the list can say once where all its items go (`itemDefaults.editRange` and `data`). */
  readonly itemDefaults?: boolean | undefined;
  /** Whether a character that was typed asked for it, and not the user. */
  readonly isTriggered?: boolean | undefined;
  /** VS Code: ask for suggestions again behind what was inserted. */
  readonly triggerSuggest?: boolean | undefined;
}

/** As much of a slot as it takes to insert something. */
export type InsertionPlace = Pick<Slot, 'written' | 'lead' | 'from'>;

/** What is offered at one place. */
export interface Offered {
  readonly slot: InsertionPlace;
  readonly offers: readonly Offer[];
  /** Whether there is more than could be listed: the client asks again with every key. */
  readonly more?: boolean | undefined;
}

/** @param offset of the cursor. */
export function asList(offered: readonly Offered[], offset: number, source: SourceText, options: CompletionOptions): CompletionList {
  const labels = new Set<string>();
  const items: CompletionItem[] = [];
  const edits = new Set<string>();
  const asksAgain = offered.some(({ offers, more }) => more === true || offers.some(({ byWords }) => byWords === true));
  for (const { slot, offers } of offered) {
    const place = new Insertion(slot, offset, source, options);
    for (const offer of offers) {
      if (labels.has(offer.label)) continue;
      labels.add(offer.label);
      const item = place.item(offer);
      // Longer lists than of 1296 items are not made.
      item.sortText = items.length.toString(36).padStart(2, '0');
      items.push(item);
      edits.add(JSON.stringify(rangesOf(item.textEdit)));
    }
  }
  const list: CompletionList = { isIncomplete: asksAgain, items };
  return shortened(list, edits.size === 1, offset, source, options);
}

/** Says once what all items have in common; a list of a whole year is sent with every key. */
function shortened(list: CompletionList, oneRange: boolean, offset: number, source: SourceText, options: CompletionOptions): CompletionList {
  const [first] = list.items;
  const edit = first?.textEdit;
  if (edit === undefined || !oneRange) return list;
  if (options.itemDefaults === true) {
    // An item without data has no use for it, and does not mind it.
    const allData = list.items.flatMap(({ data }) => (data === undefined ? [] : [data as CompletionData]));
    const [data] = allData;
    const sameData = data !== undefined && allData.every(({ year }) => year === data.year);
    const items = list.items.map((full): CompletionItem => {
      const { textEdit, ...item } = full;
      if (sameData) delete item.data;
      return textEdit === undefined || textEdit.newText === item.label ? item : { ...item, textEditText: textEdit.newText };
    });
    const editRange = 'range' in edit ? edit.range : { insert: edit.insert, replace: edit.replace };
    return { ...list, items, itemDefaults: { editRange, ...(sameData && { data }) } };
  }
  // Where nothing is replaced and no word begins, the cursor's place needs no telling.
  const here = source.positionAt(offset);
  const isEmpty = 'range' in edit && [edit.range.start, edit.range.end].every(({ line, character }) => line === here.line && character === here.character);
  if (!isEmpty || !/[\s[{,'"]/.test(source.text.charAt(offset - 1))) return withoutTail(list);
  for (const item of list.items) {
    if (item.textEdit?.newText !== item.label) item.insertText = item.textEdit?.newText ?? item.label;
    delete item.textEdit;
  }
  return list;
}

/** Where each item has to bring its range, activities that do not fit into 25 kB come with the next letter. */
const MOST_WITH_RANGES = 75;

function withoutTail(list: CompletionList): CompletionList {
  if (!list.isIncomplete) return list;
  return { ...list, items: list.items.filter(({ kind }, index) => index < MOST_WITH_RANGES || kind !== CompletionItemKind.Constant) };
}

function rangesOf(edit: TextEdit | InsertReplaceEdit | undefined): readonly Range[] {
  if (edit === undefined) return [];
  return 'range' in edit ? [edit.range] : [edit.insert, edit.replace];
}

/** How something is inserted at one place. */
class Insertion {
  readonly #slot: InsertionPlace;
  readonly #offset: number;
  readonly #source: SourceText;
  readonly #options: CompletionOptions;

  constructor(slot: InsertionPlace, offset: number, source: SourceText, options: CompletionOptions) {
    this.#slot = slot;
    this.#offset = offset;
    this.#source = source;
    this.#options = options;
  }

  item(offer: Offer): CompletionItem {
    const { detail, title, documentation, kind, label, data } = offer;
    const { labelDetails, markdown, snippets, asIs, triggerSuggest } = this.#options;
    const textEdit = this.#edit(offer);
    const item: CompletionItem = { label, textEdit };
    if (kind !== undefined) item.kind = kind;
    const behindLabel = labelDetails && offer.detailInList === true ? detail : undefined;
    if (labelDetails && (title !== undefined || behindLabel !== undefined)) {
      item.labelDetails = { ...(behindLabel !== undefined && { detail: ` ${behindLabel}` }), ...(title !== undefined && { description: title }) };
    }
    const shownDetail = labelDetails ? (behindLabel === undefined ? detail : undefined) : [title, detail].filter((part) => part !== undefined).join(' · ');
    if (shownDetail) item.detail = shownDetail;
    const filterText = this.#filterText(offer);
    if (filterText !== label) item.filterText = filterText;
    if (documentation !== undefined && documentation.length > 0) item.documentation = render(documentation, markdown);
    if (data !== undefined) item.data = data;
    if (offer.snippet !== undefined && snippets) item.insertTextFormat = InsertTextFormat.Snippet;
    if (asIs === true && textEdit.newText.includes('\n')) item.insertTextMode = InsertTextMode.asIs;
    if (triggerSuggest === true && offer.continues === true) item.command = { title: 'Suggest', command: 'editor.action.triggerSuggest' };
    return item;
  }

  #edit(offer: Offer): TextEdit | InsertReplaceEdit {
    const { written, lead } = this.#slot;
    const { start, end, before, after } = this.#extent(offer);
    const text = (this.#options.snippets ? offer.snippet : undefined) ?? offer.newText ?? offer.label;
    // A comment directly behind would become a part of the value.
    const trail = this.#source.text.charAt(end) === '#' ? ' ' : '';
    const newText = `${lead}${before}${text}${after}${trail}`;
    const range = this.#source.rangeOf({ start, end });
    if (!this.#options.insertReplace || end <= this.#offset || !written.closed || this.#offset < written.span.start) return { range, newText };
    if (trail !== '' || offer.unquoted === true) return { range, newText };
    return { newText, insert: { start: range.start, end: this.#source.positionAt(this.#offset) }, replace: range };
  }

  /** What is replaced, and the quotes that the inserted text has to bring. */
  #extent({ unquoted, staysOpen }: Offer): { start: number; end: number; before: string; after: string } {
    const { written, from } = this.#slot;
    const { span, outer, quote, closed } = written;
    if (quote === undefined) return { start: from, end: span.end, before: '', after: '' };
    if (unquoted === true) return { start: Math.min(from, outer.start), end: outer.end, before: '', after: '' };
    if (from <= outer.start) return { start: from, end: outer.end, before: quote, after: quote };
    return { start: from, end: span.end, before: '', after: closed || staysOpen === true ? '' : quote };
  }

  /**
   * What the client compares with the text from the beginning of the range to the cursor. Where words are looked for
   * here, that text comes first: the client then keeps every item, in the order of the list.
   */
  #filterText(offer: Offer): string {
    const { label, filter = label, words, byWords } = offer;
    const typed = this.#source.text.slice(this.#extent(offer).start, this.#offset).trimStart();
    const own = words === undefined || words === '' ? filter : `${filter} ${words}`;
    if (byWords === true) return label.toLowerCase().startsWith(typed.toLowerCase()) ? own : `${typed} ${own}`;
    return typed.startsWith('"') || typed.startsWith("'") ? typed.charAt(0) + own : own;
  }
}
