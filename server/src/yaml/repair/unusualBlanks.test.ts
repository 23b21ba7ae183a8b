import { describe, expect, it } from 'vitest';
import { describeMending, parsedOf, valuesOf } from '../testing/mending.ts';

const NO_BREAK_SPACE = 'A no-break space (U+00A0) is here; use an ordinary space.';

describeMending('unusual blanks', [
  {
    name: 'the indentation of a key',
    text: 'activities:\n  - id: A\n«\u00a0\u00a0\u00a0\u00a0»period: x\n  - id: B\n',
    message: NO_BREAK_SPACE,
    reads: { activities: [{ id: 'A', period: 'x' }, { id: 'B' }] },
  },
  {
    name: 'one blank of the indentation',
    text: 'activities:\n  - id: A\n   «\u00a0»period: x\n  - id: B\n',
    message: NO_BREAK_SPACE,
    reads: { activities: [{ id: 'A', period: 'x' }, { id: 'B' }] },
  },
  {
    name: 'behind a colon',
    text: 'practice:\n  name:«\u00a0»Riverbend\n  clinicians: 3\n',
    message: NO_BREAK_SPACE,
    reads: { practice: { name: 'Riverbend', clinicians: 3 } },
  },
  {
    name: 'behind a dash before a key',
    text: 'activities:\n  -«\u00a0»id: A\n    period: x\n  - id: B\n',
    message: NO_BREAK_SPACE,
    reads: { activities: [{ id: 'A', period: 'x' }, { id: 'B' }] },
  },
  {
    name: 'behind a dash, where the library reads text without objection',
    text: 'evidence:\n  -«\u00a0»a.pdf\nowner: x\n',
    message: NO_BREAK_SPACE,
    reads: { evidence: ['a.pdf'], owner: 'x' },
  },
  {
    name: 'lines that the library reads without objection as keys of the map around',
    text: 'practice:\n«\u00a0\u00a0»name: x\n\u00a0\u00a0clinicians: 3\nowner: y\n',
    message: NO_BREAK_SPACE,
    reads: { practice: { name: 'x', clinicians: 3 }, owner: 'y' },
  },
  {
    name: 'between a quoted text and a comment',
    text: 'name: "x"«\u00a0»# comment\nowner: y\n',
    message: NO_BREAK_SPACE,
    reads: { name: 'x', owner: 'y' },
  },
  {
    name: 'something without width',
    text: 'practice:\n  name:«\u200b» x\n  clinicians: 3\n',
    message: 'A zero-width space (U+200B) is here; remove it.',
    reads: { practice: { name: 'x', clinicians: 3 } },
  },
  {
    name: 'one without a name of its own',
    text: 'practice:\n«\u2003\u2003»name: x\n',
    message: 'An unusual blank (U+2003) is here; use an ordinary space.',
    reads: { practice: { name: 'x' } },
  },
]);

describe('unusual blanks', () => {
  it('are part of text, where they stand in text', () => {
    const text =
      '\ufeffname: Dr.\u00a0No\nnote: |\n  \u00a0\u00a0- a\n  b:\u00a0c\nquoted: "a\n  \u00a0b"\nlong: a\n  \u00a0b\n# \u00a0\n';
    const parsed = parsedOf(text);
    expect(parsed.problems).toEqual([]);
    expect(valuesOf(parsed)).toEqual({
      name: 'Dr.\u00a0No',
      note: '\u00a0\u00a0- a\nb:\u00a0c\n',
      quoted: 'a \u00a0b',
      long: 'a \u00a0b',
    });
  });
});
