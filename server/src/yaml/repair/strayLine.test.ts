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
  {
    name: 'the keys of a first entry whose dash is gone',
    text: 'activities:\n\n    «status»: x\n    owner: y\n  - id: B\n',
    message: 'A list entry begins here without a dash; put one before it.',
    reads: { activities: [{ status: 'x', owner: 'y' }, { id: 'B' }] },
  },
  {
    name: 'a list on the line of its key',
    text: 'activities:\n  - evidence: «-» a.pdf\n    status: x\n',
    message: 'A list begins on the line below its key; move the dash there.',
    reads: { activities: [{ evidence: ['a.pdf'], status: 'x' }] },
  },
]);

describeMending('a document mark half typed', [
  {
    name: 'two dashes',
    text: 'year: 2024\n«--»\nyear: 2025\n',
    message: 'A line with three dashes, `---`, separates two plans; this one has fewer.',
    reads: [{ year: 2024 }, { year: 2025 }],
    severalPlans: true,
  },
  {
    name: 'one dash',
    text: 'year: 2024\nactivities:\n  - id: A\n    note: x\n«-»\nyear: 2025\n',
    message: 'A line with three dashes, `---`, separates two plans; this one has fewer.',
    reads: [{ year: 2024, activities: [{ id: 'A', note: 'x' }] }, { year: 2025 }],
    severalPlans: true,
  },
]);

describeMending('what a merge left', [
  {
    name: 'two versions',
    text: 'id: A\n«<<<<<<< HEAD»\nstatus: x\n=======\nstatus: y\n>>>>>>> branch\nowner: z\n',
    message: 'A merge left two versions here; keep one of them and remove the marker lines.',
    reads: { id: 'A', status: 'x', owner: 'z' },
  },
  {
    name: 'two versions and what they come from',
    text: 'activities:\n«<<<<<<< HEAD»\n  - id: A\n||||||| base\n  - id: C\n=======\n  - id: B\n>>>>>>> branch\n  - id: D\n',
    message: 'A merge left two versions here; keep one of them and remove the marker lines.',
    reads: { activities: [{ id: 'A' }, { id: 'D' }] },
  },
]);
