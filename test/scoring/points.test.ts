import { describe, expect, it } from 'vitest';
import { scoreOf, type PlanText } from './plans.ts';

const HIGH = 'id: IA_BE_6, performed_by: all';
const SECOND_HIGH = 'id: IA_BMH_7, performed_by: all';
const MEDIUM = 'id: IA_BE_1, performed_by: all';
const SECOND_MEDIUM = 'id: IA_BE_4, performed_by: all';

function pointsOf(plan: PlanText): number | null {
  return scoreOf(plan).points;
}

describe('the points of an activity', () => {
  const years = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

  it.each(years(2017, 2024))('%i, traditional: medium 10, high 20; 20 and 40 with a special status', (year) => {
    expect(pointsOf({ year, activities: [MEDIUM] })).toBe(10);
    expect(pointsOf({ year, activities: [HIGH] })).toBe(20);
    for (const status of ['small_practice', 'rural', 'hpsa', 'non_patient_facing']) {
      expect(pointsOf({ year, statuses: [status], activities: [MEDIUM] })).toBe(20);
      expect(pointsOf({ year, statuses: [status], activities: [HIGH] })).toBe(40);
    }
  });

  it.each([2025, 2026])('%i, traditional: 20 each, 40 with a special status', (year) => {
    expect(pointsOf({ year, activities: [MEDIUM] })).toBe(20);
    expect(pointsOf({ year, activities: [HIGH] })).toBe(20);
    expect(pointsOf({ year, statuses: ['rural'], activities: [HIGH] })).toBe(40);
  });

  it.each([2023, 2024])('%i, MVP: medium 20, high 40, never doubled again', (year) => {
    const mvp = { year, program: 'mvp', mvp: 'G0053' };
    expect(pointsOf({ ...mvp, activities: ['id: IA_BE_1, performed_by: all'] })).toBe(20);
    expect(pointsOf({ ...mvp, statuses: ['rural'], activities: ['id: IA_BE_1, performed_by: all'] })).toBe(20);
    expect(pointsOf({ ...mvp, activities: ['id: IA_AHE_3, performed_by: all'] })).toBe(40);
    expect(scoreOf({ ...mvp, statuses: ['rural'], activities: [] }).doubled).toBe(false);
  });

  it.each([2025, 2026])('%i, MVP: 40 each', (year) => {
    expect(pointsOf({ year, program: 'mvp', mvp: 'G0053', activities: ['id: IA_BE_1, performed_by: all'] })).toBe(40);
  });

  it('takes the weight of the performance year', () => {
    expect(pointsOf({ year: 2017, activities: ['id: IA_BE_14'] })).toBe(10);
    expect(pointsOf({ year: 2018, activities: ['id: IA_BE_14'] })).toBe(20);
    expect(pointsOf({ year: 2017, activities: ['id: IA_CC_4'] })).toBe(20);
    expect(pointsOf({ year: 2018, activities: ['id: IA_CC_4'] })).toBe(10);
  });

  it('counts IA_MVP as high in 2024', () => {
    const score = scoreOf({ year: 2024, program: 'mvp', mvp: 'G0053', activities: ['id: IA_MVP, performed_by: all'] });
    expect(score.activities[0]).toMatchObject({ weight: 'high', points: 40 });
  });

  it('does not add statuses up', () => {
    expect(pointsOf({ statuses: ['rural', 'hpsa', 'non_patient_facing'], activities: [MEDIUM] })).toBe(20);
  });

  it('earns as traditional under the APM scoring standard, on top of the assigned points', () => {
    const plan = { year: 2019, program: 'apm_scoring_standard', more: 'apm: { assigned_points: 5 }' };
    expect(scoreOf({ ...plan, activities: [MEDIUM] })).toMatchObject({ points: 15, credits: [{ kind: 'apm_scoring_standard', points: 5 }] });
    expect(pointsOf({ ...plan, statuses: ['rural'], activities: [MEDIUM] })).toBe(25);
  });

  it('gives 0 points to each activity of the APM Performance Pathway and credits it all the same', () => {
    const score = scoreOf({ program: 'app', activities: [HIGH, 'id: IA_PCMH'] });
    expect(score.activities.map(({ points, credited }) => ({ points, credited }))).toEqual([{ points: 0, credited: true }, { points: 0, credited: true }]);
  });
});

describe('the points of a medical home and of the study', () => {
  it('gives a credited medical home 40 instead of the table, once', () => {
    const score = scoreOf({ activities: ['id: IA_PCMH'] });
    expect(score).toMatchObject({ points: 40, uncappedPoints: 40, credits: [{ kind: 'medical_home', points: 40 }] });
    expect(score.activities[0]).toMatchObject({ points: 40, weight: null, credited: true });
  });

  it.each([[2017, 40], [2018, 40], [2019, 40], [2020, 0], [2026, 0]])('gives the study of %i %i points', (year, points) => {
    expect(pointsOf({ year, more: 'ia_study: true' })).toBe(points);
    expect(pointsOf({ year, more: 'ia_study: false' })).toBe(0);
  });
});

describe('the APM credit', () => {
  const apm = { more: 'apm: {}' };

  it.each([2017, 2022])('%i: 20 points without a condition', (year) => {
    expect(scoreOf({ ...apm, year })).toMatchObject({ points: 20, credits: [{ kind: 'apm', points: 20 }] });
  });

  it.each([2023, 2024, 2026])('%i: only with a credited activity or another category’s data', (year) => {
    expect(scoreOf({ ...apm, year })).toMatchObject({ points: 0, credits: [] });
    expect(pointsOf({ ...apm, year, otherCategories: ['quality'] })).toBe(20);
    expect(pointsOf({ ...apm, year, activities: ['id: IA_BE_1, performed_by: 0'] })).toBe(0);
    expect(pointsOf({ ...apm, year, activities: [MEDIUM] })).toBe(year < 2025 ? 30 : 40);
  });

  it('is given in MVPs and not in the APM programs', () => {
    expect(pointsOf({ ...apm, program: 'mvp', mvp: 'G0053', otherCategories: ['quality'] })).toBe(20);
    expect(scoreOf({ ...apm, program: 'app' }).credits).toEqual([{ kind: 'app', points: 40 }]);
    expect(scoreOf({ ...apm, year: 2019, program: 'apm_scoring_standard' }).credits).toEqual([{ kind: 'apm_scoring_standard', points: 40 }]);
  });

  it('needs the key to hold something', () => {
    expect(pointsOf({ year: 2020, more: 'apm:' })).toBe(0);
    expect(pointsOf({ year: 2020, more: 'apm: { name: MSSP }' })).toBe(20);
  });
});

describe('APM programs, the cap and the percentage', () => {
  it('gives the APM Performance Pathway 40 whatever else', () => {
    expect(scoreOf({ program: 'app' })).toMatchObject({ points: 40, uncappedPoints: 40, percent: 100, gap: 0 });
  });

  it('takes 40 for the APM scoring standard if no points are given, also without `apm`', () => {
    expect(pointsOf({ year: 2018, program: 'apm_scoring_standard' })).toBe(40);
    expect(pointsOf({ year: 2018, program: 'apm_scoring_standard', more: 'apm: { name: MSSP }' })).toBe(40);
    expect(pointsOf({ year: 2018, program: 'apm_scoring_standard', more: 'apm: { assigned_points: 0 }' })).toBe(0);
    expect(pointsOf({ year: 2018, program: 'apm_scoring_standard', more: 'apm: { assigned_points: 12.5 }' })).toBe(12.5);
  });

  it('caps at 40 and keeps the sum', () => {
    const score = scoreOf({ activities: [HIGH, SECOND_HIGH, MEDIUM] });
    expect(score).toMatchObject({ points: 40, uncappedPoints: 50, percent: 100, gap: 0, maxPoints: 40 });
  });

  it('does not round', () => {
    expect(scoreOf({ year: 2018, program: 'apm_scoring_standard', more: 'apm: { assigned_points: 0.1 }' }).percent).toBeCloseTo(0.25, 12);
    expect(scoreOf({ activities: [MEDIUM] })).toMatchObject({ points: 10, percent: 25, contribution: 3.75, gap: 30 });
  });

  it.each([
    ['a year that is not covered', { year: 2030 }],
    ['a program that cannot be read', { program: 'traditonal' }],
    ['a program that the year lacks', { year: 2022, program: 'mvp' }],
    ['the APM scoring standard after 2020', { year: 2021, program: 'apm_scoring_standard' }],
  ])('does not score %s: every number is null', (_, plan) => {
    expect(scoreOf({ ...plan, activities: [HIGH] })).toMatchObject({
      points: null, uncappedPoints: null, maxPoints: null, percent: null, categoryWeight: null, contribution: null, securedPoints: null, gap: null,
      credits: [], waysToClose: [], suggestions: [],
      activities: [{ points: null, credited: false, secured: false }],
    });
  });

  it('scores a level that is not available as it is, and leaves a missing one unjudged', () => {
    expect(pointsOf({ year: 2017, level: 'virtual_group', activities: ['id: IA_BE_6, performed_by: all'] })).toBe(20);
    expect(pointsOf({ level: 'grupo', activities: ['id: IA_BE_6, performed_by: 1'] })).toBe(20);
  });

  it('does not judge membership with a missing, unknown or wrong-year MVP', () => {
    for (const mvp of [undefined, 'G9999', 'G0056']) {
      expect(pointsOf({ program: 'mvp', ...(mvp === undefined ? {} : { mvp }), activities: [HIGH] })).toBe(40);
    }
  });

  it('gives no points twice', () => {
    expect(pointsOf({ activities: [MEDIUM, SECOND_MEDIUM, MEDIUM] })).toBe(20);
  });
});
