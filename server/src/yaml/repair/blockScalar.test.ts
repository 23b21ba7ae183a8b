import { describeLeftAlone, describeMending } from '../testing/mending.ts';
import { blockScalar } from './blockScalar.ts';

describeMending('the text of a block scalar', [
  {
    name: 'the text of a block scalar',
    text: 'activities:\n  - note: |\n«   »one "two\n      three: {\n    id: A\n  - id: B\n',
    message: 'This text belongs to the key above it; indent it by 6 spaces.',
    reads: { activities: [{ note: 'one "two\nthree: {\n', id: 'A' }, { id: 'B' }] },
  },
  {
    name: 'at the left margin',
    text: 'note: >-\n«o»ne line\nowner: x\n',
    message: 'This text belongs to the key above it; indent it by 2 spaces.',
    reads: { note: 'one line', owner: 'x' },
  },
]);

describeLeftAlone(blockScalar, {
  broken: [
    ['text below a value of one line', 'note: x\none\nowner: y\n'],
    ['a key below such a text', 'practice:\n  name: |\n    one\n tin: x\n'],
  ],
  healthy: [
    ['a text that is indented by one space', 'note: |\n one\nowner: y\n'],
  ],
});
