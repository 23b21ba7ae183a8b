import { describe, expect, it } from 'vitest';
import { describeMending, parsedOf, repairsOf } from '../testing/mending.ts';
import { listBesideKey } from './listBesideKey.ts';

describeMending('a list beside its key', [
  {
    name: 'a list on the line of its key',
    text: 'activities:\n  - evidence: «-» a.pdf\n    status: x\n',
    message: 'A list begins on the line below its key; move the dash there.',
    reads: { activities: [{ evidence: ['a.pdf'], status: 'x' }] },
  },
  {
    name: 'with further entries below',
    text: 'evidence: «-» a.pdf\n          - b.pdf\nowner: y\n',
    message: 'A list begins on the line below its key; move the dash there.',
    reads: { evidence: ['a.pdf', 'b.pdf'], owner: 'y' },
  },
]);

describe('left alone by this repair', () => {
  it.each([
    ['a dash among keys', 'practice:\n  name: x\n  - i\n  clinicians: 3\n'],
    ['a dash behind an entry', 'evidence:\n  - "a" - b\nowner: y\n'],
  ])('%s', (_name, text) => {
    expect(repairsOf(listBesideKey, text)).toEqual([]);
  });

  it.each([
    ['a value that begins with a dash', 'change: -1\nnote: -x\n'],
  ])('%s, which is healthy', (_name, text) => {
    expect(parsedOf(text).problems).toEqual([]);
  });
});
