import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/src/analysis.ts';
import { inventory, reasonsOf, scoreOf, type PlanText } from './plans.ts';

function reasons(activity: string, plan: PlanText = {}): readonly string[] {
  return reasonsOf({ ...plan, activities: [activity] });
}

describe('credit is denied by the id', () => {
  it('never listed by CMS', () => {
    expect(reasons('id: IA_XX_1, performed_by: all')).toEqual(['unknown-activity']);
    expect(reasons('id: ia_be_4, performed_by: all')).toEqual(['unknown-activity']);
  });

  it('listed in other years only', () => {
    expect(reasons('id: IA_EPA_1, performed_by: all', { year: 2025 })).toEqual(['activity-not-in-year']);
    expect(reasons('id: IA_EPA_7, performed_by: all', { year: 2025 })).toEqual(['activity-not-in-year']);
    expect(reasons('id: IA_BMH_13, performed_by: all', { year: 2023 })).toEqual(['activity-not-in-year']);
    expect(reasons('id: IA_PSPA_30, performed_by: all', { year: 2022 })).toEqual([]);
    expect(reasons('id: IA_PSPA_30, performed_by: all', { year: 2023 })).toEqual(['activity-not-in-year']);
  });

  it('the second entry of an id; the first that is not dropped counts', () => {
    const twice = scoreOf({ activities: ['id: IA_BE_4, performed_by: all', 'id: IA_BE_4, performed_by: all'] });
    expect(twice.activities.map((activity) => activity.reasons)).toEqual([[], ['duplicate-activity']]);
    const dropped = scoreOf({ activities: ['id: IA_BE_4, status: dropped', 'id: IA_BE_4, performed_by: all', 'id: IA_BE_4, performed_by: all'] });
    expect(dropped.activities.map((activity) => activity.reasons)).toEqual([[], [], ['duplicate-activity']]);
    expect(dropped.activities.map((activity) => activity.points)).toEqual([0, 10, 0]);
  });

  it('an unknown id twice is unknown twice', () => {
    const score = scoreOf({ activities: ['id: IA_XX_1, performed_by: all', 'id: IA_XX_1, performed_by: all'] });
    expect(score.activities.map((activity) => activity.reasons)).toEqual([['unknown-activity'], ['unknown-activity']]);
  });

  it('IA_MVP outside program mvp', () => {
    expect(reasons('id: IA_MVP, performed_by: all')).toEqual(['activity-needs-mvp']);
    expect(reasons('id: IA_MVP, performed_by: all', { year: 2023 })).toEqual(['activity-not-in-year']);
  });

  it('not among the MVP’s activities', () => {
    const mvp = { program: 'mvp', mvp: 'G0053' };
    expect(reasons('id: IA_BMH_7, performed_by: all', mvp)).toEqual(['activity-not-in-mvp']);
    expect(reasons('id: IA_PCMH', mvp)).toEqual([]);
  });

  it('an unknown id leaves length, suspension, repeat limit and sites unjudged, not the rest', () => {
    expect(reasons('id: IA_XX_1, period: 2024-01-01/2024-01-02, performed_by: 3')).toEqual(['unknown-activity', 'participation-too-low']);
    expect(reasons('id: IA_XX_1, period: 2024-02-01/2024-01-02, performed_by: all')).toEqual(['unknown-activity', 'period-reversed']);
  });

  it('an entry without id', () => {
    const score = scoreOf({ activities: ['period: 2024-01-01/2024-12-31, performed_by: all'] });
    expect(score.activities[0]).toMatchObject({ id: null, title: null, credited: false, reasons: ['missing-key'] });
  });
});

describe('credit is denied by the period', () => {
  const be4 = (period: string, plan: PlanText = {}): readonly string[] => reasons(`id: IA_BE_4, performed_by: all, period: ${period}`, plan);

  it.each([
    ['2024-02-30/2024-06-30', 'invalid-date'],
    ['2024-01-01/2024-6-30', 'invalid-date'],
    ['soon', 'invalid-date'],
    ['[2024-01-01, 2024-06-30]', 'invalid-date'],
    ['{ start: 2024-02-30, end: 2024-06-30 }', 'invalid-date'],
    ['2024-06-30/2024-01-01', 'period-reversed'],
    ['2024-12-01/2025-03-31', 'period-outside-year'],
    ['2023-12-31/2024-03-30', 'period-outside-year'],
    ['2024-01-01/2024-03-29', 'period-too-short'],
    ['2024-10-04/2024-12-31', 'period-too-short'],
  ])('%s: %s', (period, reason) => {
    expect(be4(period)).toEqual([reason]);
  });

  it.each(['2024-01-01/2024-03-30', '2024-10-03/2024-12-31', '2024-01-01/2024-12-31', '{ start: 2024-03-01, end: 2024-05-29 }', '""', '2024-01-01/', '/2024-12-31', '{ start: 2024-01-01 }', '{}', '~'])(
    '%s is long enough or unfinished',
    (period) => expect(be4(period)).toEqual([]),
  );

  it('counts both end days, in leap years too', () => {
    expect(be4('2023-01-01/2023-03-31', { year: 2023 })).toEqual([]);
    expect(be4('2023-01-01/2023-03-30', { year: 2023 })).toEqual(['period-too-short']);
  });

  const own = (id: string, period: string, year: number): readonly string[] => reasons(`id: ${id}, performed_by: all, period: ${period}`, { year });

  it.each([
    ['IA_ERP_1', 2024, '2024-01-01/2024-06-30', []],
    ['IA_ERP_1', 2024, '2024-01-01/2024-06-29', ['period-too-short']],
    ['IA_ERP_1', 2023, '2023-03-31/2023-09-30', []],
    ['IA_ERP_1', 2023, '2023-03-31/2023-09-29', ['period-too-short']],
    ['IA_ERP_1', 2023, '2023-03-30/2023-09-29', []],
    ['IA_ERP_1', 2024, '2024-07-01/2024-12-31', []],
    ['IA_ERP_1', 2024, '2024-07-02/2024-12-31', ['period-too-short']],
    ['IA_PSPA_5', 2019, '2019-01-01/2019-06-30', []],
    ['IA_PSPA_5', 2017, '2017-01-01/2017-06-29', ['period-too-short']],
    ['IA_ERP_2', 2017, '2017-01-01/2017-03-01', []],
    ['IA_ERP_2', 2026, '2026-01-01/2026-02-28', ['period-too-short']],
    ['IA_ERP_3', 2020, '2020-05-01/2020-05-01', []],
    ['IA_ERP_3', 2025, '2025-05-01/2025-05-01', []],
    ['IA_BMH_10', 2024, '2024-05-01/2024-05-01', []],
    ['IA_CC_18', 2019, '2019-05-01/2019-05-01', []],
    ['IA_PM_28', 2026, '2026-05-01/2026-05-01', []],
    ['IA_PSPA_9', 2017, '2017-05-01/2017-05-01', []],
    ['IA_PSPA_22', 2018, '2018-05-01/2018-05-01', []],
    ['IA_PSPA_23', 2026, '2026-05-01/2026-05-01', []],
    ['IA_PSPA_24', 2019, '2019-05-01/2019-05-01', []],
    ['IA_PSPA_28', 2024, '2024-05-01/2024-05-01', []],
    ['IA_PCMH', 2024, '2024-05-01/2024-05-01', []],
  ])('%s in %i, %s: %j', (id, year, period, expected) => {
    expect(own(id, period, year)).toEqual(expected);
  });
});

describe('credit is denied by who performed it', () => {
  const by = (performedBy: string, plan: PlanText = {}): readonly string[] => reasons(`id: IA_BE_4, performed_by: ${performedBy}`, plan);

  it.each([
    ['4', ['participation-too-low']], ['5', []], ['9', []], ['10', ['participation-too-high']], ['0', ['participation-too-low']],
    ['49.9%', ['participation-too-low']], ['50%', []], ['62.5%', []], ['100%', []], ['101%', ['participation-too-high']],
    ['all', []], ['[]', ['participation-too-low']], ['{}', ['participation-too-low']], ['~', []],
    ['[a, b, c, d, e]', []], ['[a, b, c, d, d]', ['participation-too-low']],
    ['some', ['invalid-value']], ['-1', ['invalid-value']], ['4.5', ['invalid-value']], ['true', ['invalid-value']], ['"5"', ['invalid-value']],
  ])('from 2020 half of nine: %s gives %j', (performedBy, expected) => {
    expect(by(performedBy, { clinicians: 9 })).toEqual(expected);
  });

  it.each([['0', ['participation-too-low']], ['1', []], ['0%', ['participation-too-low']], ['1%', []], ['41', ['participation-too-high']]])(
    '2019 at least one: %s gives %j',
    (performedBy, expected) => expect(by(performedBy, { year: 2019 })).toEqual(expected),
  );

  it('is asked of every level but individual, and not of a medical home', () => {
    for (const level of ['virtual_group', 'apm_entity']) expect(by('1', { level })).toEqual(['participation-too-low']);
    expect(by('1', { level: 'individual' })).toEqual([]);
    expect(by('nonsense', { level: 'individual' })).toEqual([]);
    expect(reasons('id: IA_PCMH, performed_by: 1')).toEqual([]);
  });

  it('only 0 is too few where the size is not known', () => {
    const text = (count: number): string => `performance_year: 2024\npractice: { name: X }\nsubmission: { level: group }\nactivities:\n  - { id: IA_BE_4, performed_by: ${count} }\n`;
    const of = (count: number) => analyse(text(count), { asOf: '2024-12-31', inventory }).score('x').plans[0]?.activities[0]?.reasons;
    expect(of(0)).toEqual(['participation-too-low']);
    expect(of(1)).toEqual([]);
    expect(of(1000)).toEqual([]);
  });

  const roster = { more: 'roster: { adams: , baker: , clark: , davis: }', clinicians: 4 };

  it('counts names of the roster once, and only those', () => {
    expect(by('[adams, baker]', roster)).toEqual([]);
    expect(by('[adams, adams]', roster)).toEqual(['participation-too-low']);
    expect(by('[adams, nobody]', roster)).toEqual(['unknown-clinician']);
    expect(by('[adams, baker, nobody]', roster)).toEqual([]);
    expect(by('3', { ...roster, clinicians: 100 })).toEqual([]);
    expect(by('5', { ...roster, clinicians: 100 })).toEqual(['participation-too-high']);
  });

  it('counts in a map only clinicians whose own period is given, valid, inside the year and long enough', () => {
    expect(by('{ adams: 2024-01-01/2024-03-30, baker: 2024-05-01/2024-12-31 }', roster)).toEqual([]);
    expect(by('{ adams: 2024-01-01/2024-03-30, baker: }', roster)).toEqual(['participation-too-low']);
    expect(by('{ adams: 2024-01-01/2024-03-30, baker: 2024-05-01/2024-05-31 }', roster)).toEqual(['period-too-short']);
    expect(by('{ adams: 2024-01-01/2024-03-30, baker: 2023-05-01/2023-12-31 }', roster)).toEqual(['period-outside-year']);
    expect(by('{ adams: 2024-01-01/2024-03-30, baker: never }', roster)).toEqual(['invalid-date']);
    expect(by('{ adams: 2024-01-01/2024-03-30, nobody: 2024-01-01/2024-03-30 }', roster)).toEqual(['unknown-clinician']);
    expect(by('{ nobody: never }', roster), 'one person for two reasons').toEqual(['participation-too-low']);
    expect(by('{ adams: 2024-01-01/2024-03-30, nobody: never }', roster)).toEqual(['unknown-clinician', 'invalid-date']);
    expect(by('{ adams: 2024-01-01/2024-03-30, baker: 2024-01-01/2024-03-30, clark: never }', roster)).toEqual([]);
  });
});

describe('credit is denied by suspension, repeat limit and sites', () => {
  it.each(['IA_AHE_5', 'IA_AHE_8', 'IA_AHE_9', 'IA_AHE_11', 'IA_AHE_12', 'IA_ERP_3', 'IA_PM_6', 'IA_PM_26'])('%s counts in 2025 only if it began by 6 May', (id) => {
    const plan = { year: 2025 };
    expect(reasons(`id: ${id}, performed_by: all, period: 2025-05-06/2025-12-31`, plan)).toEqual([]);
    expect(reasons(`id: ${id}, performed_by: all, period: 2025-05-07/2025-12-31`, plan)).toEqual(['activity-suspended']);
    expect(reasons(`id: ${id}, performed_by: all`, plan)).toEqual([]);
  });

  it('takes the earliest start of a map', () => {
    const plan = { year: 2025, clinicians: 2 };
    expect(reasons('id: IA_AHE_5, performed_by: { a: 2025-06-01/2025-12-31, b: 2025-01-01/2025-12-31 }', plan)).toEqual([]);
    expect(reasons('id: IA_AHE_5, performed_by: { a: 2025-06-01/2025-12-31, b: 2025-05-07/2025-12-31 }', plan)).toEqual(['activity-suspended']);
  });

  it.each(['IA_PSPA_4', 'IA_PSPA_22', 'IA_PSPA_23'])('%s once in 4 years from 2018', (id) => {
    expect(reasons(`id: ${id}, performed_by: all, last_attested: 2020`)).toEqual([]);
    expect(reasons(`id: ${id}, performed_by: all, last_attested: 2021`)).toEqual(['attested-too-recently']);
    expect(reasons(`id: ${id}, performed_by: all`)).toEqual([]);
  });

  it('does not limit IA_PSPA_4 in 2017, nor other activities', () => {
    expect(reasons('id: IA_PSPA_4, last_attested: 2016', { year: 2017 })).toEqual([]);
    expect(reasons('id: IA_PSPA_24, last_attested: 2017', { year: 2019 })).toEqual(['attested-too-recently']);
    expect(reasons('id: IA_BE_4, performed_by: all, last_attested: 2023')).toEqual([]);
  });

  const home = (sites: string, plan: PlanText = {}): readonly string[] => reasons('id: IA_PCMH', { ...plan, more: `medical_home: { ${sites} }` });

  it('asks a medical home for half of its sites from 2018, for one in 2017', () => {
    expect(home('sites: 5, recognized_sites: 2')).toEqual(['medical-home-too-few-sites']);
    expect(home('sites: 5, recognized_sites: 3')).toEqual([]);
    expect(home('sites: 4, recognized_sites: 2')).toEqual([]);
    expect(home('sites: 5, recognized_sites: 1', { year: 2017 })).toEqual([]);
    expect(home('sites: 5, recognized_sites: 0', { year: 2017 })).toEqual(['medical-home-too-few-sites']);
    expect(home('sites: 5, recognized_sites: 1', { level: 'individual' })).toEqual([]);
    expect(home('sites: 5')).toEqual([]);
    expect(home('sites: none, recognized_sites: 0')).toEqual([]);
  });

  it('gives all codes that deny credit, in their order', () => {
    expect(reasons('id: IA_AHE_5, period: 2025-06-01/2025-06-30, performed_by: 1', { year: 2025 })).toEqual(['period-too-short', 'participation-too-low', 'activity-suspended']);
  });

  it('gives a dropped activity 0 and no reasons', () => {
    expect(scoreOf({ activities: ['id: IA_XX_1, status: dropped, period: never'] }).activities[0]).toMatchObject({ points: 0, credited: false, reasons: [] });
  });
});

describe('what is secured', () => {
  const done = 'id: IA_BE_6, status: completed, period: 2024-01-01/2024-06-30, performed_by: all, evidence: [log.pdf]';
  const secured = (activity: string, plan: PlanText = {}, asOf = '2024-12-31'): number | null => scoreOf({ ...plan, activities: [activity] }, asOf).securedPoints;

  it('asks for completion, an ended period, who performed it, and evidence', () => {
    expect(secured(done)).toBe(20);
    expect(secured(done, {}, '2024-06-30')).toBe(20);
    expect(secured(done, {}, '2024-06-29')).toBe(0);
    for (const part of ['status: completed, ', 'period: 2024-01-01/2024-06-30, ', 'performed_by: all, ', ', evidence: [log.pdf]']) {
      expect(secured(done.replace(part, '')), part).toBe(0);
    }
    expect(secured(done.replace('[log.pdf]', '[]'))).toBe(0);
    expect(secured(done.replace('performed_by: all, ', ''), { level: 'individual' })).toBe(20);
    expect(secured(done.replace('performed_by: all, ', ''), { year: 2024, level: 'group' })).toBe(0);
  });

  it('asks for enough of a map’s periods, and for the period too if there is one', () => {
    const map = (period: string): string => `id: IA_BE_6, status: completed, ${period}evidence: [log.pdf], performed_by: { a: 2024-01-01/2024-04-30, b: 2024-01-01/2024-06-30, c: 2024-06-01/2024-12-31 }`;
    expect(secured(map(''), { clinicians: 4 }, '2024-06-30')).toBe(20);
    expect(secured(map(''), { clinicians: 4 }, '2024-06-29')).toBe(0);
    expect(secured(map(''), { clinicians: 2 }, '2024-04-30')).toBe(0);
    expect(secured(map('period: 2024-01-01/2024-08-31, '), { clinicians: 4 }, '2024-06-30')).toBe(0);
    expect(secured(map('period: 2024-01-01/2024-08-31, '), { clinicians: 4 }, '2024-08-31')).toBe(20);
  });

  it('secures a medical home that is completed and has evidence', () => {
    expect(secured('id: IA_PCMH, status: completed, evidence: [certificate.pdf]')).toBe(40);
    expect(secured('id: IA_PCMH, status: completed')).toBe(0);
    expect(secured('id: IA_PCMH, evidence: [certificate.pdf]')).toBe(0);
  });

  it('secures credits when they are given', () => {
    expect(scoreOf({ year: 2020, more: 'apm: {}' }).securedPoints).toBe(20);
    expect(scoreOf({ more: 'apm: {}', activities: ['id: IA_BE_4, performed_by: all'] })).toMatchObject({ points: 30, securedPoints: 20 });
    expect(scoreOf({ program: 'app' }).securedPoints).toBe(40);
    expect(scoreOf({ year: 2019, more: 'ia_study: true' }).securedPoints).toBe(40);
  });
});
