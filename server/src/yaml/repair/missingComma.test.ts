import { describeLeftAlone, describeMending } from '../testing/mending.ts';
import { missingComma } from './missingComma.ts';

describeMending('a comma that is missing', [
  {
    name: 'a comma that is missing on a line',
    text: 'period: { start: «2024-03-01» end: 2024-05-29 }\nowner: y\n',
    message: 'A comma is missing after `2024-03-01`.',
    reads: { period: { start: '2024-03-01', end: '2024-05-29' }, owner: 'y' },
  },
  {
    name: 'a comma that is missing at the end of a line',
    text: 'period: {\n  start: «2024-03-01»\n  end: 2024-05-29\n  }\nowner: y\n',
    message: 'A comma is missing after `2024-03-01`.',
    reads: { period: { start: '2024-03-01', end: '2024-05-29' }, owner: 'y' },
  },
  {
    name: 'a comma that is missing between two maps',
    text: 'activities: [\n  { id: A «}»\n  { id: B }\n  ]\nowner: y\n',
    message: 'A comma is missing after `}`.',
    reads: { activities: [{ id: 'A' }, { id: 'B' }], owner: 'y' },
  },
  {
    name: 'a comma that is missing between quoted texts',
    text: 'evidence: [«"a.pdf"» "b.pdf"]\nowner: y\n',
    message: 'A comma is missing after `"a.pdf"`.',
    reads: { evidence: ['a.pdf', 'b.pdf'], owner: 'y' },
  },
  {
    name: 'a colon inside text',
    text: 'evidence: [{ title: log«:» part 1, file: a.pdf }]\nowner: y\n',
    message: 'A colon and a space inside text need quotes around the text.',
    reads: { evidence: [{ title: 'log: part 1', file: 'a.pdf' }], owner: 'y' },
  },
]);

describeLeftAlone(missingComma, {
  broken: [
    ['text of two words in brackets that are open', 'names: [adams baker\n'],
    ['two keys on a line without brackets', 'start: 1 end: 2\nowner: y\n'],
    ['a key on the line behind brackets', 'period: { start: 1 }\n  end: 2\n'],
  ],
  healthy: [
    ['text of two words in brackets', 'names: [adams baker, chen]\n'],
  ],
});
