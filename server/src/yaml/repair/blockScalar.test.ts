import { describe, expect, it } from 'vitest';
import { describeMending, parsedOf, repairsOf } from '../testing/mending.ts';
import { blockScalar } from './blockScalar.ts';

describeMending('the text of a block scalar', [
  {
    name: 'the text of a block scalar',
    text: 'activities:\n  - note: |\n«   »one "two\n      three: {\n    id: A\n  - id: B\n',
    message: 'This text belongs to the key above it; indent it by 6 spaces.',
    reads: { activities: [{ note: 'one "two\nthree: {\n', id: 'A' }, { id: 'B' }] },
  },
  {
    name: 'at the left margin',
    text: 'note: >-\n«o»ne line\nowner: x\n',
    message: 'This text belongs to the key above it; indent it by 2 spaces.',
    reads: { note: 'one line', owner: 'x' },
  },
]);

describe('left alone by this repair', () => {
  it.each([
    ['text below a value of one line', 'note: x\none\nowner: y\n'],
    ['a key below such a text', 'practice:\n  name: |\n    one\n tin: x\n'],
  ])('%s', (_name, text) => {
    expect(repairsOf(blockScalar, text)).toEqual([]);
  });

  it.each([
    ['a text that is indented by one space', 'note: |\n one\nowner: y\n'],
  ])('%s, which is healthy', (_name, text) => {
    expect(parsedOf(text).problems).toEqual([]);
  });
});
