import { describe, expect, it } from 'vitest';
import { formatDay, formatPeriod, yearFraction } from './numbers.ts';

it('leaves the year out and shortens the month', () => {
  expect(['2024-12-31', '2024-05-03', 'someday'].map(formatDay)).toEqual(['31 Dec', '3 May', 'someday']);
});

describe('formatPeriod', () => {
  it.each([
    ['2024-03-01', '2024-05-29', 2024, '1 Mar – 29 May'],
    ['2023-12-01', '2024-05-29', 2024, '1 December 2023 – 29 May 2024'],
    ['2024-03-01', '2024-05-29', null, '1 March 2024 – 29 May 2024'],
  ])('of %s and %s in %s is %s', (start, end, year, text) => {
    expect(formatPeriod(start, end, year)).toBe(text);
  });
});

describe('yearFraction', () => {
  it.each([['2024-01-01', 0], ['2024-07-01', 182 / 366], ['2023-05-01', 0], ['2025-01-01', 1], ['2026-01-01', 1]])('of %s in 2024 is %d', (date, fraction) => {
    expect(yearFraction(date, 2024)).toBeCloseTo(fraction, 9);
  });
});
