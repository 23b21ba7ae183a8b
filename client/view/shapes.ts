/** Whether values that came from elsewhere are what they should be. */

export type Shaped = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Shaped {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isArrayOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isItem);
}

export function isString(value: unknown): value is string {
  return typeof value === 'string';
}

export function isStringOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

export function isIndex(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

export function isIndexOrNull(value: unknown): value is number | null {
  return value === null || isIndex(value);
}

export function isNumberOrNull(value: unknown): value is number | null {
  return value === null || Number.isFinite(value);
}

export function isOneOf<T extends string>(value: unknown, known: readonly T[]): value is T {
  return known.some((each) => each === value);
}

/** Whether it is one of the words that the table has; what every object has besides is none. */
export function isKeyOf<K extends string>(value: unknown, table: Readonly<Record<K, unknown>>): value is K {
  return isString(value) && Object.hasOwn(table, value);
}
