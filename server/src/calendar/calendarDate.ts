/** A calendar date as `YYYY-MM-DD`: no time, no zone. Compares as text. */
export type CalendarDate = string;

const MILLISECONDS_A_DAY = 86_400_000;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a date of the calendar: `2024-02-30` is none. */
export function isCalendarDate(text: string): boolean {
  const match = DATE.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function calendarDate(year: number, month: number, day: number): CalendarDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** @param month 1 to 12 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  const shifted = new Date(dayNumber(date) * MILLISECONDS_A_DAY + days * MILLISECONDS_A_DAY);
  return calendarDate(shifted.getUTCFullYear(), shifted.getUTCMonth() + 1, shifted.getUTCDate());
}

/** Days from the first to the last day, both counted; 0 or less where the end is before the start. */
export function lengthInDays(start: CalendarDate, end: CalendarDate): number {
  return dayNumber(end) - dayNumber(start) + 1;
}

/**
 * The last day of a run of whole calendar months: the day before the same day of the later month (1 January and six
 * months: 30 June), or that month's last day where it lacks the day (31 March: 30 September).
 */
export function endOfMonths(start: CalendarDate, months: number): CalendarDate {
  const [year, month, day] = parts(start);
  const laterMonth = ((month - 1 + months) % 12) + 1;
  const laterYear = year + Math.floor((month - 1 + months) / 12);
  const length = daysInMonth(laterYear, laterMonth);
  return day > length ? calendarDate(laterYear, laterMonth, length) : addDays(calendarDate(laterYear, laterMonth, day), -1);
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

/** Days since 1970-01-01. */
export function dayNumber(date: CalendarDate): number {
  const [year, month, day] = parts(date);
  return utc(year, month, day) / MILLISECONDS_A_DAY;
}

function parts(date: CalendarDate): [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

/** Like Date.UTC, which reads the years 0 to 99 as 1900 to 1999. */
function utc(year: number, month: number, day: number): number {
  if (year >= 100) return Date.UTC(year, month - 1, day);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}
