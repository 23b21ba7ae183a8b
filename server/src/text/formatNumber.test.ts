import { expect, it } from 'vitest';
import { formatNumber } from './formatNumber.ts';

it.each([[40, '40'], [7.5, '7.5'], [3.75, '3.75'], [11.249999, '11.25'], [0.1 + 0.2, '0.3'], [0, '0'], [-0.001, '0'], [100 / 3, '33.33'], [15.999, '16'], [410, '410']])('%d is read as %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});
