import { describeLeftAlone, describeMending } from '../testing/mending.ts';
import { dashInBrackets } from './dashInBrackets.ts';

describeMending('a dash in brackets', [
  {
    name: 'an entry with a dash',
    text: 'evidence: [\n  «-» a.pdf,\n  b.pdf\n  ]\nowner: y\n',
    message: 'Between brackets entries have no dash; remove it and put a comma after each.',
    reads: { evidence: ['a.pdf', 'b.pdf'], owner: 'y' },
  },
  {
    name: 'an entry that is the only one',
    text: 'activities:\n  - id: A\n    evidence: [\n      «-» a.pdf\n    ]\n    status: x\n',
    message: 'Between brackets entries have no dash; remove it and put a comma after each.',
    reads: { activities: [{ id: 'A', evidence: ['a.pdf'], status: 'x' }] },
  },
]);

describeLeftAlone(dashInBrackets, {
  broken: [
    ['a dash below brackets that are closed', 'list: [a]\n  - b\nowner: y\n'],
    ['a dash among keys', 'practice:\n  name: x\n  - i\n  clinicians: 3\n'],
  ],
  healthy: [
    ['a number below 0 in brackets', 'list: [\n  -1,\n  -2 ]\n'],
  ],
});
