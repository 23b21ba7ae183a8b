/** "a", "a and b", "a, b and c". */
export function enumeration(parts: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${conjunction} ${parts.at(-1) ?? ''}`;
}
