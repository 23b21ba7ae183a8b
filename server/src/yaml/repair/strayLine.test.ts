import { describeMending } from '../testing/mending.ts';

const ENTRY = 'This list entry is among keys; put it below the key of its list.';
const KEY = 'This key is among list entries; begin the line with a dash.';

describeMending('a line with no place where it stands', [
  {
    name: 'a dash among the keys of a map',
    text: 'practice:\n  name: x\n  «-» i\n  clinicians: 3\nowner: y\n',
    message: ENTRY,
    reads: { practice: { name: 'x', clinicians: 3 }, owner: 'y' },
    fixed: false,
  },
  {
    name: 'a dash above the keys of a map',
    text: 'practice:\n  «-»\n  name: x\n  clinicians: 3\nowner: y\n',
    message: ENTRY,
    reads: { practice: { name: 'x', clinicians: 3 }, owner: 'y' },
    fixed: false,
  },
  {
    name: 'a dash below the first key of an entry',
    text: 'activities:\n  - id: A\n    «-» x\n    status: y\n  - id: B\n',
    message: ENTRY,
    reads: { activities: [{ id: 'A', status: 'y' }, { id: 'B' }] },
    fixed: false,
  },
  {
    name: 'a key above the entries of a list',
    text: 'activities:\n  «status»: y\n  - id: A\n  - id: B\n',
    message: KEY,
    reads: { activities: [{ id: 'A' }, { id: 'B' }] },
    fixed: { activities: [{ status: 'y' }, { id: 'A' }, { id: 'B' }] },
  },
  {
    name: 'an entry that lacks its dash',
    text: 'activities:\n  «id»: A\n  - id: B\nowner: y\n',
    message: KEY,
    reads: { activities: [{ id: 'A' }, { id: 'B' }], owner: 'y' },
  },
  {
    name: 'a key between entries that are no maps',
    text: 'evidence:\n  - a.pdf\n  «file»: x\n  - b.pdf\nowner: y\n',
    message: KEY,
    reads: { evidence: ['a.pdf', 'b.pdf'], owner: 'y' },
    fixed: { evidence: ['a.pdf', { file: 'x' }, 'b.pdf'], owner: 'y' },
  },
  {
    name: 'text between entries',
    text: 'activities:\n  - id: A\n    status: x\n  «soon»\n  - id: B\nowner: y\n',
    message: 'This line is among list entries; begin it with a dash.',
    reads: { activities: [{ id: 'A', status: 'x' }, { id: 'B' }], owner: 'y' },
    fixed: { activities: [{ id: 'A', status: 'x' }, 'soon', { id: 'B' }], owner: 'y' },
  },
]);
