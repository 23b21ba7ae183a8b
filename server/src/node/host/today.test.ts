import { expect, it } from 'vitest';
import { today } from './today.ts';

it('is the date of the local clock', () => {
  expect(today(new Date(2024, 0, 5, 0, 0, 0))).toBe('2024-01-05');
  expect(today(new Date(2024, 11, 31, 23, 59, 59))).toBe('2024-12-31');
});
