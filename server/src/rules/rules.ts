import { PERFORMANCE_YEARS, RETENTION_YEARS, USUAL_CLOSING_DAY } from '../../data/performanceYears.ts';
import type { CalendarDate } from '../calendar/calendarDate.ts';
import type { PerformanceYearRules } from './performanceYear.ts';

const YEARS = [...PERFORMANCE_YEARS.keys()];
const FIRST = Math.min(...YEARS);
const LAST = Math.max(...YEARS);

/** The rules of a performance year; a year after the last known one follows that, an earlier one than the first has none. */
export function rulesOf(year: number): PerformanceYearRules | undefined {
  if (year < FIRST) return undefined;
  const rules = PERFORMANCE_YEARS.get(Math.min(year, LAST));
  if (rules === undefined || year <= LAST) return rules;
  return { ...rules, submissionWindow: { ...rules.submissionWindow, value: { closes: `${year + 1}-${USUAL_CLOSING_DAY}` } } };
}

/** The performance years whose rules hold something, ascending; of the tables alone. */
export function yearsWhere(holds: (rules: PerformanceYearRules) => boolean): readonly number[] {
  return [...PERFORMANCE_YEARS].filter(([, rules]) => holds(rules)).map(([year]) => year);
}

/**
 * The day until which the evidence of a performance year is kept: six years after CMS's window for submitting closes
 * (CMS fact sheet 2017; 2023 improvement activities quick start guide).
 */
export function keepUntil({ submissionWindow }: PerformanceYearRules): CalendarDate {
  const { closes } = submissionWindow.value;
  return `${Number(closes.slice(0, 4)) + RETENTION_YEARS}${closes.slice(4)}`;
}
