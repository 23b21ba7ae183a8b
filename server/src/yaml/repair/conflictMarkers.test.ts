import { describe, expect, it } from 'vitest';
import { applied, describeLeftAlone, describeMending, parsedOf } from '../testing/mending.ts';
import { conflictMarkers } from './conflictMarkers.ts';

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

describe('the fixes', () => {
  it('keep the first version or the second', () => {
    const text = 'id: A\n<<<<<<< HEAD\nstatus: x\n=======\nstatus: y\n>>>>>>> branch\nowner: z\n';
    const [problem] = parsedOf(text).problems;
    expect(problem?.fixes.map((fix) => [fix.title, applied(text, fix)])).toEqual([
      ['Keep the first version', 'id: A\nstatus: x\nowner: z\n'],
      ['Keep the second version', 'id: A\nstatus: y\nowner: z\n'],
    ]);
  });
});

describeLeftAlone(conflictMarkers, {
  broken: [
    ['a conflict whose end is gone', 'owner: x\n<<<<<<< HEAD\nyear: 1\nname: y\n'],
    ['marks that are shorter', 'owner: x\n<<<<<<\nyear: 1\n======\nyear: 2\n>>>>>>\n'],
    ['marks further in', 'note:\n  <<<<<<< HEAD\n  a: 1\n  =======\n  a: 2\n  >>>>>>> b\n'],
  ],
  healthy: [
    ['marks in a text', 'note: |\n  <<<<<<< HEAD\n  =======\n  >>>>>>> b\nowner: y\n'],
  ],
});
