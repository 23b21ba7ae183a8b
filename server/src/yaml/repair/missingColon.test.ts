import { describeMending } from '../testing/mending.ts';

const NO_KEY = 'This line has no key; write `key: value`, or # before it to make it a comment.';

describeMending('a key without a colon', [
  {
    name: 'between keys',
    text: 'activities:\n  - id: A\n    «perio»\n    status: x\n  - id: B\n',
    message: '`perio` needs a colon after it.',
    reads: { activities: [{ id: 'A', status: 'x' }, { id: 'B' }] },
    fixed: { activities: [{ id: 'A', perio: null, status: 'x' }, { id: 'B' }] },
  },
  {
    name: 'as the last key, before a comment',
    text: 'activities:\n  - id: A\n    «perio» # typing\n',
    message: '`perio` needs a colon after it.',
    reads: { activities: [{ id: 'A' }] },
    fixed: { activities: [{ id: 'A', perio: null }] },
  },
  {
    name: 'as the first key of an entry',
    text: 'activities:\n  - «id»\n    status: x\n  - id: B\n',
    message: '`id` needs a colon after it.',
    reads: { activities: [{ status: 'x' }, { id: 'B' }] },
    fixed: { activities: [{ id: null, status: 'x' }, { id: 'B' }] },
  },
  {
    name: 'before a comment and the next key',
    text: '«year»\n# comment\npractice:\n  name: x\n',
    message: '`year` needs a colon after it.',
    reads: { practice: { name: 'x' } },
    fixed: { year: null, practice: { name: 'x' } },
  },
  {
    name: 'with a value behind it',
    text: 'practice:\n  «name» Riverbend\n  clinicians: 3\n',
    message: '`name` needs a colon after it.',
    reads: { practice: { name: 'Riverbend', clinicians: 3 } },
  },
  {
    name: 'with a list below it',
    text: 'activities:\n  - id: A\n    «evidence»\n      - a.pdf\n    status: x\n  - id: B\n',
    message: '`evidence` needs a colon after it.',
    reads: { activities: [{ id: 'A', evidence: ['a.pdf'], status: 'x' }, { id: 'B' }] },
  },
  {
    name: 'with a list below it at its own column, unlike the list above it',
    text: 'activities:\n- id: A\n  status: x\n- id: B\n«reweighted»\n- cost\n- quality\napm:\n',
    message: '`reweighted` needs a colon after it.',
    reads: { activities: [{ id: 'A', status: 'x' }, { id: 'B' }], reweighted: ['cost', 'quality'], apm: null },
  },
  {
    name: 'with all activities below it at its own column, and another list above it',
    text: 'reweighted:\n- cost\n- quality\n«activities»\n- id: A\n  status: x\n- id: B\n',
    message: '`activities` needs a colon after it.',
    reads: { reweighted: ['cost', 'quality'], activities: [{ id: 'A', status: 'x' }, { id: 'B' }] },
  },
  {
    name: 'between entries at its own column, the next of which is begun',
    text: 'activities:\n- id: A\n«perio»\n-\n- id: B\n',
    message: '`perio` needs a colon after it.',
    reads: { activities: [{ id: 'A' }, { id: 'B' }] },
    fixed: { activities: [{ id: 'A' }], perio: [null, { id: 'B' }] },
  },
  {
    name: 'with a map below it',
    text: 'year: 2024\n«practice»\n  name: x\n  clinicians: 3\nowner: y\n',
    message: '`practice` needs a colon after it.',
    reads: { year: 2024, practice: { name: 'x', clinicians: 3 }, owner: 'y' },
  },
  {
    name: 'with all activities below it',
    text: 'year: 2024\n«activities»\n  - id: A\n    status: x\n  - id: B\n',
    message: '`activities` needs a colon after it.',
    reads: { year: 2024, activities: [{ id: 'A', status: 'x' }, { id: 'B' }] },
  },
  {
    name: 'in quotes',
    text: 'practice:\n  «"name"»\n  clinicians: 3\n',
    message: '`"name"` needs a colon after it.',
    reads: { practice: { clinicians: 3 } },
    fixed: { practice: { name: null, clinicians: 3 } },
  },
]);

describeMending('text in the place of a key', [
  {
    name: 'words',
    text: 'practice:\n  name: x\n  «To be confirmed» # soon\n  clinicians: 3\n',
    message: NO_KEY,
    reads: { practice: { name: 'x', clinicians: 3 } },
    fixed: false,
  },
  {
    name: 'an id without its key',
    text: 'activities:\n  - «IA_EPA_1»\n    status: x\n  - id: B\n',
    message: NO_KEY,
    reads: { activities: [{ status: 'x' }, { id: 'B' }] },
    fixed: false,
  },
  {
    name: 'a line at the left margin between the entries of a list',
    text: 'activities:\n  - id: A\n    note: one\n«Two»\n  - id: B\n',
    message: NO_KEY,
    reads: { activities: [{ id: 'A', note: 'one' }, { id: 'B' }] },
    fixed: false,
  },
]);
