import { createInventory } from './createInventory.ts';
import type { InventoryActivity } from './inventory.ts';
import type { LoadedActivity, LoadedYear } from './loadedYear.ts';
import { coverage } from './tables.ts';

/**
 * Where a loaded file of a tabulated year says something else than the tables, which stay in force. Empty for years
 * beyond the tables.
 */
export function differencesFromTables({ year, activities }: LoadedYear): readonly string[] {
  if (year > coverage.newestYear) return [];
  const tabulated = new Map(createInventory().activitiesOf(year).map((activity) => [activity.id, activity]));
  const differences = [...activities.values()].flatMap((activity) => {
    const known = tabulated.get(activity.id);
    if (known === undefined) return [`${activity.id} (not listed)`];
    const facts = differentFacts(known, activity, year);
    return facts.length > 0 ? [`${activity.id} (${facts.join(', ')})`] : [];
  });
  const missing = [...tabulated.keys()].filter((id) => !activities.has(id)).map((id) => `${id} (missing from the file)`);
  const all = [...differences, ...missing];
  if (all.length === 0) return [];
  return [`differs from the built-in inventory of ${year}, which stays in force but for the texts: ${all.join(', ')}`];
}

function differentFacts(known: InventoryActivity, activity: LoadedActivity, year: number): readonly string[] {
  const facts: string[] = [];
  if (known.titleIn(year) !== activity.title) facts.push('title');
  if (known.weightIn(year) !== activity.weight) facts.push('weight');
  if (known.subcategoryIn(year) !== activity.subcategory) facts.push('subcategory');
  return facts;
}
