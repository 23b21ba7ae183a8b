import { describeMending } from '../testing/mending.ts';

describeMending('a value where lines below belong', [
  {
    name: 'a word beside a map',
    text: 'practice: «x»\n  name: Riverbend\n  clinicians: 3\nowner: y\n',
    message: '`practice` has a value on its line and lines below it; keep one of the two.',
    reads: { practice: { name: 'Riverbend', clinicians: 3 }, owner: 'y' },
    fixed: false,
  },
  {
    name: 'a text with a colon beside a list',
    text: 'activities: «40 of 40: done»\n  - id: A\nowner: y\n',
    message: '`activities` has a value on its line and lines below it; keep one of the two.',
    reads: { activities: [{ id: 'A' }], owner: 'y' },
    fixed: false,
  },
  {
    name: 'a word beside a list',
    text: 'activities: «x»\n  - id: A\n    status: y\n  - id: B\n',
    message: '`activities` has a value on its line and lines below it; keep one of the two.',
    reads: { activities: [{ id: 'A', status: 'y' }, { id: 'B' }] },
    fixed: false,
  },
  {
    name: 'an empty list beside a list',
    text: 'activities: «[]»\n  - id: A\n    status: y\n  - id: B\n',
    message: '`activities` has a value on its line and lines below it; keep one of the two.',
    reads: { activities: [{ id: 'A', status: 'y' }, { id: 'B' }] },
    fixed: false,
  },
]);
