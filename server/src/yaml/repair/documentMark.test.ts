import { describe, expect, it } from 'vitest';
import { describeMending, parsedOf, repairsOf } from '../testing/mending.ts';
import { documentMark } from './documentMark.ts';

describeMending('a document mark half typed', [
  {
    name: 'two dashes',
    text: 'year: 2024\n«--»\nyear: 2025\n',
    message: 'A line with three dashes, `---`, separates two plans; this one has fewer.',
    reads: [{ year: 2024 }, { year: 2025 }],
    severalPlans: true,
  },
  {
    name: 'one dash',
    text: 'year: 2024\nactivities:\n  - id: A\n    note: x\n«-»\nyear: 2025\n',
    message: 'A line with three dashes, `---`, separates two plans; this one has fewer.',
    reads: [{ year: 2024, activities: [{ id: 'A', note: 'x' }] }, { year: 2025 }],
    severalPlans: true,
  },
]);

describe('left alone by this repair', () => {
  it.each([
    ['a dash in a map further in', 'practice:\n  name: x\n  --\n  tin: y\n'],
    ['a dash above more of a list', 'owner: x\n-\n- b\n'],
    ['a dash with something behind it', 'owner: x\n- a\nname: y\n'],
  ])('%s', (_name, text) => {
    expect(repairsOf(documentMark, text)).toEqual([]);
  });

  it.each([
    ['a document mark', 'owner: x\n---\nowner: y\n'],
    ['an entry without a value', 'evidence:\n-\n- b\n'],
  ])('%s, which is healthy', (_name, text) => {
    expect(parsedOf(text).problems).toEqual([]);
  });
});
