import { describe, expect, it } from 'vitest';
import type { ActivityScore, PlanScore } from '../../server/src/score/fileScore.ts';
import { activityState, bestWords, denials, planLabel, practiceName, spokenScore, stateWords, submissionWords } from './words.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const activity: ActivityScore = { id: 'IA_BE_4', title: 'Title', weight: 'medium', points: 10, credited: true, secured: false, reasons: [], range };
const plan: PlanScore = {
  practice: 'Lakeside', performanceYear: 2024, program: 'traditional', level: 'group', points: 30, uncappedPoints: 30, maxPoints: 40,
  percent: 75, categoryWeight: 15, contribution: 11.25, securedPoints: 20, gap: 10, doubled: false, credits: [], activities: [],
  waysToClose: [], suggestions: [],
};

describe('activityState', () => {
  it.each([
    [{}, 'planned'],
    [{ secured: true }, 'secured'],
    [{ credited: false, points: 0, reasons: ['period-too-short'] }, 'denied'],
    [{ credited: false, points: 0 }, 'dropped'],
    [{ credited: false, points: null }, 'unscored'],
    [{ points: null }, 'unscored'],
  ] as const)('%j is %s', (change, state) => {
    expect(activityState({ ...activity, ...change })).toBe(state);
  });
});

describe('denials', () => {
  const short = { text: 'Runs 88 days.', source: 'x', code: 'period-too-short' } as const;
  const other = { text: 'Changed since 2023.', source: 'x', code: 'activity-changed' } as const;

  it('are the statements of the reasons', () => {
    expect(denials({ ...activity, reasons: ['period-too-short'] }, [other, short])).toEqual([short]);
  });

  it('are all statements where none names a reason, so that something is said', () => {
    expect(denials({ ...activity, reasons: ['duplicate-activity'] }, [other])).toEqual([other]);
  });
});

describe('the plan in words', () => {
  it('says what is known of the submission', () => {
    expect(submissionWords(plan)).toBe('2024 · Traditional MIPS · Group');
    expect(submissionWords({ ...plan, performanceYear: null })).toBe('Traditional MIPS · Group');
    expect(submissionWords({ ...plan, performanceYear: null, program: null, level: null })).toBe('');
  });

  it('tells plans apart', () => {
    expect(planLabel(plan, 0)).toBe('Group');
    expect(planLabel({ ...plan, level: null }, 1)).toBe('Plan 2');
    expect(practiceName({ ...plan, practice: null })).toBe('Practice without a name');
  });

  it('speaks the score', () => {
    expect(spokenScore(plan)).toBe('30 of 40 points, 20 secured.');
    expect(spokenScore({ ...plan, points: null })).toBe('This plan cannot be scored yet.');
  });
});

describe('the best of several plans', () => {
  const worth = (contribution: number | null): PlanScore => ({ ...plan, contribution });

  it.each([
    [[3.75, 15], 1, 'CMS pays on the higher final score: the best plan earns 15 points of it, the next 3.75.'],
    [[7.5, 7.5], 0, 'Several plans earn the same 7.5 points of the final score; the first of them is marked.'],
    [[7.5, null], 0, 'CMS pays on the higher final score: the best plan earns 7.5 points of it.'],
    [[null, null], null, 'None of these plans can be compared yet.'],
  ] as const)('of %j says why', (contributions, best, words) => {
    expect(bestWords(contributions.map(worth), best)).toBe(words);
  });
});

describe('where an activity stands', () => {
  it.each([
    ['planned', 'in_progress', 'In progress'],
    ['planned', 'completed', 'Completed, not secured'],
    ['secured', 'completed', 'Secured'],
    ['denied', 'completed', 'No credit'],
  ] as const)('%s and %s: %s', (state, status, words) => {
    expect(stateWords(state, status)).toBe(words);
  });
});
