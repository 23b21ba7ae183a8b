import { describe, expect, it } from 'vitest';
import { describeMending, parsedOf, repairsOf, valuesOf } from '../testing/mending.ts';
import { blankLine } from './blankLine.ts';

describeMending('what has no better name', [
  {
    name: 'a line that fits nowhere',
    text: 'practice:\n  name: x\n «:  clinicians: 3»\nowner: y\n',
    message: 'This line does not fit the lines around it; check its indentation, colons, quotes and brackets.',
    reads: { practice: { name: 'x' }, owner: 'y' },
    fixed: false,
  },
]);

describe('the last resort', () => {
  it('leaves out the line, then what is below it as well, then the line above', () => {
    const text = 'practice:\n  name: x\n :  clinicians: 3\n     tin: y\nowner: z\n';
    const without = repairsOf(blankLine, text).map(({ edits }) => edits.map(({ span }) => text.slice(span.start, span.end)));
    expect(without).toEqual([[':  clinicians: 3'], [':  clinicians: 3', 'tin: y'], ['name: x']]);
  });

  it('leaves comments and all other lines as they are', () => {
    const text = 'practice:\n  name: x # why\n :  clinicians: 3 # how many\nowner: y\n';
    const parsed = parsedOf(text);
    expect(parsed.comments.map(({ start, end }) => text.slice(start, end))).toEqual(['# why', '# how many']);
    expect(valuesOf(parsed)).toEqual({ practice: { name: 'x' }, owner: 'y' });
  });
});
