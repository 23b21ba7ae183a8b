import { dateInWords } from '../../server/src/text/dateInWords.ts';

/** `2024-12-31` as "31 Dec", where the year is said beside it. */
export function formatDay(date: string): string {
  return dateInWords(date).replace(/^(\d+ \w{3})\w* \d{4}$/, '$1');
}

/** "1 Mar – 29 May" of the year at hand, with the years where they are others. */
export function formatPeriod(start: string, end: string, year: number | null): string {
  const isOfYear = (date: string): boolean => date.startsWith(`${year ?? ''}-`);
  return isOfYear(start) && isOfYear(end) ? `${formatDay(start)} – ${formatDay(end)}` : `${dateInWords(start)} – ${dateInWords(end)}`;
}

/** How far into the year a day begins, 0 to 1; days of other years are at its ends. */
export function yearFraction(date: string, year: number): number {
  const [first, next] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  const at = Date.parse(`${date}T00:00:00Z`);
  return Math.min(1, Math.max(0, (at - first) / (next - first)));
}
