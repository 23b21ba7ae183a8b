import type { MinimumPeriod } from './inventory.ts';
import { activityRules } from './tables.ts';
import { coversYear } from './years.ts';

/** The shortest run that earns credit where the activity's text says nothing else: 42 CFR 414.1320. */
export const USUAL_MINIMUM = activityRules.minimumPeriods.default;

/** The shortest run that earns credit. */
export function minimumPeriod(id: string, year: number): MinimumPeriod {
  return activityRules.minimumPeriods.own.find((row) => row.activity === id && coversYear(row.years, year))?.minimum ?? USUAL_MINIMUM;
}

/** In how many years the activity may be attested once, by its text; null where it says nothing. */
export function repeatYears(id: string, year: number): number | null {
  const limit = activityRules.repeatLimits.find((row) => row.activity === id && coversYear(row.years, year));
  return limit?.onceInYears ?? null;
}

/** `YYYY-MM-DD` on which CMS suspended the activity in that performance year, else null. */
export function suspensionDate(id: string, year: number): string | null {
  return activityRules.suspensions.find((row) => row.year === year && row.activities.includes(id))?.date ?? null;
}
