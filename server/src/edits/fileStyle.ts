import type { Plan } from '../plan/model.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { ListNode, MapNode, ValueNode } from '../yaml/node.ts';

/** How a file is indented and ends its lines; what is inserted does the same. */
export interface FileStyle {
  /** Columns by which a map is indented below its key. */
  readonly step: number;
  /** Columns by which a list is indented below its key; 0 in some files. */
  readonly listStep: number;
  /** Columns from a dash to what follows it. */
  readonly dashWidth: number;
  readonly lineEnd: '\n' | '\r\n';
}

/** A dash with the blanks up to what follows it. */
export function dashOf({ dashWidth }: FileStyle): string {
  return '-'.padEnd(dashWidth);
}

/** Of one plan it is asked once for each of what may be ten thousand fixes. An edit elsewhere may leave the plan as it is, but not the file. */
const known = new WeakMap<Plan, { readonly source: SourceText; readonly style: FileStyle }>();

/** @param plan where to look how the file does it; two columns where it shows nothing. */
export function fileStyleOf(plan: Plan | undefined, source: SourceText): FileStyle {
  const before = plan && known.get(plan);
  if (before?.source === source) return before.style;
  const style = lookUpStyle(plan, source);
  if (plan !== undefined) known.set(plan, { source, style });
  return style;
}

function lookUpStyle(plan: Plan | undefined, source: SourceText): FileStyle {
  const column = (node: ValueNode): number => source.positionAt(node.span.start).character;
  // A tab in the indentation is a mistake and says nothing about columns.
  const below = plan === undefined ? [] : belowKeys(plan.root, 3).filter(({ value }) => !indentationOf(value, source).includes('\t'));
  const map = below.find(({ value }) => value.kind === 'map');
  const lists = below.filter((each): each is Below & { value: ListNode } => each.value.kind === 'list');
  const step = map === undefined ? undefined : column(map.value) - column(map.holder);
  const listStep = lists[0] === undefined ? undefined : column(lists[0].value) - column(lists[0].holder);
  const item = lists.flatMap(({ value }) => value.items.map((each) => ({ list: value, each }))).find(({ each }) => each !== undefined && isOwn(each));
  const dashWidth = item?.each === undefined ? undefined : column(item.each) - column(item.list);
  return {
    step: positive(step) ?? positive(listStep) ?? 2,
    // Where the file is broken, a list can stand left of its key.
    listStep: listStep !== undefined && listStep >= 0 ? listStep : (positive(step) ?? 2),
    // An item below its dash has no width.
    dashWidth: dashWidth !== undefined && dashWidth >= 2 && dashWidth <= 8 ? dashWidth : 2,
    lineEnd: source.lineEnd,
  };
}

interface Below {
  readonly holder: MapNode;
  readonly value: MapNode | ListNode;
}

/** The block maps and lists that stand below a key, the outer ones first. */
function belowKeys(holder: MapNode, depth: number): Below[] {
  const here = holder.entries.flatMap(({ key, value }): Below[] => {
    return value === undefined || value.kind === 'scalar' || value.flow || key.origin !== undefined || !isOwn(value) ? [] : [{ holder, value }];
  });
  if (depth === 1) return here;
  const maps = here.flatMap(({ value }) => (value.kind === 'map' ? [value] : value.items.slice(0, 20).filter((item) => item?.kind === 'map' && isOwn(item) && !item.flow)));
  return [...here, ...maps.flatMap((map) => belowKeys(map as MapNode, depth - 1))];
}

function indentationOf(node: ValueNode, source: SourceText): string {
  const { line, character } = source.positionAt(node.span.start);
  return source.lineText(line).slice(0, character);
}

function isOwn(node: ValueNode): boolean {
  return node.origin === undefined;
}

function positive(columns: number | undefined): number | undefined {
  return columns !== undefined && columns > 0 ? columns : undefined;
}
