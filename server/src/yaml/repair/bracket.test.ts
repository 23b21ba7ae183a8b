import { describeMending } from '../testing/mending.ts';

const BRACE = 'The { opened here is not closed; add } at the end.';
const BRACKET = 'The [ opened here is not closed; add ] at the end.';

describeMending('brackets', [
  {
    name: 'a brace that is not closed',
    text: 'activities:\n  - id: A\n    period: «{» start: 1, end: 2 # days\n    status: x\n  - id: B\n',
    message: BRACE,
    reads: { activities: [{ id: 'A', period: { start: 1, end: 2 }, status: 'x' }, { id: 'B' }] },
  },
  {
    name: 'a brace just typed',
    text: 'activities:\n  - id: A\n    period: «{»\n    status: x\n  - id: B\n',
    message: BRACE,
    reads: { activities: [{ id: 'A', period: {}, status: 'x' }, { id: 'B' }] },
  },
  {
    name: 'a brace just typed at the end of the file',
    text: 'id: A\nperiod: «{» start: 1, ',
    message: BRACE,
    reads: { id: 'A', period: { start: 1 } },
  },
  {
    name: 'a bracket that is not closed',
    text: 'statuses: «[»rural, small\nactivities:\n  - id: A\n',
    message: BRACKET,
    reads: { statuses: ['rural', 'small'], activities: [{ id: 'A' }] },
  },
  {
    name: 'a bracket over several lines',
    text: 'statuses: «[»\n  rural,\n  small\nactivities:\n  - id: A\n',
    message: BRACKET,
    reads: { statuses: ['rural', 'small'], activities: [{ id: 'A' }] },
  },
  {
    name: 'two that are not closed',
    text: 'activities:\n  - evidence: [a.pdf, «{» file: b.pdf\n    status: x\n  - id: B\n',
    message: BRACE,
    reads: { activities: [{ evidence: ['a.pdf', { file: 'b.pdf' }], status: 'x' }, { id: 'B' }] },
  },
  {
    name: 'a bracket in the place of a list below',
    text: 'activities: «[»\n  - id: A\n    status: x\n  - id: B\nowner: y\n',
    message: BRACKET,
    reads: { activities: [{ id: 'A', status: 'x' }, { id: 'B' }], owner: 'y' },
    fixed: false,
  },
  {
    name: 'a brace in the place of a map below',
    text: 'practice: «{»\n  name: x\n  clinicians: 3\nowner: y\n',
    message: BRACE,
    reads: { practice: { name: 'x', clinicians: 3 }, owner: 'y' },
    fixed: false,
  },
  {
    name: 'one entry of a list in brackets, half typed',
    text: 'activities: [\n  { id: A, evidence: «[»a.pdf, \n  { id: B, period: { start: 1, end: 2 } },\n  { id: C }\n]\nowner: y\n',
    message: BRACKET,
    reads: {
      activities: [{ id: 'A', evidence: ['a.pdf'] }, { id: 'B', period: { start: 1, end: 2 } }, { id: 'C' }],
      owner: 'y',
    },
  },
  {
    name: 'the last entry of a list in brackets, half typed',
    text: 'activities: [\n  { id: A },\n  «{» id: B\n]\nowner: y\n',
    message: BRACE,
    reads: { activities: [{ id: 'A' }, { id: 'B' }], owner: 'y' },
  },
  {
    name: 'a brace that closes nothing',
    text: 'activities:\n  - period: { start: 1, end: 2 } «}»\n    status: x\n  - id: B\n',
    message: 'This } closes nothing; remove it.',
    reads: { activities: [{ period: { start: 1, end: 2 }, status: 'x' }, { id: 'B' }] },
  },
  {
    name: 'a bracket alone',
    text: 'activities:\n  - period: «]»\n    status: x\n  - id: B\n',
    message: 'This ] closes nothing; remove it.',
    reads: { activities: [{ period: null, status: 'x' }, { id: 'B' }] },
  },
  {
    name: 'one kind closed by the other',
    text: 'activities:\n  - period: { start: 1, end: 2 «]»\n    status: x\n  - id: B\n',
    message: 'This ] closes a {; write } instead.',
    reads: { activities: [{ period: { start: 1, end: 2 }, status: 'x' }, { id: 'B' }] },
  },
  {
    name: 'one missing within another',
    text: 'evidence: [a.pdf, «{»file: b.pdf]\nowner: y\n',
    message: 'The { opened here is not closed; add } before the ].',
    reads: { evidence: ['a.pdf', { file: 'b.pdf' }], owner: 'y' },
  },
]);
