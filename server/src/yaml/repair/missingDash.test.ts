import { describe, expect, it } from 'vitest';
import { describeMending, repairsOf } from '../testing/mending.ts';
import { missingDash } from './missingDash.ts';

describeMending('a dash that is missing', [
  {
    name: 'the keys of a first entry whose dash is gone',
    text: 'activities:\n\n    «status»: x\n    owner: y\n  - id: B\n',
    message: 'A list entry begins here without a dash; put one before it.',
    reads: { activities: [{ status: 'x', owner: 'y' }, { id: 'B' }] },
  },
  {
    name: 'before the only key of a first entry',
    text: 'activities:\n    «period»: x\n  - id: B\nowner: y\n',
    message: 'A list entry begins here without a dash; put one before it.',
    reads: { activities: [{ period: 'x' }, { id: 'B' }], owner: 'y' },
  },
]);

describe('left alone by this repair', () => {
  it.each([
    ['an entry in a column of its own', 'activities:\n  - id: A\n   - id: B\nowner: y\n'],
    ['a key at the column of the dashes', 'activities:\n  note: x\n  - id: B\nowner: y\n'],
    ['keys with no list below them', 'practice:\n    name: x\n  tin: y\n'],
  ])('%s', (_name, text) => {
    expect(repairsOf(missingDash, text)).toEqual([]);
  });
});
