import { describeLeftAlone, describeMending } from '../testing/mending.ts';
import { documentMark } from './documentMark.ts';

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

describeLeftAlone(documentMark, {
  broken: [
    ['a dash in a map further in', 'practice:\n  name: x\n  --\n  tin: y\n'],
    ['a dash above more of a list', 'owner: x\n-\n- b\n'],
    ['a dash with something behind it', 'owner: x\n- a\nname: y\n'],
  ],
  healthy: [
    ['a document mark', 'owner: x\n---\nowner: y\n'],
    ['an entry without a value', 'evidence:\n-\n- b\n'],
  ],
});
