import { describeLeftAlone, describeMending } from '../testing/mending.ts';
import { missingOpener } from './missingOpener.ts';

describeMending('an opening bracket that is missing', [
  {
    name: 'an opening brace that is missing',
    text: 'activities:\n  - id: A\n    period: start: 1, end: 2 «}»\n  - id: B\n',
    message: 'This } has no { before it; add one.',
    reads: { activities: [{ id: 'A', period: { start: 1, end: 2 } }, { id: 'B' }] },
  },
  {
    name: 'an opening brace that is missing behind a dash',
    text: 'evidence:\n  - a.pdf\n  - file: "b, c.pdf", title: \'d\' «}»\nowner: y\n',
    message: 'This } has no { before it; add one.',
    reads: { evidence: ['a.pdf', { file: 'b, c.pdf', title: 'd' }], owner: 'y' },
  },
  {
    name: 'of a whole entry',
    text: 'activities:\n  - id: A, status: x «}»\n  - id: B\n',
    message: 'This } has no { before it; add one.',
    reads: { activities: [{ id: 'A', status: 'x' }, { id: 'B' }] },
  },
]);

describeLeftAlone(missingOpener, {
  broken: [
    ['brackets that match', 'note: "x" { a, b }\nowner: y\n'],
    ['a closing bracket behind a word', 'note: "x" a}\nowner: y\n'],
    ['a closing bracket within brackets that are open above', 'list: [\n  a: b: c ]\nowner: y\n'],
  ],
  healthy: [
    ['a bracket in text', 'note: a, b]\nowner: y\n'],
  ],
});
