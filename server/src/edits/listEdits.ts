import type { SourceText } from '../text/sourceText.ts';
import type { Place, Span } from '../text/span.ts';
import type { SpanEdit } from '../text/spanEdit.ts';
import type { ListNode, MapNode } from '../yaml/node.ts';
import { holdsNeededAnchor } from './neededAnchor.ts';
import { dashOf, type FileStyle } from './fileStyle.ts';
import { lineEndAfter, wholeLines } from './mapEdits.ts';

/** Where each item of a list stands in it: as many may have to go as it has. */
const INDEXES = new WeakMap<ListNode, ReadonlyMap<Span, number>>();

function indexOf(list: ListNode, { span }: Place): number | undefined {
  let indexes = INDEXES.get(list);
  if (indexes === undefined) {
    indexes = new Map(list.items.flatMap((item, index) => (item === undefined ? [] : [[item.span, index]])));
    INDEXES.set(list, indexes);
  }
  return indexes.get(span);
}

/**
 * Takes an item out of a list: its lines in block style with the comments behind its values, or its text and a comma.
 * A list in block style that loses its only item becomes `[]`.
 * @param item or the place of what was read from it
 * @returns undefined where the list came through an alias, or the item has an anchor that others need.
 */
export function removeItem(source: SourceText, list: ListNode, item: Place): SpanEdit | undefined {
  const index = list.origin === undefined ? indexOf(list, item) : undefined;
  if (index === undefined) return undefined;
  const edit = removal(source, list, index, item);
  return holdsNeededAnchor(source, edit.span) ? undefined : edit;
}

function removal(source: SourceText, list: ListNode, index: number, item: Place): SpanEdit {
  if (list.flow) return removeFromFlow(source, list, index, item);
  if (list.items.length === 1) return emptied(source, list.span);
  const first = source.positionAt(item.span.start).line;
  return { span: wholeLines(source, dashLine(source, item, first), source.positionAt(item.span.end).line), newText: '' };
}

/** `[]` behind the list's key; below it where a comment or an anchor stands between, further in than the key. */
function emptied({ text }: SourceText, { start, end }: ListNode['span']): SpanEdit {
  const before = text.slice(0, start).trimEnd();
  return before.endsWith(':') ? { span: { start: before.length, end }, newText: ' []' } : { span: { start, end }, newText: ' []' };
}

/** The line of an item's dash: the item's own, or one above where the item begins below its dash. */
function dashLine(source: SourceText, item: Place, line: number): number {
  for (let at = line; at >= 0; at--) {
    const text = at === line ? source.lineText(at).slice(0, source.positionAt(item.span.start).character) : source.lineText(at);
    if (/(?:^|\s)-(?:\s|$)/.test(text.replace(/#.*$/, ''))) return at;
    if (at < line && text.trim() !== '' && !text.trim().startsWith('#')) break;
  }
  return line;
}

function removeFromFlow(source: SourceText, list: ListNode, index: number, item: Place): SpanEdit {
  const [before, after] = [list.items[index - 1], list.items[index + 1]];
  if (before !== undefined) return { span: { start: before.span.end, end: item.span.end }, newText: '' };
  // Its anchor and tag go with it; those of the next stay.
  const properties = /(?:[&!]\S*\s+)+$/.exec(source.text.slice(list.span.start + 1, item.span.start))?.[0].length ?? 0;
  const comma = (after === undefined ? /^\s*,/ : /^\s*,\s*/).exec(source.text.slice(item.span.end))?.[0].length ?? 0;
  return { span: { start: item.span.start - properties, end: item.span.end + comma }, newText: '' };
}

/** An item to be written: on one line in flow style, as lines in block style, the first behind the dash. */
export interface NewItem {
  readonly flow: string;
  readonly lines: readonly string[];
}

/**
 * Writes an item at the end of a list, in the list's own style and indentation.
 * @returns undefined where the list came through an alias.
 */
export function appendItem(source: SourceText, list: ListNode, item: NewItem, style: FileStyle): SpanEdit | undefined {
  if (list.origin !== undefined) return undefined;
  const last = list.items.findLast((each) => each !== undefined);
  if (list.flow) {
    if (last !== undefined) return { span: { start: last.span.end, end: last.span.end }, newText: `, ${item.flow}` };
    return { span: { start: list.span.start + 1, end: Math.max(list.span.start + 1, list.span.end - 1) }, newText: item.flow };
  }
  const column = source.positionAt(list.span.start).character;
  const end = lineEndAfter(source, list.span.end);
  return { span: { start: end, end }, newText: style.lineEnd + itemLines(item, column, style) };
}

/** An item in block style whose dash stands in a column. */
export function itemLines(item: NewItem, column: number, style: FileStyle): string {
  const dash = ' '.repeat(column) + dashOf(style);
  const below = ' '.repeat(column + style.dashWidth);
  return item.lines.map((line, index) => (index === 0 ? dash : below) + line).join(style.lineEnd);
}

/**
 * Makes a map the only item of a list: in brackets, or behind a dash with all of its lines further in.
 * @returns undefined where it came through an alias, or has an anchor or a tag, which would be the list's then.
 */
export function wrapInList(source: SourceText, map: MapNode, { dashWidth }: FileStyle): readonly SpanEdit[] | undefined {
  const { start, end } = map.span;
  if (map.origin !== undefined || !followsItsKey(source, start)) return undefined;
  // A brace that is still open has no end to put a bracket behind.
  if (map.flow) return source.text.charAt(end - 1) === '}' ? [insertion(start, '['), insertion(end, ']')] : undefined;
  const first = source.positionAt(start);
  const last = source.positionAt(map.extent.end);
  if (source.lineText(first.line).slice(0, first.character).trim() !== '') return undefined;
  const edits = [insertion(start, '-'.padEnd(dashWidth))];
  for (let line = first.line + 1; line < last.line + (last.character > 0 ? 1 : 0); line++) {
    if (source.lineText(line).trim() !== '') edits.push(insertion(source.lineSpan(line).start, ' '.repeat(dashWidth)));
  }
  return edits;
}

function insertion(offset: number, newText: string): SpanEdit {
  return { span: { start: offset, end: offset }, newText };
}

/** Whether nothing but blanks and comments stands between a value and the colon of its key. */
function followsItsKey(source: SourceText, offset: number): boolean {
  const position = source.positionAt(offset);
  let line = position.line;
  let before = source.lineText(line).slice(0, position.character);
  while (/^\s*(?:#.*)?$/.test(before) && line > 0) before = source.lineText(--line);
  return /:\s*(?:#.*)?$/.test(before);
}
