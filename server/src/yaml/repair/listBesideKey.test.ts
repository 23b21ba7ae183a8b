import { describeLeftAlone, describeMending } from '../testing/mending.ts';
import { listBesideKey } from './listBesideKey.ts';

describeMending('a list beside its key', [
  {
    name: 'a list on the line of its key',
    text: 'activities:\n  - evidence: «-» a.pdf\n    status: x\n',
    message: 'A list begins on the line below its key; move the dash there.',
    reads: { activities: [{ evidence: ['a.pdf'], status: 'x' }] },
  },
  {
    name: 'with further entries below',
    text: 'evidence: «-» a.pdf\n          - b.pdf\nowner: y\n',
    message: 'A list begins on the line below its key; move the dash there.',
    reads: { evidence: ['a.pdf', 'b.pdf'], owner: 'y' },
  },
]);

describeLeftAlone(listBesideKey, {
  broken: [
    ['a dash among keys', 'practice:\n  name: x\n  - i\n  clinicians: 3\n'],
    ['a dash behind an entry', 'evidence:\n  - "a" - b\nowner: y\n'],
  ],
  healthy: [
    ['a value that begins with a dash', 'change: -1\nnote: -x\n'],
  ],
});
