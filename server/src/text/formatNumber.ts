/** Points and percents as people read them: two decimals at most, none where there is nothing behind the point. */
export function formatNumber(value: number): string {
  return String(Math.round(value * 100) / 100);
}
