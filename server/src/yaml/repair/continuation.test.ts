import { describeMending } from '../testing/mending.ts';

describeMending('what goes on below without indentation', [
  {
    name: 'text in double quotes',
    text: 'activities:\n  - id: A\n    note: "one\n«t»wo, it\'s\n\nthree"\n    status: x\n  - id: B\n',
    message: 'This line belongs to the text in quotes above it; indent it by 6 spaces.',
    reads: { activities: [{ id: 'A', note: "one two, it's\nthree", status: 'x' }, { id: 'B' }] },
  },
  {
    name: 'text in single quotes',
    text: "practice:\n  name: 'one\n  «t»wo'\n  clinicians: 3\n",
    message: 'This line belongs to the text in quotes above it; indent it by 4 spaces.',
    reads: { practice: { name: 'one two', clinicians: 3 } },
  },
  {
    name: 'a list in brackets',
    text: 'statuses: [\n«s»mall,\nrural\n]\nowner: y\n',
    message: 'This line belongs to the brackets above it; indent it by 2 spaces.',
    reads: { statuses: ['small', 'rural'], owner: 'y' },
  },
  {
    name: 'a map in braces',
    text: 'activities:\n  - id: A\n    period: { start: 1,\n    «e»nd: 2 }\n    status: x\n',
    message: 'This line belongs to the brackets above it; indent it by 6 spaces.',
    reads: { activities: [{ id: 'A', period: { start: 1, end: 2 }, status: 'x' }] },
  },
]);
