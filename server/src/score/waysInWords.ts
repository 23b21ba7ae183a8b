/**
 * What would close the gap, as people say it: "1 high-weighted activity, or 2 medium-weighted activities".
 * @param ways as `GapClosers` has them: "1 high", "1 high + 2 medium", "2 activities"
 */
export function waysInWords(ways: readonly string[]): string {
  return ways.map(wayInWords).join(', or ');
}

/** "1 high + 2 medium" as "1 high-weighted and 2 medium-weighted activities". */
export function wayInWords(way: string): string {
  if (!/high|medium/.test(way)) return way;
  const parts = way.split(' + ');
  return `${parts.map((part) => `${part}-weighted`).join(' and ')} ${parts.at(-1)?.startsWith('1 ') === true ? 'activity' : 'activities'}`;
}
