import type { ActivityWeight, InventoryActivity, InventoryTexts, MinimumPeriod, SuccessorRelation } from '../inventory/inventory.ts';
import { MEDICAL_HOME_ID, MVP_ACTIVITY_ID } from '../score/judgement.ts';
import { rulesOf } from '../rules/rules.ts';
import { MAXIMUM_POINTS } from '../../data/performanceYears.ts';

/** One activity as `mips-plan list` and `mips-plan explain` print it in JSON. */
export interface InventoryEntry {
  readonly id: string;
  readonly title: string;
  /** As CMS spells it; null for IA_PCMH. */
  readonly subcategory: string | null;
  /** Null where CMS gives none. */
  readonly weight: ActivityWeight | null;
  readonly year: number;
  /** In traditional MIPS without a special status; 0 for what only participants in an MVP can attest. */
  readonly points: number;
  readonly text: string | null;
  /** False: a summary of ours. */
  readonly textIsOfficial: boolean;
  /** Null: any length. */
  readonly minimum: { readonly days: number } | { readonly months: number } | null;
  /** Once in so many years, else null. */
  readonly repeatYears: number | null;
  /** The day on which CMS suspended it in the year, else null. */
  readonly suspended: string | null;
  readonly mvps: readonly string[];
  /** All years in which CMS lists it. */
  readonly years: readonly number[];
  readonly successor: { readonly id: string | null; readonly relation: SuccessorRelation } | null;
}

/** @param year one in which CMS lists the activity */
export function inventoryEntry(activity: InventoryActivity, year: number, texts: InventoryTexts): InventoryEntry {
  const text = texts.textOf(activity.id, year);
  const { successor } = activity;
  return {
    id: activity.id,
    title: activity.titleIn(year),
    subcategory: activity.subcategoryIn(year),
    weight: activity.weightIn(year),
    year,
    points: traditionalPoints(activity, year).standard,
    text: text?.text ?? null,
    textIsOfficial: text?.official ?? false,
    minimum: minimumOf(activity.minimumPeriodIn(year)),
    repeatYears: activity.repeatYearsIn(year),
    suspended: activity.suspendedIn(year),
    mvps: activity.mvpsIn(year),
    years: activity.years,
    successor: successor === null ? null : { id: successor.id, relation: successor.relation },
  };
}

/** What the activity earns in traditional MIPS, without and with a special status. */
export function traditionalPoints(activity: InventoryActivity, year: number): { readonly standard: number; readonly specialStatus: number } {
  if (activity.id === MEDICAL_HOME_ID) return { standard: MAXIMUM_POINTS, specialStatus: MAXIMUM_POINTS };
  const points = rulesOf(year)?.points.value;
  if (points === undefined || activity.id === MVP_ACTIVITY_ID) return { standard: 0, specialStatus: 0 };
  const weight = activity.weightIn(year) ?? 'unweighted';
  return { standard: points.standard[weight], specialStatus: points.specialStatus[weight] };
}

/** What the activity earns in an MVP; undefined where no MVP of the year has it. */
export function mvpPoints(activity: InventoryActivity, year: number): number | undefined {
  const points = rulesOf(year)?.mvpPoints?.value;
  if (points === undefined || activity.mvpsIn(year).length === 0) return undefined;
  return activity.id === MEDICAL_HOME_ID ? MAXIMUM_POINTS : points[activity.weightIn(year) ?? 'unweighted'];
}

function minimumOf(minimum: MinimumPeriod): InventoryEntry['minimum'] {
  return minimum === 'any' ? null : minimum;
}
