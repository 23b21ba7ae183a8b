import { formatNumber } from './formatNumber.ts';

/** "1 piece", "2 pieces", "0 pieces", "0.5 points". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}
