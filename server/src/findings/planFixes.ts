import { appendItem, itemLines, removeItem, type NewItem } from '../edits/listEdits.ts';
import { fileStyleOf } from '../edits/fileStyle.ts';
import { insertKey, removeEntry, setEmptyValue, type NewKey } from '../edits/mapEdits.ts';
import type { Activity, ActivityStatus } from '../plan/model.ts';
import type { Place } from '../text/span.ts';
import type { SpanEdit } from '../text/spanEdit.ts';
import { entryNamed } from '../yaml/entryNamed.ts';
import type { ListNode, MapNode } from '../yaml/node.ts';
import type { PlanInHand } from './check.ts';
import type { Fix } from './finding.ts';

/** Repairs that write into the plan's maps and lists. Each gives no fix where the place came through an alias. */

type Extra = Pick<Fix, 'preferred' | 'safe'>;

/** Gives an activity a key, or the key that stands there empty or unfinished a value. */
export function giveKey(inHand: PlanInHand, activity: Activity, key: NewKey, extra: Extra = {}, after?: string): readonly Fix[] {
  return fixOf(`Add \`${key.name}: ${key.value}\``, writeKey(inHand, activity.node, key, after), extra);
}

/** Of this activity alone: what it shares with others by an alias or a merge key stays theirs. */
export function setStatus(inHand: PlanInHand, activity: Activity, status: ActivityStatus, extra: Extra = {}): readonly Fix[] {
  const { key, value } = activity.status;
  const edit = value === undefined || key?.origin !== undefined
    ? writeKey(inHand, activity.node, { name: 'status', value: status })
    : { span: value.span, newText: status };
  return fixOf(`Set the status to \`${status}\``, edit, extra);
}

export function writeKey({ plan, source }: PlanInHand, map: MapNode, key: NewKey, after?: string): SpanEdit | undefined {
  const named = entryNamed(map, key.name);
  const present = named?.key.origin === undefined ? named : undefined;
  if (present?.value !== undefined) return present.value.origin === undefined ? { span: present.value.span, newText: key.value } : undefined;
  if (present !== undefined) return setEmptyValue(source, present, key.value);
  return insertKey(source, map, key, fileStyleOf(plan, source), after);
}

/** Takes an item out of a top-level list. */
export function removeFromList({ plan, source }: PlanInHand, key: string, place: Place, title: string): readonly Fix[] {
  const list = listAt(plan.root, key);
  return fixOf(title, list === undefined ? undefined : removeItem(source, list, place), { preferred: true });
}

/** Adds a word to a top-level list, or the list with the word. */
export function addToList(inHand: PlanInHand, key: string, word: string, extra: Extra = {}): readonly Fix[] {
  const { plan, source } = inHand;
  const list = listAt(plan.root, key);
  const edit = list === undefined
    ? writeKey(inHand, plan.root, { name: key, value: `[${word}]` }, key === 'reweighted' ? 'special_statuses' : 'submission')
    : appendItem(source, list, { flow: word, lines: [word] }, fileStyleOf(plan, source));
  return fixOf(`Add \`${word}\` to \`${key}\``, edit, extra);
}

/** An activity that only says which it is. */
export function onlyId(id: string): NewItem {
  return { flow: `{ id: ${id} }`, lines: [`id: ${id}`] };
}

/** Adds an activity to the plan, behind those that are there. */
export function addActivity(inHand: PlanInHand, item: NewItem, title: string): readonly Fix[] {
  const { plan, source } = inHand;
  const style = fileStyleOf(plan, source);
  const entry = entryNamed(plan.root, 'activities');
  if (entry === undefined) {
    const key = { name: 'activities', value: plan.root.flow ? `[${item.flow}]` : '', lines: itemLines(item, style.listStep, style).split(style.lineEnd) };
    return fixOf(title, insertKey(source, plan.root, key, style));
  }
  if (entry.key.origin !== undefined) return [];
  const list = listAt(plan.root, 'activities');
  if (list !== undefined && !(list.flow && list.items.length === 0 && !plan.root.flow)) {
    return fixOf(title, appendItem(source, list, item, style));
  }
  if (plan.root.flow) return fixOf(title, setEmptyValue(source, entry, `[${item.flow}]`));
  // An empty list, or none yet: the activity begins a list below the key.
  const lines = style.lineEnd + itemLines(item, source.positionAt(entry.key.span.start).character + style.listStep, style);
  const end = list === undefined ? source.lineSpan(source.positionAt(entry.key.span.end).line).end : list.span.end;
  const colon = source.text.indexOf(':', entry.key.span.end) + 1;
  // An anchor or a comment between the key and its list stays.
  const start = list === undefined ? end : colon + source.text.slice(colon, list.span.start).trimEnd().length;
  return fixOf(title, { span: { start, end }, newText: lines });
}

export function removeActivity({ plan, source }: PlanInHand, activity: Activity, title: string): readonly Fix[] {
  const list = listAt(plan.root, 'activities');
  return fixOf(title, list === undefined ? undefined : removeItem(source, list, activity.node), { preferred: true });
}

export function removeTopLevelKey({ plan, source }: PlanInHand, key: string): readonly Fix[] {
  const entry = entryNamed(plan.root, key);
  return fixOf(`Remove \`${key}\``, entry === undefined ? undefined : removeEntry(source, entry), { preferred: true });
}

export function mapAt(map: MapNode, key: string): MapNode | undefined {
  const value = entryNamed(map, key)?.value;
  return value?.kind === 'map' ? value : undefined;
}

function listAt(map: MapNode, key: string): ListNode | undefined {
  const value = entryNamed(map, key)?.value;
  return value?.kind === 'list' ? value : undefined;
}

function fixOf(title: string, edit: SpanEdit | undefined, extra: Extra = {}): readonly Fix[] {
  return edit === undefined ? [] : [{ title, edits: [edit], ...extra }];
}
