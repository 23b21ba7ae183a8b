import type { ActivityParams, InventoryResult, ListedActivity } from '../../../server/src/protocol/inventory.ts';

/** What is to be seen of the inventory. Everything is where nothing is asked. */
export interface InventoryFilter {
  readonly search: string;
  /** Only these; none means all. */
  readonly weights: readonly string[];
  /** Ids of pathways: activities of any of them; none means all. */
  readonly mvps: readonly string[];
  /** Only what the plan at hand does not have. */
  readonly notInPlan: boolean;
}

export const NO_FILTER: InventoryFilter = { search: '', weights: [], mvps: [], notInPlan: false };

export interface ActivityRow extends ListedActivity {
  readonly kind: 'activity';
  readonly year: number;
  readonly inPlan: boolean;
}

export interface SubcategoryRow {
  readonly kind: 'subcategory';
  readonly name: string;
  readonly activities: readonly ActivityRow[];
}

/** The activity that a command was called on; undefined where it was called with anything else. */
export function activityIn(called: unknown): ActivityParams | undefined {
  const { id, year } = Object(called) as Partial<Record<keyof ActivityParams, unknown>>;
  return typeof id === 'string' && /^\w+$/.test(id) && Number.isInteger(year) ? { id, year: year as number } : undefined;
}

export function isFiltered({ search, weights, mvps, notInPlan }: InventoryFilter): boolean {
  return search.trim() !== '' || weights.length > 0 || mvps.length > 0 || notInPlan;
}

/** The activities that the filter leaves, by subcategory. While words are looked for, what fits best comes first. */
export function inventoryRows({ activities, year }: InventoryResult, filter: InventoryFilter, inPlan: ReadonlySet<string>): readonly SubcategoryRow[] {
  const rows = activities
    .filter((activity) => filter.weights.length === 0 || filter.weights.includes(activity.weight ?? ''))
    .filter((activity) => filter.mvps.length === 0 || filter.mvps.some((id) => activity.mvps.includes(id)))
    .map((activity): ActivityRow => ({ ...activity, kind: 'activity', year, inPlan: inPlan.has(activity.id) }))
    .filter((activity) => !filter.notInPlan || !activity.inPlan);
  const bySubcategory = new Map<string, ActivityRow[]>();
  for (const row of rows) bySubcategory.set(row.subcategory, [...(bySubcategory.get(row.subcategory) ?? []), row]);
  const groups = [...bySubcategory].map(([name, own]): SubcategoryRow => ({ kind: 'subcategory', name, activities: own }));
  return filter.search.trim() === '' ? groups.sort((a, b) => a.name.localeCompare(b.name, 'en')) : groups;
}

/** "high · Provide 24/7 Access…" */
export function activityDescription({ weight, title }: ActivityRow): string {
  return weight === null ? title : `${weight} · ${title}`;
}

/** What a screen reader says. */
export function spokenActivity({ id, title, weight, points, inPlan, suspended }: ActivityRow): string {
  return [
    id, title, ...(weight === null ? [] : [`${weight}-weighted`]), `${points} points`,
    ...(inPlan ? ['in the plan'] : []), ...(suspended === null ? [] : ['suspended']),
  ].join(', ');
}

/** "14", or "14, 2 in the plan" */
export function groupDescription({ activities }: SubcategoryRow): string {
  const inPlan = activities.filter((activity) => activity.inPlan).length;
  return `${activities.length}${inPlan === 0 ? '' : `, ${inPlan} in the plan`}`;
}

/** "2024 · access · high · not in the plan" */
export function viewDescription(year: number, { search, weights, mvps, notInPlan }: InventoryFilter): string {
  const words = search.trim();
  return [String(year), ...(words === '' ? [] : [`“${words}”`]), ...weights, ...mvps, ...(notInPlan ? ['not in the plan'] : [])].join(' · ');
}
