import type { Activity, Plan } from '../../plan/model.ts';
import type { SourceText } from '../../text/sourceText.ts';
import type { ListNode, MapEntry, MapNode, ScalarNode, ValueNode } from '../../yaml/node.ts';
import { PLAN_SHAPE, type Shape } from './shapes.ts';

/** A map or a list that is open at a place, with what it is in the format. */
export interface Frame {
  readonly node: MapNode | ListNode;
  /** Undefined where the format has nothing like it. */
  readonly shape: Shape | undefined;
  /** Of the first key or the first dash. */
  readonly column: number;
  /** Of a map: the last entry that begins before the place. */
  readonly entry: MapEntry | undefined;
  /** The activity that it is, or that it is a part of. */
  readonly activity: Activity | undefined;
}

/** What is open at a place: the collections, the outermost first, and the text or the collection in brackets around it. */
export interface Opened {
  readonly frames: readonly Frame[];
  /** A text that begins before the place and does not end before it. */
  readonly text: Around<ScalarNode> | undefined;
  /** A collection in brackets with the place inside it; its maps and lists are no frames. */
  readonly brackets: Around<MapNode | ListNode> | undefined;
}

/** A node with what it is in the format. */
export interface Around<N extends ValueNode> extends Seen {
  readonly node: N;
}

const NOTHING: Opened = { frames: [], text: undefined, brackets: undefined };

/**
 * What of a plan is open just before an offset.
 * @param intoBrackets whether collections in brackets around the offset are frames, too.
 */
export function openAt(plan: Plan | undefined, offset: number, source: SourceText, intoBrackets = false): Opened {
  if (plan === undefined) return NOTHING;
  const frames: Frame[] = [];
  let node: ValueNode | undefined = plan.root;
  let seen: Seen = { shape: PLAN_SHAPE, activity: undefined };
  while (node !== undefined) {
    if (node.kind !== 'scalar') seen = seenAs(node, seen, plan);
    const { span } = node;
    if (node.kind === 'scalar') return { frames, text: offset <= span.end ? { ...seen, node } : undefined, brackets: undefined };
    if (node.flow) {
      const isInside = span.start < offset && offset < span.end;
      if (!isInside || !intoBrackets) return { frames, text: undefined, brackets: isInside ? { node, ...seen } : undefined };
    }
    const entry: MapEntry | undefined = node.kind === 'map' ? lastBefore(node.entries, (each) => ownStart(each.key), offset) : undefined;
    frames.push({ node, ...seen, column: source.positionAt(span.start).character, entry });
    const child: ValueNode | undefined = node.kind === 'map' ? entry?.value : lastBefore(node.items, ownStart, offset);
    const childStart = ownStart(child);
    const shape: Shape | undefined = node.kind === 'list' ? seen.shape?.item : entry && seen.shape?.map?.valueOf(entry.name);
    seen = { ...seen, shape };
    node = childStart !== undefined && childStart < offset ? child : undefined;
  }
  return { frames, text: undefined, brackets: undefined };
}

/** Where a node is written, unless it is written elsewhere and only comes in through an alias or a merge key. */
function ownStart(node: Pick<ValueNode, 'span' | 'origin'> | undefined): number | undefined {
  return node?.origin === undefined ? node?.span.start : undefined;
}

function lastBefore<T>(all: readonly T[], startOf: (one: T) => number | undefined, offset: number): T | undefined {
  let last: { one: T; start: number } | undefined;
  for (const one of all) {
    const start = startOf(one);
    if (start !== undefined && start < offset && start >= (last?.start ?? -1)) last = { one, start };
  }
  return last?.one;
}

interface Seen {
  readonly shape: Shape | undefined;
  readonly activity: Activity | undefined;
}

/** What a map or list is: by its place or, below a key that the format does not have, by what its alias stands for. */
function seenAs(node: MapNode | ListNode, expected: Seen, plan: Plan): Seen {
  if (expected.shape === undefined) return seenThroughAlias(node, plan.root, { shape: PLAN_SHAPE, activity: undefined }, plan) ?? expected;
  return { shape: expected.shape, activity: activityOf(node, plan) ?? expected.activity };
}

function activityOf(node: ValueNode, plan: Plan): Activity | undefined {
  return plan.activities.value?.value.find((activity) => activity.node === node);
}

/** What a map or list below a key that the format does not have is where an alias repeats it. */
export function shapeThroughAlias(node: ValueNode | undefined, plan: Plan | undefined): Shape | undefined {
  if (node === undefined || node.kind === 'scalar' || plan === undefined) return undefined;
  return seenThroughAlias(node, plan.root, { shape: PLAN_SHAPE, activity: undefined }, plan)?.shape;
}

function seenThroughAlias(wanted: MapNode | ListNode, within: ValueNode, seen: Seen, plan: Plan): Seen | undefined {
  if (within.kind === 'scalar' || seen.shape === undefined) return undefined;
  const here: Seen = { shape: seen.shape, activity: activityOf(within, plan) ?? seen.activity };
  if (within.kind === wanted.kind && isWrittenAs(within, wanted)) return here;
  if (within.kind === 'list') {
    return first(within.items, (item) => item && seenThroughAlias(wanted, item, { ...here, shape: here.shape?.item }, plan));
  }
  return first(within.entries, ({ name, value }) => {
    return value && seenThroughAlias(wanted, value, { ...here, shape: here.shape?.map?.valueOf(name) }, plan);
  });
}

/** Whether a node repeats the wanted one: as an alias, or as a map that its entries are merged into. */
function isWrittenAs(node: MapNode | ListNode, wanted: MapNode | ListNode): boolean {
  if (node.origin?.start === wanted.span.start) return true;
  if (node.kind !== 'map' || wanted.kind !== 'map') return false;
  return node.entries.some(({ key }) => key.origin !== undefined && wanted.entries.some((entry) => entry.key.span.start === key.origin?.start));
}

function first<T, R>(all: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
