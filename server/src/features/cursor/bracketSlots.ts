import type { Activity, Plan } from '../../plan/model.ts';
import type { ListNode, MapNode, ValueNode } from '../../yaml/node.ts';
import { endOfLine, endOfScalar, readBrackets, type OpenBracket } from './brackets.ts';
import type { CursorLine } from './cursorLine.ts';
import type { Shape } from './shapes.ts';
import type { KeySlot, Slot, ValueSlot, Written } from './slot.ts';

/** What the outermost bracket is. */
export interface BracketsHolder {
  readonly shape: Shape | undefined;
  readonly activity: Activity | undefined;
}

/** What can stand at the cursor within brackets that open at `start`; none where they close before it. */
export function slotsInBrackets(start: number, holder: BracketsHolder, line: CursorLine, plan: Plan | undefined): Slot[] {
  const place = readBrackets(line.text, start, line.offset);
  const innermost = place?.open.at(-1);
  if (place === undefined || innermost === undefined) return [];
  const shape = shapeWithin(holder.shape, place.open);
  const nodes = nodesAt(plan, place.open);
  const node = nodes.find(({ span }) => span.start === innermost.start);
  const isKey = innermost.kind === 'map' && innermost.key === undefined;
  const written = writtenAt(place.wordStart, line, innermost.kind === 'map' && !isKey);
  if (written === undefined) return [];
  const common = {
    written,
    from: written.span.start,
    lead: '',
    inBrackets: true,
    activity: plan?.activities.value?.value.find((activity) => nodes.includes(activity.node)) ?? holder.activity,
  };
  if (isKey) {
    if (shape?.map === undefined) return [];
    const hasColon = /^[ \t]*:/.test(line.text.slice(written.outer.end));
    const key: KeySlot = {
      kind: 'key', map: shape.map, node: node?.kind === 'map' ? node : undefined, keysBefore: innermost.keys, hasColon, column: 0, ...common,
    };
    return [key];
  }
  const ofValue = innermost.kind === 'map' ? shape?.map?.valueOf(innermost.key ?? '') : shape?.item;
  if (ofValue === undefined) return [];
  const value: ValueSlot = {
    kind: 'value', shape: ofValue, ...common,
    lead: written.quote === undefined && line.text.charAt(written.outer.start - 1) === ':' ? ' ' : '',
    holder: innermost.kind === 'map' && node?.kind === 'map' ? node : undefined,
    list: innermost.kind === 'list' && node?.kind === 'list' ? node : undefined,
  };
  return [value];
}

/**
 * The word that the cursor is in, or just before; undefined where what is written next would get in the way.
 * @param overBlanks whether the word may also begin behind blanks: a key has one value, but other keys and items can follow.
 */
function writtenAt(wordStart: number | undefined, line: CursorLine, overBlanks: boolean): Written | undefined {
  const { text, offset } = line;
  if (wordStart !== undefined) {
    // An unquoted word that goes on below is not one to complete: there a comma is missing.
    return text.slice(wordStart, offset).includes('\n') ? undefined : line.written(wordStart, endOfScalar(text, wordStart));
  }
  const next = offset + (/^[ \t]*/.exec(text.slice(offset, endOfLine(text, offset)))?.[0].length ?? 0);
  if (next === endOfLine(text, next) || ',}]'.includes(text.charAt(next)) || (text.charAt(next) === '#' && next > offset)) return line.written(offset, offset);
  // Brackets, anchors and aliases are nothing to write over.
  if ('{[&*!:#'.includes(text.charAt(next)) || (next > offset && !overBlanks)) return undefined;
  return line.written(offset, endOfScalar(text, next));
}

/** The shape of the innermost bracket. */
function shapeWithin(outermost: Shape | undefined, open: readonly OpenBracket[]): Shape | undefined {
  let shape = outermost;
  for (const bracket of open.slice(0, -1)) {
    shape = bracket.kind === 'list' ? shape?.item : bracket.key === undefined ? undefined : shape?.map?.valueOf(bracket.key);
  }
  return shape;
}

/** The plan's own nodes for the open brackets, as far as it has them. */
function nodesAt(plan: Plan | undefined, open: readonly OpenBracket[]): readonly (MapNode | ListNode)[] {
  const starts = new Set(open.map((bracket) => bracket.start));
  const found: (MapNode | ListNode)[] = [];
  const look = (node: ValueNode | undefined): void => {
    if (node === undefined || node.kind === 'scalar' || node.origin !== undefined) return;
    const [first] = open;
    if (first === undefined || node.span.end < first.start) return;
    if (node.flow && starts.has(node.span.start)) found.push(node);
    for (const child of node.kind === 'map' ? node.entries.map(({ value }) => value) : node.items) look(child);
  };
  look(plan?.root);
  return found;
}
