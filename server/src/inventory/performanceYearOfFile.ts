import { activityRows, coverage } from './tables.ts';
import { readYears } from './years.ts';

/**
 * The performance year of a file of CMS's measures, which the file itself does not name:
 *
 * 1. a year in the path, from its end on (`…/2027/measures-data.json`, `measures-data-2027.json`), passing over years
 *    in which some of its measures had not begun yet;
 * 2. the tabulated year that lists exactly the same activities;
 * 3. the newest year in which one of its measures began (`firstPerformanceYear`).
 *
 * @returns the year, or what is wrong
 */
export function performanceYearOf(path: string, ids: Iterable<string>, firstYears: readonly unknown[]): number | string {
  const began = Math.max(...firstYears.filter(isPerformanceYear), coverage.firstYear);
  const named = yearsInPath(path).find((year) => year >= began);
  if (named !== undefined) return named;
  const same = yearWithExactly(new Set(ids));
  if (same !== undefined && same >= began) return same;
  if (firstYears.some(isPerformanceYear)) return began;
  return 'nothing tells its performance year; name the file or its folder after it, as in 2027/measures-data.json';
}

/** Years from 2017 on as whole numbers in the path, the last first. */
function yearsInPath(path: string): number[] {
  const numbers = path.match(/\d+/g) ?? [];
  return numbers.map(Number).filter(isPerformanceYear).reverse();
}

function yearWithExactly(ids: ReadonlySet<string>): number | undefined {
  const idsByYear = new Map<number, Set<string>>();
  for (const [id, { years }] of Object.entries(activityRows)) {
    for (const year of readYears(years, coverage.newestYear)) {
      idsByYear.set(year, (idsByYear.get(year) ?? new Set()).add(id));
    }
  }
  for (const [year, listed] of idsByYear) {
    if (listed.size === ids.size && [...listed].every((id) => ids.has(id))) return year;
  }
  return undefined;
}

function isPerformanceYear(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= coverage.firstYear && value < 2100;
}
