import type { MinimumPeriod } from './inventory.ts';
import { activityRules } from './tables.ts';
import { coversYear } from './years.ts';

/** The shortest run that earns credit: what the activity's text says, else CMS's 90 days (42 CFR 414.1320). */
export function minimumPeriod(id: string, year: number): MinimumPeriod {
  const { own, default: usual } = activityRules.minimumPeriods;
  return own.find((row) => row.activity === id && coversYear(row.years, year))?.minimum ?? usual;
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
