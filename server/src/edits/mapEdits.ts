import type { SourceText } from '../text/sourceText.ts';
import type { SpanEdit } from '../text/spanEdit.ts';
import { entryNamed } from '../yaml/entryNamed.ts';
import type { MapEntry, MapNode } from '../yaml/node.ts';
import { holdsNeededAnchor } from './neededAnchor.ts';
import type { FileStyle } from './fileStyle.ts';

/** A key to be written into a map. */
export interface NewKey {
  readonly name: string;
  /** Its value as it stands behind the colon; empty for none. */
  readonly value: string;
  /** Lines below the key instead of `value`, where the map is in block style; indented relative to the key. */
  readonly lines?: readonly string[];
}

/**
 * Writes a key into a map, in the map's own style and indentation.
 * @param after the key to follow; the map's last if not given or not there.
 * @returns undefined where the map is written elsewhere (it came through an alias).
 */
export function insertKey(source: SourceText, map: MapNode, key: NewKey, style: FileStyle, after?: string): SpanEdit | undefined {
  if (map.origin !== undefined) return undefined;
  const named = after === undefined ? undefined : entryNamed(map, after);
  const previous = named !== undefined && isOwn(named) ? named : map.entries.findLast(isOwn);
  return map.flow ? insertInFlow(source, map, key, previous) : insertInBlock(source, key, previous, style);
}

/** Written in its map, and not brought there by a merge key. */
function isOwn({ key }: MapEntry): boolean {
  return key.origin === undefined;
}

function insertInFlow(source: SourceText, map: MapNode, key: NewKey, previous: MapEntry | undefined): SpanEdit {
  const written = key.value === '' ? `${key.name}:` : `${key.name}: ${key.value}`;
  if (previous === undefined) {
    const inside = { start: map.span.start + 1, end: Math.max(map.span.start + 1, map.span.end - 1) };
    return { span: inside, newText: ` ${written} ` };
  }
  const end = endOf(source, previous);
  return { span: { start: end, end }, newText: `, ${written}` };
}

function insertInBlock(source: SourceText, key: NewKey, previous: MapEntry | undefined, style: FileStyle): SpanEdit | undefined {
  if (previous === undefined) return undefined;
  const column = source.positionAt(previous.key.span.start).character;
  const indentation = ' '.repeat(column);
  const below = (key.lines ?? []).map((line) => `${style.lineEnd}${indentation}${line}`).join('');
  const written = `${indentation}${key.name}:${below === '' && key.value !== '' ? ` ${key.value}` : below}`;
  const end = lineEndAfter(source, endOf(source, previous));
  return { span: { start: end, end }, newText: `${style.lineEnd}${written}` };
}

/** The offset behind an entry's value, or behind its colon where it has none. */
export function endOf(source: SourceText, entry: MapEntry): number {
  if (entry.value !== undefined) return entry.value.span.end;
  return entry.key.span.end + colonAfter(source, entry);
}

/** How far behind its key an entry's colon ends; 0 where it has none, as in `{ id: IA_BE_4, period }`. */
function colonAfter(source: SourceText, { key }: MapEntry): number {
  return /^\s*:/.exec(source.text.slice(key.span.end))?.[0].length ?? 0;
}

/** The end of the line on which an offset stands, before its line break; a comment behind a value stays with it. */
export function lineEndAfter(source: SourceText, offset: number): number {
  return source.lineSpan(source.positionAt(offset).line).end;
}

/**
 * Takes a key with its value out of a map, whole lines of it in block style.
 * @returns undefined where the key came through an alias, or is the only one of a map in block style.
 */
export function removeKey(source: SourceText, map: MapNode, name: string): SpanEdit | undefined {
  const own = map.entries.filter(isOwn);
  const index = own.findIndex((entry) => entry.name === name);
  const entry = own[index];
  if (entry === undefined || map.origin !== undefined) return undefined;
  return map.flow ? removeFromFlow(source, own, index, entry) : removeFromBlock(source, own, index, entry);
}

function removeFromFlow(source: SourceText, own: readonly MapEntry[], index: number, entry: MapEntry): SpanEdit {
  const [before, after] = [own[index - 1], own[index + 1]];
  if (before !== undefined) return { span: { start: endOf(source, before), end: endOf(source, entry) }, newText: '' };
  return { span: { start: entry.key.span.start, end: after?.key.span.start ?? endOf(source, entry) }, newText: '' };
}

function removeFromBlock(source: SourceText, own: readonly MapEntry[], index: number, entry: MapEntry): SpanEdit | undefined {
  const first = source.positionAt(entry.key.span.start);
  const blanksBefore = source.lineText(first.line).slice(0, first.character).trim() === '';
  const next = own[index + 1];
  // The key that stands behind a dash makes room for the one below it.
  if (!blanksBefore) return next === undefined ? undefined : { span: { start: entry.key.span.start, end: next.key.span.start }, newText: '' };
  if (own.length === 1) return undefined;
  const lastLine = source.positionAt(endOf(source, entry)).line;
  return { span: wholeLines(source, first.line, lastLine), newText: '' };
}

/** Lines with their line breaks; of the file's last line the break before it. */
export function wholeLines(source: SourceText, first: number, last: number): SpanEdit['span'] {
  const end = last + 1 < source.lineCount ? source.lineSpan(last + 1).start : source.text.length;
  const isLast = last + 1 >= source.lineCount;
  const start = isLast && first > 0 ? source.lineSpan(first - 1).end : source.lineSpan(first).start;
  return { start, end };
}

/** Puts a value behind a key that has none. */
export function setEmptyValue(source: SourceText, entry: MapEntry, value: string): SpanEdit {
  const end = endOf(source, entry);
  const blanks = /^[ \t]*/.exec(source.text.slice(end))?.[0].length ?? 0;
  // Blanks before a comment or the line's end make room; those before a flow map's brace stay.
  const atLineEnd = /^[ \t]*(?:\r?\n|$)/.test(source.text.slice(end));
  return { span: { start: end, end: atLineEnd ? end + blanks : end }, newText: `${colonAfter(source, entry) === 0 ? ':' : ''} ${value}` };
}

/**
 * Takes away an entry, whatever else its map holds: whole lines where it has its own.
 * @returns undefined where it came through an alias, shares its lines in a way that cannot be told, or has an anchor that
 * others need.
 */
export function removeEntry(source: SourceText, entry: MapEntry): SpanEdit | undefined {
  const edit = entry.key.origin === undefined ? removalOf(source, entry) : undefined;
  return edit === undefined || holdsNeededAnchor(source, edit.span) ? undefined : edit;
}

function removalOf(source: SourceText, entry: MapEntry): SpanEdit | undefined {
  const first = source.positionAt(entry.key.span.start);
  const end = endOf(source, entry);
  const last = source.positionAt(end);
  const before = source.lineText(first.line).slice(0, first.character);
  const behind = source.lineText(last.line).slice(last.character);
  if (before.trim() === '' && /^\s*(?:#.*)?$/.test(behind)) return { span: wholeLines(source, first.line, last.line), newText: '' };
  let blanks = entry.key.span.start;
  while (/\s/.test(source.text.charAt(blanks - 1))) blanks--;
  if (source.text.charAt(blanks - 1) === ',') return { span: { start: blanks - 1, end }, newText: '' };
  const following = /^\s*,\s*/.exec(source.text.slice(end))?.[0].length;
  return following === undefined ? undefined : { span: { start: entry.key.span.start, end: end + following }, newText: '' };
}
