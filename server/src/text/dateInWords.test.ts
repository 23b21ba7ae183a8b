import { expect, it } from 'vitest';
import { dateInWords } from './dateInWords.ts';

it.each([
  ['2024-05-03', '3 May 2024'],
  ['2024-12-31', '31 December 2024'],
  ['2024-13-01', '2024-13-01'],
  ['soon', 'soon'],
])('says %s as %s', (date, words) => {
  expect(dateInWords(date)).toBe(words);
});
