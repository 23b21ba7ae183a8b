import { addDays, calendarDate, endOfMonths, yearOf, type CalendarDate } from '../calendar/calendarDate.ts';
import type { MinimumPeriod } from '../inventory/inventory.ts';
import type { Period } from '../plan/model.ts';

/** The first day on which a run that begins at `start` is long enough. */
export function earliestEnd(start: CalendarDate, minimum: MinimumPeriod): CalendarDate {
  if (minimum === 'any') return start;
  return 'days' in minimum ? addDays(start, minimum.days - 1) : endOfMonths(start, minimum.months);
}

/**
 * The last day of the year on which a run can begin and still be long enough within it: 3 October for 90 days.
 * @param suspendedOn the day by which it must have begun, where CMS suspended the activity in the year
 */
export function lastStart(year: number, minimum: MinimumPeriod, suspendedOn?: CalendarDate | null): CalendarDate {
  const latest = latestStart(calendarDate(year, 12, 31), minimum);
  return suspendedOn && suspendedOn < latest ? suspendedOn : latest;
}

/** The latest start from which a run is long enough by `end`. */
export function latestStart(end: CalendarDate, minimum: MinimumPeriod): CalendarDate {
  if (minimum === 'any') return end;
  if ('days' in minimum) return addDays(end, 1 - minimum.days);
  let start = addDays(end, -31 * minimum.months);
  for (let next = addDays(start, 1); endOfMonths(next, minimum.months) <= end; next = addDays(next, 1)) start = next;
  return start;
}

export function inWords(minimum: MinimumPeriod): string {
  if (minimum === 'any') return 'any length';
  return 'days' in minimum ? `${minimum.days} days` : `${minimum.months} months`;
}

export type PeriodDenial = 'period-reversed' | 'period-outside-year' | 'period-too-short';

/**
 * What is wrong with a readable period: the first that applies, or undefined.
 * @param year undefined: not judged against a year.
 * @param minimum undefined: its length is not judged.
 */
export function judgePeriod(period: Period, year: number | undefined, minimum: MinimumPeriod | undefined): PeriodDenial | undefined {
  const [start, end] = [period.start.value, period.end.value];
  if (end < start) return 'period-reversed';
  if (year !== undefined && (yearOf(start) !== year || yearOf(end) !== year)) return 'period-outside-year';
  if (minimum !== undefined && end < earliestEnd(start, minimum)) return 'period-too-short';
  return undefined;
}
