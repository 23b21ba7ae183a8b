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

/** "14", or "14 · ✓ 2" with two in the plan, which have the same sign. In a narrow view there is no room for words. */
export function groupDescription(group: SubcategoryRow): string {
  const inPlan = countInPlan(group);
  return `${group.activities.length}${inPlan === 0 ? '' : ` · ✓ ${inPlan}`}`;
}

/** What a screen reader says, and what is shown where the mouse rests: "Care Coordination, 14 activities, 2 in the plan". */
export function spokenGroup(group: SubcategoryRow): string {
  const { length } = group.activities;
  const inPlan = countInPlan(group);
  return [group.name, length === 1 ? '1 activity' : `${length} activities`, ...(inPlan === 0 ? [] : [`${inPlan} in the plan`])].join(', ');
}

function countInPlan({ activities }: SubcategoryRow): number {
  return activities.filter((activity) => activity.inPlan).length;
}

/** "2024 · access · high · not in the plan" */
export function viewDescription(year: number, { search, weights, mvps, notInPlan }: InventoryFilter): string {
  const words = search.trim();
  return [String(year), ...(words === '' ? [] : [`“${words}”`]), ...weights, ...mvps, ...(notInPlan ? ['not in the plan'] : [])].join(' · ');
}
