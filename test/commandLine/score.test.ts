import { describe, expect, it } from 'vitest';
import type { FileScore } from '../../server/src/score/fileScore.ts';
import { BAD, folderWith, GOOD, runWith } from './fakeIo.ts';

describe('mips-plan score', () => {
  it('prints the scores as JSON, as the interfaces have them', async () => {
    const folder = folderWith({ 'plans/good.mips.yaml': GOOD, 'plans/two.mips.yaml': `${BAD}---\n${GOOD}`, 'plans/empty.mips.yaml': '' });
    const { code, stdout, stderr } = await runWith(['score', 'plans', '--format', 'json', '--as-of', '2024-06-29'], { folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const files = JSON.parse(stdout) as FileScore[];
    expect(stdout).toBe(`${JSON.stringify(files, null, 2)}\n`);
    expect(files.map(({ file, asOf, best, plans }) => ({ file, asOf, best, points: plans.map((plan) => [plan.points, plan.securedPoints]) }))).toEqual([
      { file: 'plans/empty.mips.yaml', asOf: '2024-06-29', best: null, points: [] },
      { file: 'plans/good.mips.yaml', asOf: '2024-06-29', best: 0, points: [[40, 0]] },
      { file: 'plans/two.mips.yaml', asOf: '2024-06-29', best: 1, points: [[10, 0], [40, 0]] },
    ]);
    expect(Object.keys(files[1]?.plans[0] ?? {})).toEqual([
      'practice', 'performanceYear', 'program', 'level', 'points', 'uncappedPoints', 'maxPoints', 'percent', 'categoryWeight', 'contribution',
      'securedPoints', 'gap', 'doubled', 'credits', 'activities', 'waysToClose', 'suggestions',
    ]);
  });

  it('says for each activity what it earns, or why nothing, and what would close the gap', async () => {
    const { code, stdout } = await runWith(['score', '-'], { standardInput: BAD });
    expect(code).toBe(0);
    expect(stdout).toContain(`-
  Lakeside, 2024, traditional, group
  10 of 40 points, 0 secured; 3.75 of 15 points of the final score

    IA_BE_4    0  no credit  Engagement of patients through implementation of improvements in patient portal
             Runs 89 days;`);
    expect(stdout).toMatch(/\n {4}IA_CC_8 {3}10 {2}planned {3}Implementation .*\n {13}Medium-weighted: 10 points\.\n {13}Not secured yet: it has no evidence\.\n/);
    expect(stdout).toMatch(/\n {2}10 ÷ 40 × 15 = 3\.75 points of the final score\. \[.*\]\n/);
    expect(stdout).toMatch(/\n {2}30 more points to reach 40: 2 high-weighted activities, or .*\. Closest to what the practice does already:\n( {4}IA_\w+ +(high|medium) +\d0 points {2}\S.*\n){5}/);
  });

  it('says which of several plans contributes most, and sums up', async () => {
    const { stdout } = await runWith(['score', '-'], { standardInput: `${BAD}---\n${GOOD}` });
    expect(stdout).toMatch(/\n {2}Riverbend, 2024, traditional, group {2}the highest contribution of this file\n/);
    expect(stdout).toMatch(/\n2 plans in 1 file\.\n50 of 80 points; 1 plan reaches 40\. 40 points are secured\.\n$/);
  });

  it('says what has no score', async () => {
    expect((await runWith(['score', '-'], { standardInput: '' })).stdout).toBe('-\n  No plan.\n\n');
    const { stdout } = await runWith(['score', '-'], { standardInput: BAD.replace('2024', '2003') });
    expect(stdout).toContain('Lakeside, 2003, traditional, group\n  No score.\n');
    expect((await runWith(['score', '-'], { standardInput: '['.repeat(100) })).stdout).toMatch(/^-\n {2}\S.*64/);
  });

  it('prints nothing that steers the terminal', async () => {
    const { stdout } = await runWith(['score', '-'], { standardInput: BAD.replace('Lakeside', '"A \\e[31m \\u202E B"') });
    expect(stdout).toContain('A ␛[31m \ufffd B');
  });
});
