import { reorderItems } from '../../edits/reorder.ts';
import { compareActivityIds } from '../../inventory/activityId.ts';
import { firstDay } from '../../score/judgement.ts';
import type { PlanResult } from '../../score/planResult.ts';
import { ownEntry, refactoring, touches, touchesKey, type Refactoring, type RefactoringPlace } from './refactoring.ts';

export const SORT_ACTIVITIES = 'refactor.move.activities';

/** What decides the place of an activity; undefined comes last. */
type Compare = (one: number, other: number) => number;

/** Activities by id, by points (most first) and by their first day; what is equal keeps its order. */
export function sortActivities(place: RefactoringPlace): readonly Refactoring[] {
  const { analysis, result } = place;
  const entry = ownEntry(result.plan.root, 'activities');
  if (entry?.value?.kind !== 'list' || !(place.explicitly ? touches : touchesKey)(place, entry)) return [];
  const list = entry.value;
  // Entries that are no activities have no place in the order.
  if (result.judgements.length !== list.items.length) return [];
  return waysToSort(result).flatMap(({ title, kind, compare }) => {
    const order = result.judgements.map((_, index) => index).sort((a, b) => compare(a, b) || a - b);
    const isSorted = order.every((item, index) => item === index);
    if (isSorted || swapsTwins(result, order)) return [];
    return refactoring(title, `${SORT_ACTIVITIES}.${kind}`, reorderItems(analysis.source, list, order, analysis.comments));
  });
}

function waysToSort(result: PlanResult): readonly { readonly title: string; readonly kind: string; readonly compare: Compare }[] {
  const ids = result.judgements.map(({ activity }) => activity.id.value?.value);
  const points = result.points?.activities;
  const starts = result.judgements.map(({ activity }) => firstDay(activity, result.facts));
  return [
    { title: 'Sort the activities by id', kind: 'byId', compare: by(ids, compareActivityIds) },
    ...(points === undefined ? [] : [{ title: 'Sort the activities by points', kind: 'byPoints', compare: by(points, (a, b) => b - a) }]),
    { title: 'Sort the activities by start', kind: 'byStart', compare: by(starts, (a, b) => (a < b ? -1 : a > b ? 1 : 0)) },
  ];
}

function by<T>(values: readonly (T | undefined)[], compare: (one: T, other: T) => number): Compare {
  return (a, b) => {
    const [one, other] = [values[a], values[b]];
    if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
    return compare(one, other);
  };
}

/** Of an id that stands twice the first entry counts: another first could change the score. */
function swapsTwins({ judgements }: PlanResult, order: readonly number[]): boolean {
  const last = new Map<string, number>();
  return order.some((item) => {
    const id = judgements[item]?.activity.id.value?.value;
    if (id === undefined) return false;
    const before = last.get(id);
    last.set(id, item);
    return before !== undefined && before > item;
  });
}
