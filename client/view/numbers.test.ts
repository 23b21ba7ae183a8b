import { describe, expect, it } from 'vitest';
import { formatDate, formatNumber, formatPeriod, yearFraction } from './numbers.ts';

describe('formatNumber', () => {
  it.each([
    [40, '40'], [0, '0'], [-0.001, '0'], [7.5, '7.5'], [11.25, '11.25'], [100 / 3, '33.33'], [0.005, '0.01'], [15.999, '16'], [410, '410'],
  ])('%d is %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
});

describe('formatDate', () => {
  it.each([
    ['2024-12-31', '31 December 2024'],
    ['2025-03-01', '1 March 2025'],
    ['someday', 'someday'],
  ])('%s is %s', (date, text) => {
    expect(formatDate(date)).toBe(text);
  });
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
