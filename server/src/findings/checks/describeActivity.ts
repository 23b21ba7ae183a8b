import type { InventoryActivity } from '../../inventory/inventory.ts';

/** An activity as messages and fixes name it. */
export function describeActivity(activity: InventoryActivity, year: number | undefined): string {
  return `${activity.id} (${year === undefined ? activity.title : activity.titleIn(year)})`;
}
