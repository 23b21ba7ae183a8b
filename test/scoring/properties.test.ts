import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatesFor } from '../../server/src/score/gap.ts';
import { analysePlan, planText, scoreOf, inventory, type PlanText } from './plans.ts';
import { analyse } from '../../server/src/analysis.ts';
import { withAliases, withoutAliases } from '../golden/twins.ts';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 300);

const activity = (year: number): fc.Arbitrary<string> => fc.record({
  id: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...inventory.activitiesOf(year).map((known) => known.id)) },
    { weight: 1, arbitrary: fc.constantFrom('IA_XX_1', 'IA_BMH_13', 'IA_PM_8') },
  ),
  status: fc.constantFrom('planned', 'in_progress', 'completed', 'dropped'),
  period: fc.constantFrom('', `period: ${year}-01-01/${year}-12-31`, `period: ${year}-05-01/${year}-06-01`, `period: ${year}-06-01/${year}-05-01`, 'period: soon'),
  by: fc.constantFrom('', 'performed_by: all', 'performed_by: 1', 'performed_by: 60%', 'performed_by: 99'),
  evidence: fc.constantFrom('', 'evidence: [a.pdf]'),
}).map(({ id, status, period, by, evidence }) => [`id: ${id}`, `status: ${status}`, period, by, evidence].filter((part) => part !== '').join(', '));

const plan: fc.Arbitrary<PlanText> = fc.integer({ min: 2017, max: 2026 }).chain((year) => fc.record({
  year: fc.constant(year),
  program: fc.constantFrom('traditional', 'mvp', 'app', 'apm_scoring_standard'),
  level: fc.constantFrom('individual', 'group', 'virtual_group', 'subgroup', 'apm_entity'),
  clinicians: fc.integer({ min: 1, max: 60 }),
  statuses: fc.subarray(['small_practice', 'rural', 'hpsa', 'non_patient_facing']),
  reweighted: fc.subarray(['quality', 'cost', 'improvement_activities', 'promoting_interoperability']),
  otherCategories: fc.subarray(['quality', 'cost', 'promoting_interoperability']),
  more: fc.constantFrom('', 'apm: {}', 'ia_study: true', 'medical_home: { sites: 3, recognized_sites: 2 }'),
  activities: fc.array(activity(year), { maxLength: 8 }),
}));

describe('properties of every score', () => {
  it('points lie within 0 and 40, secured within points, and the parts agree', () => {
    fc.assert(fc.property(plan, fc.constantFrom('2017-06-30', '2024-06-30', '2027-01-01'), (any, asOf) => {
      const score = scoreOf(any, asOf);
      if (score.points === null) {
        expect(score.securedPoints).toBeNull();
        return;
      }
      expect(score.points).toBeGreaterThanOrEqual(0);
      expect(score.points).toBeLessThanOrEqual(40);
      expect(score.securedPoints).toBeLessThanOrEqual(score.points);
      expect(score.uncappedPoints).toBeGreaterThanOrEqual(score.points);
      expect(score.gap).toBe(40 - score.points);
      const own = score.activities.reduce((sum, one) => sum + (one.points ?? 0), 0);
      const credits = score.credits.filter((credit) => credit.kind !== 'medical_home').reduce((sum, credit) => sum + credit.points, 0);
      expect(own + credits).toBe(score.uncappedPoints);
      for (const one of score.activities) {
        expect(one.credited).toBe(one.reasons.length === 0 && !isDropped(any, score.activities.indexOf(one)));
        if (!one.credited) expect(one.points).toBe(0);
        if (one.secured) expect(one.credited).toBe(true);
      }
      if (score.categoryWeight === null) expect(score.contribution).toBeNull();
      else expect(score.contribution).toBeCloseTo((score.points / 40) * score.categoryWeight, 10);
    }), { numRuns: RUNS });
  });

  it('adding a creditable activity never lowers the points', () => {
    fc.assert(fc.property(plan, fc.nat(), (any, choice) => {
      const before = scoreOf(any);
      const [result] = analysePlan(any).plans;
      if (before.points === null || result === undefined) return;
      const candidates = candidatesFor(result.facts, result.judgements);
      const added = candidates[choice % Math.max(1, candidates.length)];
      if (added === undefined) return;
      const after = scoreOf({ ...any, activities: [...(any.activities ?? []), `id: ${added.id}, performed_by: all`] });
      expect(after.points).toBeGreaterThanOrEqual(before.points);
      expect(after.activities.at(-1)?.credited).toBe(true);
    }), { numRuns: RUNS });
  });

  it('the order of activities never changes the points', () => {
    const shuffled = plan.chain((any) => fc.tuple(fc.constant(any), fc.shuffledSubarray([...new Map((any.activities ?? []).map((one) => [/id: (\w+)/.exec(one)?.[1], one])).values()], {
      minLength: new Set((any.activities ?? []).map((one) => /id: (\w+)/.exec(one)?.[1])).size,
    })));
    fc.assert(fc.property(shuffled, ([any, activities]) => {
      const once = [...new Map((any.activities ?? []).map((one) => [/id: (\w+)/.exec(one)?.[1], one])).values()];
      const { points, securedPoints, categoryWeight } = scoreOf({ ...any, activities: once });
      expect(scoreOf({ ...any, activities })).toMatchObject({ points, securedPoints, categoryWeight });
    }), { numRuns: RUNS });
  });

  it('each way to close the gap closes it', () => {
    fc.assert(fc.property(plan, (any) => {
      const score = scoreOf(any);
      const [result] = analysePlan(any).plans;
      if (result === undefined || score.waysToClose.length === 0) return;
      const candidates = candidatesFor(result.facts, result.judgements).filter((one) => one.id !== 'IA_PCMH');
      for (const way of score.waysToClose) {
        const added = way.split(' + ').flatMap((part) => {
          const [count, kind] = part.split(' ');
          const ofKind = candidates.filter((one) => kind?.startsWith('activit') === true || one.weightIn(any.year ?? 0) === kind);
          return ofKind.slice(0, Number(count)).map((one) => `id: ${one.id}, performed_by: all`);
        });
        expect(scoreOf({ ...any, activities: [...(any.activities ?? []), ...added] }).points, way).toBe(40);
        if (added.length > 1) expect(scoreOf({ ...any, activities: [...(any.activities ?? []), ...added.slice(1)] }).points, `less than ${way}`).toBeLessThan(40);
      }
    }), { numRuns: RUNS });
  });

  it('flow style and aliases change nothing', () => {
    fc.assert(fc.property(plan, (any) => {
      const analysis = analysePlan(any);
      const [score] = analysis.score('x').plans;
      const withoutRanges = (one: typeof score): unknown => one && { ...one, activities: one.activities.map((activity) => ({ ...activity, range: undefined })) };
      for (const rewrite of [withoutAliases, withAliases]) {
        const twin = analyse(rewrite(analysis, planText(any)), analysis.context);
        expect(withoutRanges(twin.score('x').plans[0])).toEqual(withoutRanges(score));
      }
    }), { numRuns: RUNS });
  });

  it('blank lines, comments and line ends change nothing', () => {
    fc.assert(fc.property(plan, (any) => {
      const text = planText(any);
      const score = (written: string): unknown => analyse(written, { asOf: '2024-12-31', inventory }).score('x').plans.map(({ activities, ...rest }) => ({ ...rest, activities: activities.map((one) => ({ ...one, range: undefined })) }));
      expect(score(text.replaceAll('\n', '  # note\r\n\r\n'))).toEqual(score(text));
    }), { numRuns: RUNS });
  });
});

function isDropped(any: PlanText, index: number): boolean {
  return any.activities?.[index]?.includes('status: dropped') === true;
}
