import { describeMending } from '../testing/mending.ts';

const STARTS = 'This line starts with a tab; indent with spaces.';

describeMending('tabs in the indentation', [
  {
    name: 'one line among keys',
    text: 'activities:\n  - id: A\n«\t»period: x\n    status: y\n  - id: B\n',
    message: STARTS,
    reads: { activities: [{ id: 'A', period: 'x', status: 'y' }, { id: 'B' }] },
  },
  {
    name: 'the last line',
    text: 'practice:\n  name: x\n«\t»clinicians: 3',
    message: STARTS,
    reads: { practice: { name: 'x', clinicians: 3 } },
  },
  {
    name: 'behind spaces',
    text: 'activities:\n  - id: A\n  «\t»period: x\n    status: y\n  - id: B\n',
    message: 'The indentation of this line has a tab in it; indent with spaces.',
    reads: { activities: [{ id: 'A', period: 'x', status: 'y' }, { id: 'B' }] },
  },
  {
    name: 'a whole block of lines',
    text: 'year: 2024\nactivities:\n«\t»- id: A # one\n\t  evidence:\n\t\t- a.pdf\n\n\t- id: B\nowner: x\n',
    message: STARTS,
    reads: { year: 2024, activities: [{ id: 'A', evidence: ['a.pdf'] }, { id: 'B' }], owner: 'x' },
  },
  {
    name: 'a key that belongs to the left margin',
    text: 'year: 2024\n«\t»practice:\n  name: x\nactivities: []\n',
    message: STARTS,
    reads: { year: 2024, practice: { name: 'x' }, activities: [] },
  },
  {
    name: 'inside brackets',
    text: 'period: {\n«\t»start: 1,\n\tend: 2 }\nstatus: y\n',
    message: STARTS,
    reads: { period: { start: 1, end: 2 }, status: 'y' },
  },
  {
    name: 'between a dash and the first key of several',
    text: 'activities:\n  -«\t»id: A\n    status: y\n  - id: B\n',
    message: 'There is a tab after the dash; use a space.',
    reads: { activities: [{ id: 'A', status: 'y' }, { id: 'B' }] },
  },
]);
