import { traditionalPoints } from './inventoryJson.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { searchActivities } from '../inventory/search.ts';
import { subcategoryLabel } from '../inventory/subcategories.ts';
import type { InventoryParams, InventoryResult } from '../protocol/inventory.ts';

/** The activities of a year, of those that words fit where there are any. */
export function inventoryList(inventory: Inventory, { year: asked, search = '' }: InventoryParams): InventoryResult {
  const year = asked !== undefined && inventory.years.includes(asked) ? asked : Math.max(...inventory.years);
  return {
    year,
    years: inventory.years,
    activities: searchActivities(inventory, year, search).map((activity) => ({
      id: activity.id,
      title: activity.titleIn(year),
      subcategory: subcategoryLabel(activity.subcategoryIn(year)),
      weight: activity.weightIn(year),
      points: traditionalPoints(activity, year).standard,
      mvps: activity.mvpsIn(year),
      suspended: activity.suspendedIn(year),
      repeatYears: activity.repeatYearsIn(year),
    })),
    mvps: inventory.mvpsOf(year).map((mvp) => ({ id: mvp.id, title: mvp.titleIn(year) })),
  };
}
