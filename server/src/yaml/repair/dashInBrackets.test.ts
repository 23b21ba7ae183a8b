import { describe, expect, it } from 'vitest';
import { describeMending, parsedOf, repairsOf } from '../testing/mending.ts';
import { dashInBrackets } from './dashInBrackets.ts';

describeMending('a dash in brackets', [
  {
    name: 'an entry with a dash',
    text: 'evidence: [\n  «-» a.pdf,\n  b.pdf\n  ]\nowner: y\n',
    message: 'Between brackets entries have no dash; remove it and put a comma after each.',
    reads: { evidence: ['a.pdf', 'b.pdf'], owner: 'y' },
  },
  {
    name: 'an entry that is the only one',
    text: 'activities:\n  - id: A\n    evidence: [\n      «-» a.pdf\n    ]\n    status: x\n',
    message: 'Between brackets entries have no dash; remove it and put a comma after each.',
    reads: { activities: [{ id: 'A', evidence: ['a.pdf'], status: 'x' }] },
  },
]);

describe('left alone by this repair', () => {
  it.each([
    ['a dash below brackets that are closed', 'list: [a]\n  - b\nowner: y\n'],
    ['a dash among keys', 'practice:\n  name: x\n  - i\n  clinicians: 3\n'],
  ])('%s', (_name, text) => {
    expect(repairsOf(dashInBrackets, text)).toEqual([]);
  });

  it.each([
    ['a number below 0 in brackets', 'list: [\n  -1,\n  -2 ]\n'],
  ])('%s, which is healthy', (_name, text) => {
    expect(parsedOf(text).problems).toEqual([]);
  });
});
