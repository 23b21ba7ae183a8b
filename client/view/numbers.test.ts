import { describe, expect, it } from 'vitest';
import { formatDate, formatNumber } from './numbers.ts';

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
