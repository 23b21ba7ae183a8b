/** Two decimals at most, no trailing zeros: 40, 7.5, 33.33. */
export function formatNumber(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

/** `2024-12-31` as "31 December 2024". */
export function formatDate(date: string): string {
  return format(date, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** `2024-12-31` as "31 Dec", where the year is said beside it. */
export function formatDay(date: string): string {
  return format(date, { day: 'numeric', month: 'short' });
}

/** "1 Mar – 29 May" of the year at hand, with the years where they are others. */
export function formatPeriod(start: string, end: string, year: number | null): string {
  const isOfYear = (date: string): boolean => date.startsWith(`${year ?? ''}-`);
  return isOfYear(start) && isOfYear(end) ? `${formatDay(start)} – ${formatDay(end)}` : `${formatDate(start)} – ${formatDate(end)}`;
}

function format(date: string, parts: Intl.DateTimeFormatOptions): string {
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  return day.toLocaleDateString('en-GB', { ...parts, timeZone: 'UTC' });
}

/** How far into the year a day begins, 0 to 1; days of other years are at its ends. */
export function yearFraction(date: string, year: number): number {
  const [first, next] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  const at = Date.parse(`${date}T00:00:00Z`);
  return Math.min(1, Math.max(0, (at - first) / (next - first)));
}

/** "1 piece", "2 pieces". */
export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
