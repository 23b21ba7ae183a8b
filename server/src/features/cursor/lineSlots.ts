import type { Plan } from '../../plan/model.ts';
import { closingQuote } from './brackets.ts';
import { slotsInBrackets } from './bracketSlots.ts';
import type { CursorLine } from './cursorLine.ts';
import { dashOf, type FileStyle } from '../../edits/fileStyle.ts';
import { openAt } from './frames.ts';
import { itemPlace, placesAt, type ItemPlace, type MapPlace, type Place } from './places.ts';
import { PLAN_SHAPE, type Shape } from './shapes.ts';
import type { KeySlot, Slot, ValueSlot, Written } from './slot.ts';

/** What can stand at the cursor on its line, outside of brackets that begin above. */
export function slotsOnLine(line: CursorLine, plan: Plan | undefined, style: FileStyle): Slot[] {
  // A plan in braces: here they are not closed yet, or behind the cursor.
  const isBrace = plan === undefined && line.shape.dashes.length === 0 && line.text.charAt(line.contentStart) === '{';
  const brace = plan?.root.flow === true ? plan.root.span.start : isBrace ? line.contentStart : undefined;
  if (brace !== undefined) return brace < line.offset ? slotsInBrackets(brace, { shape: PLAN_SHAPE, activity: undefined }, line, plan) : [];
  const { frames } = openAt(plan, line.start, line.source);
  const { dashes } = line.shape;
  const surroundings = { line, plan, style };
  const [dash] = dashes;
  if (dash === undefined) return withoutTorn(placesAt(frames, line, plan), line).flatMap((place) => slotsOf(place, surroundings));
  const place = dashes.length === 1 ? itemPlace(frames, dash, line, plan) : undefined;
  return place === undefined || line.offset - line.start <= dash ? [] : slotsBehindDash(place, surroundings);
}

/** In a list at the column of its key, before one of its items, a key would take the rest of the list for its own. */
function withoutTorn(places: readonly Place[], line: CursorLine): readonly Place[] {
  const list = places.find((place) => place.kind === 'item' && line.lineBelow?.dashes[0] === place.column);
  return list === undefined ? places : places.filter((place) => place.kind === 'item' || place.column !== list.column);
}

interface Surroundings {
  readonly line: CursorLine;
  readonly plan: Plan | undefined;
  readonly style: FileStyle;
}

/** On a line without a dash: a key, or an item that brings its dash. */
function slotsOf(place: Place, surroundings: Surroundings): Slot[] {
  const { line, style } = surroundings;
  if (line.key !== undefined) return place.kind === 'map' ? slotsOfEntry(place, surroundings) : [];
  const written = writtenHere(line);
  if (written === undefined) return [];
  // What is indented otherwise than its neighbours is moved to them.
  const aligned = place.column === line.column;
  const indentation = aligned ? '' : ' '.repeat(place.column);
  const from = aligned ? written.outer.start : line.start;
  if (place.kind === 'map') return [keySlot(place, written, { from: aligned ? written.span.start : from, lead: indentation, hasColon: false })];
  return [itemSlot(place, written, { from, lead: indentation + dashOf(style) })];
}

/** Behind a dash: an item, or the first key of one. */
function slotsBehindDash(place: ItemPlace, surroundings: Surroundings): Slot[] {
  const { line } = surroundings;
  const inside: MapPlace | undefined = place.shape.map && {
    kind: 'map', map: place.shape.map, node: place.item?.kind === 'map' ? place.item : undefined, column: line.column, activity: place.activity,
  };
  if (line.key !== undefined) return inside === undefined ? [] : slotsOfEntry(inside, surroundings);
  const bracket = line.text.charAt(line.contentStart);
  if (isBracket(bracket) && line.contentStart < Math.min(line.offset, line.contentEnd)) {
    return slotsInBrackets(line.contentStart, place, line, surroundings.plan);
  }
  const written = writtenHere(line);
  if (written === undefined) return [];
  const layout = { from: written.span.start, lead: line.text.charAt(written.outer.start - 1) === '-' ? ' ' : '' };
  const item = itemSlot(place, written, layout);
  return inside === undefined ? [item] : [item, keySlot(inside, written, { ...layout, hasColon: false })];
}

/** The words around the cursor on a line without a key; undefined where nothing can be completed. */
function writtenHere(line: CursorLine): Written | undefined {
  const { contentStart, contentEnd, offset } = line;
  if (contentStart >= contentEnd) return line.written(offset, offset);
  return offset < contentStart || !isWord(line, contentStart) ? undefined : line.written(contentStart, contentEnd);
}

/** On a line with a key: the key, or its value. */
function slotsOfEntry(place: MapPlace, { line, plan, style }: Surroundings): Slot[] {
  const { key, offset, text, contentEnd } = line;
  if (key === undefined || offset < key.start) return [];
  const written = line.written(key.start, key.end);
  if (offset <= key.end) return offset > written.span.end ? [] : [keySlot(place, written, { from: written.span.start, lead: '', hasColon: true })];
  const behindColon = text.indexOf(':', key.end) + 1;
  const name = line.written(key.start, key.end).quote === undefined ? text.slice(key.start, key.end) : text.slice(key.start + 1, key.end - 1);
  const shape = place.map.valueOf(name);
  if (offset < behindColon || shape === undefined) return [];
  const value = line.valueStart;
  const isEmpty = value >= contentEnd;
  // What is chosen would take the place of the anchor, too, and the aliases would stand for nothing.
  if (!isEmpty && offset < value && line.hasProperties(value)) return [];
  if (!isEmpty && offset > value && isBracket(text.charAt(value))) return slotsInBrackets(value, { shape, activity: place.activity }, line, plan);
  if (!isEmpty && (!isWord(line, value) || isBracket(text.charAt(value)))) return [];
  const typed = isEmpty ? line.written(offset, offset) : line.written(value, contentEnd);
  const lead = text.charAt(typed.outer.start - 1) === ':' ? ' ' : '';
  const below = place.node?.entries.find((entry) => entry.name === name)?.value;
  // Beside lines below the key nothing can stand on its own.
  if (isEmpty && shape.scalar && below !== undefined && below.origin === undefined && below.kind !== 'scalar' && below.span.start > line.contentEnd) return [];
  if (shape.scalar) return [valueSlot(shape, place, typed, { from: typed.span.start, lead })];
  return line.hasComment ? [] : slotsBelow(place, name, shape, typed, { from: behindColon, style, line });
}

/** Maps and lists begin on the line below their key. */
function slotsBelow(place: MapPlace, name: string, shape: Shape, written: Written, { from, style, line }: { from: number; style: FileStyle; line: CursorLine }): Slot[] {
  const node = place.node?.entries.find((entry) => entry.name === name)?.value;
  const existing = node === undefined || node.kind === 'scalar' || node.flow || node.origin !== undefined ? undefined : line.source.positionAt(node.span.start).character;
  const column = existing ?? place.column + (shape.item === undefined ? style.step : style.listStep);
  const lead = style.lineEnd + ' '.repeat(column);
  const { activity } = place;
  if (shape.map !== undefined) {
    const map: MapPlace = { kind: 'map', map: shape.map, node: node?.kind === 'map' ? node : undefined, column, activity };
    return [keySlot(map, written, { from, lead, hasColon: false })];
  }
  if (shape.item === undefined) return [];
  const item: ItemPlace = { kind: 'item', shape: shape.item, list: node?.kind === 'list' ? node : undefined, item: undefined, column, activity };
  return [itemSlot(item, written, { from, lead: lead + dashOf(style) })];
}

interface Layout {
  readonly from: number;
  readonly lead: string;
}

function keySlot({ map, node, column, activity }: MapPlace, written: Written, layout: Layout & { hasColon: boolean }): KeySlot {
  return { kind: 'key', map, node, column, activity, written, keysBefore: [], inBrackets: false, ...layout };
}

function itemSlot({ shape, list, activity }: ItemPlace, written: Written, layout: Layout): ValueSlot {
  return { kind: 'value', shape, list, holder: undefined, activity, written, inBrackets: false, ...layout };
}

function valueSlot(shape: Shape, { node, activity }: MapPlace, written: Written, layout: Layout): ValueSlot {
  return { kind: 'value', shape, list: undefined, holder: node, activity, written, inBrackets: false, ...layout };
}

function isBracket(character: string): boolean {
  return character === '{' || character === '[';
}

/** Whether what begins there can be completed as a word: no alias, no block of text, nothing behind a closed quote. */
function isWord(line: CursorLine, start: number): boolean {
  const first = line.text.charAt(start);
  if ('*&!|>@`%?}]'.includes(first)) return false;
  if (first !== '"' && first !== "'") return true;
  const end = closingQuote(line.text, start);
  return end === undefined || line.offset < end;
}
