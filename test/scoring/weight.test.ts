import { describe, expect, it } from 'vitest';
import { scoreOf, type PlanText } from './plans.ts';

const PI = 'promoting_interoperability';

function weight(plan: PlanText): number | null {
  return scoreOf(plan).categoryWeight;
}

describe('the weight in the final score', () => {
  const rows: [string[], (number | null)[]][] = [
    [[], [15, 15, 15, 15, 15, 15]],
    [['cost'], [15, 15, 15, 15, 15, 15]],
    [[PI], [15, 15, 15, 15, 15, 30]],
    [['cost', PI], [15, 15, 15, 15, 15, 50]],
    [['quality'], [50, 45, 40, 15, 15, 15]],
    [['cost', 'quality'], [50, 50, 50, 15, 15, 15]],
    [['quality', PI], [null, 90, 85, 50, 50, 50]],
    [['quality', 'cost', PI], [null, null, null, null, null, null]],
  ];
  const columns: [string, PlanText[]][] = [
    ['2017', [{ year: 2017 }]],
    ['2018', [{ year: 2018 }]],
    ['2019', [{ year: 2019 }]],
    ['2020–2021', [{ year: 2020 }, { year: 2021 }]],
    ['2022 on', [2022, 2023, 2024, 2025, 2026].map((year) => ({ year }))],
    ['2022 on, small practice', [2022, 2023, 2024, 2025, 2026].map((year) => ({ year, statuses: ['rural', 'small_practice'], clinicians: 9 }))],
  ];
  const cases = rows.flatMap(([reweighted, weights]) => columns.flatMap(([column, plans], index) =>
    plans.map((plan) => ({ name: `${reweighted.join(' + ') || 'nothing'}, ${column} (${plan.year})`, plan: { ...plan, reweighted }, expected: weights[index] }))));

  it.each(cases)('$name: $expected', ({ plan, expected }) => {
    expect(weight(plan)).toBe(expected);
    if (expected === null) expect(scoreOf(plan).contribution).toBeNull();
  });

  it.each([2018, 2021])('a small practice of %i has the common table', (year) => {
    expect(weight({ year, statuses: ['small_practice'], reweighted: [PI] })).toBe(15);
  });

  it('the order in the file does not matter', () => {
    expect(weight({ year: 2018, reweighted: [PI, 'quality'] })).toBe(90);
  });

  it('program app: 20, or 25 if quality or promoting interoperability is reweighted', () => {
    expect(weight({ program: 'app' })).toBe(20);
    expect(weight({ program: 'app', reweighted: ['quality'] })).toBe(25);
    expect(weight({ program: 'app', reweighted: [PI] })).toBe(25);
    expect(weight({ program: 'app', reweighted: ['cost'] })).toBe(20);
    expect(weight({ program: 'app', reweighted: ['quality', PI] })).toBeNull();
  });

  it('program apm_scoring_standard: 20, or 25 if quality is reweighted, in 2017 also promoting interoperability', () => {
    const program = 'apm_scoring_standard';
    expect(weight({ year: 2017, program })).toBe(20);
    expect(weight({ year: 2017, program, reweighted: ['quality'] })).toBe(25);
    expect(weight({ year: 2017, program, reweighted: [PI] })).toBe(25);
    expect(weight({ year: 2019, program, reweighted: ['quality'] })).toBe(25);
    expect(weight({ year: 2019, program, reweighted: [PI] })).toBe(20);
  });

  it('an APM Entity has no cost category from 2021', () => {
    expect(weight({ year: 2020, level: 'apm_entity', reweighted: ['quality', PI] })).toBe(50);
    expect(weight({ year: 2021, level: 'apm_entity', reweighted: ['quality', PI] })).toBeNull();
    expect(weight({ year: 2022, level: 'apm_entity', statuses: ['small_practice'], reweighted: [PI] })).toBe(50);
    expect(weight({ year: 2024, level: 'apm_entity' })).toBe(15);
  });

  it('improvement activities reweighted: 0, unless an activity is attested', () => {
    const reweighted = ['improvement_activities'];
    expect(scoreOf({ reweighted })).toMatchObject({ categoryWeight: 0, contribution: 0 });
    expect(weight({ reweighted, activities: ['id: IA_BE_4, performed_by: 0'] })).toBe(0);
    expect(weight({ reweighted, activities: ['id: IA_BE_4, performed_by: all'] })).toBe(15);
    expect(weight({ reweighted, level: 'apm_entity', activities: ['id: IA_BE_4, performed_by: all'] })).toBe(0);
    expect(weight({ program: 'app', reweighted })).toBe(0);
  });

  it('counts what is left in every program, improvement activities included', () => {
    expect(weight({ reweighted: ['improvement_activities', 'quality', PI] })).toBeNull();
    expect(weight({ reweighted: ['improvement_activities', 'cost', PI] })).toBeNull();
    expect(weight({ reweighted: ['improvement_activities', 'cost'] })).toBe(0);
    expect(weight({ year: 2017, reweighted: ['improvement_activities', 'quality'] })).toBeNull();
  });

  it('contribution = points / 40 × weight', () => {
    expect(scoreOf({ activities: ['id: IA_BE_6, performed_by: all'] }).contribution).toBe(7.5);
    expect(scoreOf({ statuses: ['small_practice'], reweighted: [PI], activities: ['id: IA_BE_4, performed_by: all'] }).contribution).toBe(15);
  });
});

describe('what would reach 40', () => {
  const ways = (plan: PlanText): readonly string[] => scoreOf(plan).waysToClose;

  it('lists the smallest sets by kind', () => {
    expect(ways({})).toEqual(['2 high', '1 high + 2 medium', '4 medium']);
    expect(ways({ activities: ['id: IA_BE_4, performed_by: all'] })).toEqual(['2 high', '1 high + 1 medium', '3 medium']);
    expect(ways({ activities: ['id: IA_BE_6, performed_by: all'] })).toEqual(['1 high', '2 medium']);
    expect(ways({ statuses: ['rural'] })).toEqual(['1 high', '2 medium']);
    expect(ways({ year: 2025 })).toEqual(['2 activities']);
    expect(ways({ year: 2025, statuses: ['rural'] })).toEqual(['1 activity']);
    expect(ways({ program: 'app' })).toEqual([]);
  });

  it('counts on the APM credit that the first activity brings', () => {
    expect(ways({ more: 'apm: {}' })).toEqual(['1 high', '2 medium']);
    expect(ways({ year: 2025, more: 'apm: {}' })).toEqual(['1 activity']);
  });

  it('suggests activities that the plan lacks and the program takes, those of the same subcategory first', () => {
    const score = scoreOf({ activities: ['id: IA_BMH_7, performed_by: all'] });
    expect(score.suggestions[0]?.id).toMatch(/^IA_BMH_/);
    expect(score.suggestions.map((suggestion) => suggestion.id)).not.toContain('IA_BMH_7');
    const pathway = scoreOf({ program: 'mvp', mvp: 'G0053', activities: [] }).suggestions.map((suggestion) => suggestion.id);
    expect(pathway).toContain('IA_MVP');
    expect(pathway.every((id) => ['IA_AHE_3', 'IA_BE_1', 'IA_BE_15', 'IA_BE_24', 'IA_BE_25', 'IA_BE_4', 'IA_BE_6', 'IA_BMH_2', 'IA_EPA_1', 'IA_EPA_2', 'IA_MVP', 'IA_PM_16', 'IA_PSPA_28'].includes(id))).toBe(true);
  });

  it('suggests the medical home first where the plan has one', () => {
    expect(scoreOf({ more: 'medical_home: { sites: 1, recognized_sites: 1 }' }).suggestions[0]).toMatchObject({ id: 'IA_PCMH', points: 40 });
  });

  it('suggests nothing at 40', () => {
    expect(scoreOf({ statuses: ['rural'], activities: ['id: IA_BE_6, performed_by: all'] })).toMatchObject({ gap: 0, suggestions: [], waysToClose: [] });
  });
});
