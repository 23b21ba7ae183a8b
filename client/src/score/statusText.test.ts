import { describe, expect, it } from 'vitest';
import type { PlanScore } from '../../../server/src/score/fileScore.ts';
import type { KnownScore } from './planScores.ts';
import { statusText } from './statusText.ts';

function plan(points: number | null, securedPoints: number | null): PlanScore {
  return {
    practice: 'Lakeside', performanceYear: 2024, program: 'traditional', level: 'group', points, uncappedPoints: points,
    maxPoints: points === null ? null : 40, percent: null, categoryWeight: 15, contribution: points, securedPoints, gap: null,
    doubled: false, credits: [], activities: [], waysToClose: [], suggestions: [],
  };
}

function known(best: number | null, plans: readonly PlanScore[], outdated = false): KnownScore {
  return { params: { uri: 'a', version: 1, score: { file: 'a', asOf: '2024-12-31', best, plans } }, outdated };
}

const group = plan(10, 0);
const individual = plan(20, 7.5);
const unscored = plan(null, null);

describe('statusText', () => {
  it.each([
    ['a plan', known(0, [group]), 'running', { text: 'MIPS 10/40', detail: '0 points secured', busy: false, failed: false }],
    ['the best of several', known(1, [group, individual]), 'running', { text: 'MIPS 20/40', detail: '7.5 points secured', busy: false, failed: false }],
    ['a plan that cannot be scored', known(null, [unscored]), 'running', { text: 'MIPS –', detail: 'This plan cannot be scored yet', busy: false, failed: false }],
    ['a file without a plan', known(null, []), 'running', { text: 'MIPS –', detail: 'No plan in this file', busy: false, failed: false }],
    ['a plan not scored yet', undefined, 'starting', { text: 'MIPS –', detail: 'Scoring', busy: true, failed: false }],
    ['a score that is checked again', known(0, [group], true), 'restarting', { text: 'MIPS 10/40', detail: '0 points secured', busy: true, failed: false }],
    ['a lost server', known(0, [group], true), 'stopped', { text: 'MIPS not checked', detail: 'The checker has stopped', busy: false, failed: true }],
  ] as const)('%s', (_, score, server, expected) => {
    expect(statusText(score, server)).toEqual(expected);
  });
});
