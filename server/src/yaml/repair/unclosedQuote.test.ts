import { describe, expect, it } from 'vitest';
import { describeMending, parsedOf, valuesOf } from '../testing/mending.ts';

const DOUBLE = 'The quote opened here is not closed; add " at the end of the text.';
const SINGLE = "The quote opened here is not closed; add ' at the end of the text.";

describeMending('an unclosed quote', [
  {
    name: 'before other keys',
    text: 'practice:\n  tin: «"»000123456\n  clinicians: 3\nactivities:\n  - id: A\n',
    message: DOUBLE,
    reads: { practice: { tin: '000123456', clinicians: 3 }, activities: [{ id: 'A' }] },
  },
  {
    name: 'before texts in quotes',
    text: 'practice:\n  tin: «"»000123456\n  name: "x"\nactivities:\n  - id: "A"\n',
    message: DOUBLE,
    reads: { practice: { tin: '000123456', name: 'x' }, activities: [{ id: 'A' }] },
  },
  {
    name: 'of a list entry',
    text: "evidence:\n  - «'»a.pdf\n  - 'b.pdf'\nowner: y\n",
    message: SINGLE,
    reads: { evidence: ['a.pdf', 'b.pdf'], owner: 'y' },
  },
  {
    name: 'of an id, with more keys below',
    text: 'activities:\n  - id: «"»A\n    period: x\n  - id: "B"\n',
    message: DOUBLE,
    reads: { activities: [{ id: 'A', period: 'x' }, { id: 'B' }] },
  },
  {
    name: 'with nothing behind it',
    text: 'practice:\n  name: «"»\n  clinicians: 3\n',
    message: DOUBLE,
    reads: { practice: { name: '', clinicians: 3 } },
  },
  {
    name: 'before a comment',
    text: 'practice:\n  name: «"»Unit #4  # the old one\n  clinicians: 3\n',
    message: DOUBLE,
    reads: { practice: { name: 'Unit #4', clinicians: 3 } },
  },
  {
    name: 'of a text over several lines',
    text: 'activities:\n  - note: «"»one\n      two\n    owner: "x"\n  - id: B\n',
    message: DOUBLE,
    reads: { activities: [{ note: 'one two', owner: 'x' }, { id: 'B' }] },
  },
  {
    name: 'of a key',
    text: 'practice:\n  «"»name: Riverbend\n  tin: "1"\n',
    message: DOUBLE,
    reads: { practice: { name: 'Riverbend', tin: '1' } },
  },
  {
    name: 'in a list in brackets',
    text: 'statuses: [«"»rural, small]\nowner: x\n',
    message: DOUBLE,
    reads: { statuses: ['rural', 'small'], owner: 'x' },
  },
  {
    name: 'in a map in braces',
    text: "period: { start: «'»2024-03-01, end: '2024-05-29' }\nowner: x\n",
    message: SINGLE,
    reads: { period: { start: '2024-03-01', end: '2024-05-29' }, owner: 'x' },
  },
  {
    name: 'behind a backslash',
    text: 'evidence:\n  - «"»C:\\\\logs\\\n  - b.pdf\n',
    message: DOUBLE,
    reads: { evidence: ['C:\\logs\\', 'b.pdf'] },
  },
  {
    name: 'behind an apostrophe written twice',
    text: "activities:\n  - note: «'»it''s\n    owner: 'x'\n",
    message: SINGLE,
    reads: { activities: [{ note: "it's", owner: 'x' }] },
  },
  {
    name: 'where the other quote closes the text',
    text: 'practice:\n  name: «"»Riverbend\'\n  clinicians: 3\n',
    message: 'This text begins with " and ends with \'; use the same quote at both ends.',
    reads: { practice: { name: 'Riverbend', clinicians: 3 } },
  },
]);

describe('an unclosed quote', () => {
  it('that finds its fellow in the lines below is the one problem there', () => {
    const parsed = parsedOf('practice: "x\n  name: "Riverbend"\nowner: y\n');
    expect(parsed.problems).toMatchObject([{ message: DOUBLE, span: { start: 10, end: 11 } }]);
    expect(valuesOf(parsed)).toMatchObject({ practice: 'x', owner: 'y' });
  });

  it('leaves apostrophes and quotes in plain text and in comments alone', () => {
    const text = 'name: Dr. O\'Neil\'s "clinic" # it\'s the "old one\nnote: |\n  "\n  \'\nlong: "one\n\n  two"\n';
    expect(parsedOf(text).problems).toEqual([]);
  });
});
