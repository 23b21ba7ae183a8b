import { describe, expect, it } from 'vitest';
import { wayInWords, waysInWords } from './waysInWords.ts';

describe('One way to close the gap', () => {
  it.each([
    ['1 high', '1 high-weighted activity'],
    ['3 medium', '3 medium-weighted activities'],
    ['1 high + 2 medium', '1 high-weighted and 2 medium-weighted activities'],
    ['1 high + 1 medium', '1 high-weighted and 1 medium-weighted activity'],
    ['1 activity', '1 activity'],
    ['2 activities', '2 activities'],
  ])('%s is said as %s', (way, words) => expect(wayInWords(way)).toBe(words));
});

it('Several ways are a choice', () => {
  expect(waysInWords(['1 high', '2 medium'])).toBe('1 high-weighted activity, or 2 medium-weighted activities');
  expect(waysInWords(['2 activities'])).toBe('2 activities');
});
