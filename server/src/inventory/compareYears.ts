import { compareActivityIds } from './activityId.ts';
import { counterpartIn } from './counterpart.ts';
import type { Inventory, InventoryActivity } from './inventory.ts';

/** What became of CMS's inventory from one performance year to another; each list by id. */
export interface YearComparison {
  readonly from: number;
  readonly to: number;
  readonly added: readonly InventoryActivity[];
  /** `instead`: what the later year has in its place, which is not the same activity. */
  readonly removed: readonly { readonly activity: InventoryActivity; readonly instead: InventoryActivity | undefined }[];
  /** The same activity under another id. */
  readonly renumbered: readonly { readonly before: InventoryActivity; readonly after: InventoryActivity }[];
  /** Where both years have weights. */
  readonly weightChanged: readonly InventoryActivity[];
  /** CMS changed what it asks, in any year after the first up to the second. */
  readonly textChanged: readonly InventoryActivity[];
  /** Suspended during the later year. */
  readonly suspended: readonly InventoryActivity[];
}

/** @param from a year with an inventory, before `to` */
export function compareYears(inventory: Inventory, from: number, to: number): YearComparison {
  const before = [...inventory.activitiesOf(from)].sort(byId);
  const after = [...inventory.activitiesOf(to)].sort(byId);
  const isIn = (activities: readonly InventoryActivity[], id: string): boolean => activities.some((activity) => activity.id === id);
  const gone = before.filter(({ id }) => !isIn(after, id)).map((activity) => {
    const counterpart = counterpartIn(inventory, activity.id, to);
    return { activity, relation: counterpart?.relation, instead: counterpart && inventory.activity(counterpart.id) };
  });
  const renumbered = gone.flatMap(({ activity, relation, instead }) => {
    return relation === 'renumbered' && instead !== undefined && !isIn(before, instead.id) ? [{ before: activity, after: instead }] : [];
  });
  const moved = new Set(renumbered.flatMap(({ before: old, after: now }) => [old.id, now.id]));
  const both = after.filter(({ id }) => isIn(before, id));
  const yearsBetween = inventory.years.filter((year) => year > from && year <= to);
  return {
    from, to, renumbered,
    added: after.filter(({ id }) => !isIn(before, id) && !moved.has(id)),
    removed: gone.filter(({ activity }) => !moved.has(activity.id)).map(({ activity, instead }) => ({ activity, instead })),
    weightChanged: both.filter((activity) => {
      const weights = [activity.weightIn(from), activity.weightIn(to)];
      return !weights.includes(null) && weights[0] !== weights[1];
    }),
    textChanged: both.filter((activity) => yearsBetween.some((year) => activity.changedIn(year).text)),
    suspended: after.filter((activity) => activity.suspendedIn(to) !== null),
  };
}

function byId(a: InventoryActivity, b: InventoryActivity): number {
  return compareActivityIds(a.id, b.id);
}
