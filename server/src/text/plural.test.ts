import { expect, it } from 'vitest';
import { plural } from './plural.ts';

it.each([
  [0, '0 points'],
  [1, '1 point'],
  [2, '2 points'],
  [0.5, '0.5 points'],
])('%d: %s', (count, words) => {
  expect(plural(count, 'point')).toBe(words);
});

it('takes a plural of its own', () => {
  expect([1, 3].map((count) => plural(count, 'activity', 'activities'))).toEqual(['1 activity', '3 activities']);
});
