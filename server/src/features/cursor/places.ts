import type { Activity, Plan } from '../../plan/model.ts';
import type { ListNode, MapNode, ValueNode } from '../../yaml/node.ts';
import type { CursorLine } from './cursorLine.ts';
import { shapeThroughAlias, type Frame } from './frames.ts';
import { PLAN_SHAPE, type MapShape, type Shape } from './shapes.ts';

/** A map that the cursor's line can be an entry of. */
export interface MapPlace {
  readonly kind: 'map';
  readonly map: MapShape;
  readonly node: MapNode | undefined;
  /** Of its keys. */
  readonly column: number;
  readonly activity: Activity | undefined;
}

/** A list that the cursor's line can be an item of. */
export interface ItemPlace {
  readonly kind: 'item';
  /** Of the item. */
  readonly shape: Shape;
  readonly list: ListNode | undefined;
  /** What is there of the item. */
  readonly item: ValueNode | undefined;
  /** Of its dash. */
  readonly column: number;
  readonly activity: Activity | undefined;
}

export type Place = MapPlace | ItemPlace;

/** What a line without a dash can continue, judged by its column; the frames are those open before it. */
export function placesAt(frames: readonly Frame[], line: CursorLine, plan: Plan | undefined): Place[] {
  const { column } = line;
  const below = placeBelowDash(frames, line, plan);
  if (below !== undefined) return [below];
  const places: Place[] = [];
  for (const [index, frame] of [...frames.entries()].reverse()) {
    if (places.length > 0 && column !== frame.column) return places;
    if (frame.node.kind === 'map') {
      const empty = emptyValue(frame, line, plan);
      if (empty !== undefined && column > frame.column) return nested(empty, frame, column);
      // A list may stand at the column of its key.
      if (empty?.shape.item !== undefined && column === frame.column) places.push(asItem(empty.shape.item, frame, column, empty.node));
      if (column >= frame.column || index === 0) return isProse(frame, column) ? places : [...places, ...asMap(frame)];
    } else if (column === frame.column && frame.shape?.item !== undefined) {
      places.push(asItem(frame.shape.item, frame, column, frame.node));
    } else if (column > frame.column) {
      // Between a dash and the keys behind it: it is meant to be one of those keys.
      const inner = frames[index + 1];
      return inner === undefined ? [] : asMap(inner);
    }
  }
  if (frames.length > 0 || PLAN_SHAPE.map === undefined) return places;
  return [{ kind: 'map', map: PLAN_SHAPE.map, node: undefined, column, activity: undefined }];
}

/** The list that a line with a dash is an item of. */
export function itemPlace(frames: readonly Frame[], dash: number, line: CursorLine, plan: Plan | undefined): ItemPlace | undefined {
  for (const frame of [...frames].reverse()) {
    if (frame.node.kind === 'map') {
      const empty = emptyValue(frame, line, plan);
      if (empty?.shape.item !== undefined && dash >= frame.column) return withItem(asItem(empty.shape.item, frame, dash, empty.node), line, plan);
    } else if (dash >= frame.column) {
      return frame.shape?.item && withItem(asItem(frame.shape.item, frame, dash, frame.node), line, plan);
    }
  }
  return undefined;
}

/** Below a dash that stands alone on its line. */
function placeBelowDash(frames: readonly Frame[], line: CursorLine, plan: Plan | undefined): MapPlace | undefined {
  const above = line.lineAbove;
  const dash = above?.dashes.at(-1);
  if (above === undefined || dash === undefined || above.key !== undefined || above.value.start < above.value.end || line.column <= dash) return undefined;
  const list = frames.findLast(({ node, column }) => node.kind === 'list' && column === dash);
  const item = list?.shape?.item;
  if (list === undefined || item?.map === undefined) return undefined;
  const place = withItem(asItem(item, list, dash, list.node), line, plan);
  return { kind: 'map', map: item.map, node: place.item?.kind === 'map' ? place.item : undefined, column: line.column, activity: place.activity };
}

interface EmptyValue {
  readonly shape: Shape;
  /** What begins on the cursor's line or below it. */
  readonly node: ValueNode | undefined;
}

/** The value of a map's last key where nothing of it stands above the cursor's line. */
function emptyValue({ node, shape, entry }: Frame, line: CursorLine, plan: Plan | undefined): EmptyValue | undefined {
  if (node.kind !== 'map' || entry === undefined) return undefined;
  const value = entry.value;
  if (value !== undefined && (value.origin !== undefined || value.span.start < line.start)) return undefined;
  const behindKey = line.shapeOfLineAt(entry.key.span.start).value;
  const isAnchor = /^(?:[&!]\S*(?:\s+|$))*$/.test(line.text.slice(behindKey.start, behindKey.end));
  const valueShape = shape?.map?.valueOf(entry.name) ?? shapeThroughAlias(value, plan);
  return valueShape === undefined || !isAnchor ? undefined : { shape: valueShape, node: value };
}

function nested({ shape, node }: EmptyValue, { activity }: Frame, column: number): Place[] {
  const places: Place[] = [];
  if (shape.map !== undefined) places.push({ kind: 'map', map: shape.map, node: node?.kind === 'map' ? node : undefined, column, activity });
  if (shape.item !== undefined) places.push({ kind: 'item', shape: shape.item, list: node?.kind === 'list' ? node : undefined, item: undefined, column, activity });
  return places;
}

/** Whether what is indented deeper than the map belongs to a text of several lines that its last key holds. */
function isProse({ entry, column }: Frame, at: number): boolean {
  const value = entry?.value;
  return at > column && value?.kind === 'scalar' && (value.style === 'literal' || value.style === 'folded');
}

function asMap({ node, shape, column, activity }: Frame): MapPlace[] {
  return node.kind !== 'map' || shape?.map === undefined ? [] : [{ kind: 'map', map: shape.map, node, column, activity }];
}

function asItem(shape: Shape, { activity }: Frame, column: number, list: ValueNode | undefined): ItemPlace {
  return { kind: 'item', shape, list: list?.kind === 'list' ? list : undefined, item: undefined, column, activity };
}

/** With what stands behind the dash, on its line or below it. */
function withItem(place: ItemPlace, line: CursorLine, plan: Plan | undefined): ItemPlace {
  const item = place.list?.items.find((each) => each?.origin === undefined && (each?.span.start ?? -1) >= line.start);
  if (item === undefined) return place;
  const isHere = line.source.positionAt(item.span.start).line === line.source.positionAt(line.start).line;
  if (!isHere && line.shapeOfLineAt(item.span.start).dashes.length > 0) return place;
  return { ...place, item, activity: plan?.activities.value?.value.find((activity) => activity.node === item) ?? place.activity };
}
