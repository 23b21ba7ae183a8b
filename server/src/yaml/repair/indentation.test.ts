import { describe, expect, it } from 'vitest';
import { describeMending, parsedOf, valuesOf } from '../testing/mending.ts';

describeMending('a line indented deeper than its neighbours', [
  {
    name: 'a key',
    text: 'activities:\n  - id: A\n«     »period: x\n    status: y\n  - id: B\n',
    message: 'This line is indented by 5 spaces, its neighbours by 4.',
    reads: { activities: [{ id: 'A', period: 'x', status: 'y' }, { id: 'B' }] },
  },
  {
    name: 'a key and its list',
    text: 'activities:\n  - id: A\n    period: x\n«      »evidence:\n        - a.pdf\n    status: y\n  - id: B\n',
    message: 'This line is indented by 6 spaces, its neighbours by 4.',
    reads: { activities: [{ id: 'A', period: 'x', evidence: ['a.pdf'], status: 'y' }, { id: 'B' }] },
  },
  {
    name: 'two keys',
    text: 'practice:\n  name: x\n«   »tin: "1"\n   clinicians: 3\nowner: y\n',
    message: 'This line is indented by 3 spaces, its neighbours by 2.',
    reads: { practice: { name: 'x', tin: '1', clinicians: 3 }, owner: 'y' },
  },
  {
    name: 'a list entry',
    text: 'activities:\n  - id: A\n    status: x\n«   »- id: B\n     status: y\n  - id: C\n',
    message: 'This line is indented by 3 spaces, its neighbours by 2.',
    reads: { activities: [{ id: 'A', status: 'x' }, { id: 'B', status: 'y' }, { id: 'C' }] },
  },
  {
    name: 'a list entry, but not the keys below it',
    text: 'activities:\n  - id: A\n    status: x\n«   »- id: B\n    status: y\n  - id: C\n',
    message: 'This line is indented by 3 spaces, its neighbours by 2.',
    reads: { activities: [{ id: 'A', status: 'x' }, { id: 'B', status: 'y' }, { id: 'C' }] },
  },
  {
    name: 'a list entry at the column of keys',
    text: 'activities:\n  - id: A\n    status: x\n«    »- id: B\n      status: y\n  - id: C\n',
    message: 'This line is indented by 4 spaces, its neighbours by 2.',
    reads: { activities: [{ id: 'A', status: 'x' }, { id: 'B', status: 'y' }, { id: 'C' }] },
  },
  {
    name: 'a key of the top level',
    text: 'practice:\n  name: x\n« »activities:\n  - id: A\n',
    message: 'This line is indented by 1 space, its neighbours are not.',
    reads: { practice: { name: 'x' }, activities: [{ id: 'A' }] },
  },
]);

describeMending('a line indented less than its neighbours', [
  {
    name: 'a key between a dash and its keys',
    text: 'activities:\n  - id: A\n«   »period: x\n    status: y\n  - id: B\n',
    message: 'This line is indented by 3 spaces, its neighbours by 4.',
    reads: { activities: [{ id: 'A', period: 'x', status: 'y' }, { id: 'B' }] },
  },
  {
    name: 'the first entry of a list',
    text: 'activities:\n« »- id: A\n    status: x\n  - id: B\n    status: y\n  - id: C\n',
    message: 'This line is indented by 1 space, its neighbours by 2.',
    reads: { activities: [{ id: 'A', status: 'x' }, { id: 'B', status: 'y' }, { id: 'C' }] },
  },
  {
    name: 'the first key of a map',
    text: 'practice:\n« »name: x\n  tin: "1"\n  clinicians: 3\nowner: y\n',
    message: 'This line is indented by 1 space, its neighbours by 2.',
    reads: { practice: { name: 'x', tin: '1', clinicians: 3 }, owner: 'y' },
  },
  {
    name: 'a key at the column of the dash',
    text: 'activities:\n  - id: A\n«  »period: x\n    status: y\n  - id: B\n',
    message: 'This line is indented by 2 spaces, its neighbours by 4.',
    reads: { activities: [{ id: 'A', period: 'x', status: 'y' }, { id: 'B' }] },
  },
  {
    name: 'a key at the column of the dash, which is that of keys further up, too',
    text: 'submission:\n  level: group\nactivities:\n  - id: A\n«  »period: x\n',
    message: 'This line is indented by 2 spaces, its neighbours by 4.',
    reads: { submission: { level: 'group' }, activities: [{ id: 'A', period: 'x' }] },
  },
  {
    name: 'a key at the left margin',
    text: 'activities:\n  - id: A\n«p»eriod: x\n    status: y\n  - id: B\n'.replace('«p»eriod:', '«period:»'),
    message: 'This line is not indented; its neighbours are, by 4 spaces.',
    reads: { activities: [{ id: 'A', period: 'x', status: 'y' }, { id: 'B' }] },
  },
  {
    name: 'a key with a list below it',
    text: 'activities:\n  - id: A\n« »evidence:\n      - a.pdf\n    status: y\n  - id: B\n',
    message: 'This line is indented by 1 space, its neighbours by 4.',
    reads: { activities: [{ id: 'A', evidence: ['a.pdf'], status: 'y' }, { id: 'B' }] },
  },
  {
    name: 'the last key of an entry, at the left margin',
    text: 'activities:\n  - id: A\n    status: y\n«note:» x\n  - id: B\n',
    message: 'This line is not indented; its neighbours are, by 4 spaces.',
    reads: { activities: [{ id: 'A', status: 'y', note: 'x' }, { id: 'B' }] },
  },
  {
    name: 'a list entry at the left margin',
    text: 'activities:\n  - id: A\n    status: x\n«-» id: B\n  - id: C\n',
    message: 'This line is not indented; its neighbours are, by 2 spaces.',
    reads: { activities: [{ id: 'A', status: 'x' }, { id: 'B' }, { id: 'C' }] },
  },
]);

describe('a first line indented deeper than those below', () => {
  it('is moved to them', () => {
    const parsed = parsedOf(' year: 2024\npractice:\n  name: x\n');
    const message = 'This line is indented by 1 space, its neighbours are not.';
    expect(parsed.problems).toMatchObject([{ message, span: { start: 0, end: 1 } }]);
    expect(valuesOf(parsed)).toEqual({ year: 2024, practice: { name: 'x' } });
  });
});
