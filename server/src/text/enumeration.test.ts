import { expect, it } from 'vitest';
import { enumeration } from './enumeration.ts';

it.each([
  [[], ''],
  [['cost'], 'cost'],
  [['quality', 'cost'], 'quality and cost'],
  [['quality', 'cost', 'promoting interoperability'], 'quality, cost and promoting interoperability'],
])('%j is %s', (parts, words) => {
  expect(enumeration(parts)).toBe(words);
});

it('joins by another word', () => {
  expect(enumeration(['1', '2', '3'], 'or')).toBe('1, 2 or 3');
});
