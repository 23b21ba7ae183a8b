import { APM_CREDIT_POINTS } from '../../../data/performanceYears.ts';
import type { FindingCode } from '../../findings/finding.ts';
import type { KeyDescription } from '../../plan/format.ts';
import type { Activity } from '../../plan/model.ts';
import { clinicianThreshold } from '../../score/participation.ts';
import type { PlanFacts } from '../../score/facts.ts';
import type { ActivityJudgement } from '../../score/judgement.ts';
import type { PlanResult } from '../../score/planResult.ts';
import { formatNumber } from '../../text/formatNumber.ts';
import type { MapShapeName } from '../cursor/shapes.ts';
import { paragraph, sentences, type Block } from '../markup.ts';
import { shareOf } from '../share.ts';
import { describeScore } from './arithmetic.ts';
import { describePeriod } from './periods.ts';
import { describeYear } from './years.ts';

export interface KeyInPlan {
  readonly key: KeyDescription;
  readonly map: MapShapeName;
  readonly plan: PlanResult | undefined;
  readonly activity: Activity | undefined;
  /** What findings say at the place already. */
  readonly said?: ReadonlySet<FindingCode> | undefined;
}

/** What a key means and what the year's rules say about it. */
export function describeKey({ key, map, plan, activity, said }: KeyInPlan): readonly Block[] {
  return [
    paragraph(...sentences(key.summary)),
    paragraph(...sentences(`Write ${key.expects}.`)),
    ...ruleBehind(`${map}.${key.name}`, plan, activity, said),
  ];
}

/** What the plan's year says about a key, `activity.period`; nothing where it says nothing. */
export function ruleBehind(name: string, plan: PlanResult | undefined, activity: Activity | undefined, said: ReadonlySet<FindingCode> = NOTHING): readonly Block[] {
  return plan === undefined ? [] : (RULES[name]?.(plan, activity, said) ?? []);
}

const NOTHING: ReadonlySet<FindingCode> = new Set();

type Rule = (plan: PlanResult, activity: Activity | undefined, said: ReadonlySet<FindingCode>) => readonly Block[];

/** The rule behind a key, as far as the plan's year has one. */
const RULES: Readonly<Record<string, Rule>> = {
  'plan.performance_year': ({ facts }) => (facts.year === undefined ? [] : describeYear(facts.year, facts.inventory)),
  'plan.special_statuses': ({ facts }) => specialStatuses(facts),
  'plan.medical_home': ({ facts }) => sourced(facts, facts.rules?.medicalHomeSites.source, facts.rules?.medicalHomeSites.value === 'one' ? 'At least one practice site must be recognised.' : 'At least half of the practice sites must be recognised.'),
  'plan.apm': ({ facts }) => apm(facts),
  'plan.ia_study': ({ facts }) => sourced(facts, facts.rules?.iaStudy.source, facts.rules?.iaStudy.value === true ? 'The study ran in this year.' : 'The study had ended by then: nothing is earned by it.'),
  'plan.reweighted': ({ facts, weight }) => sourced(facts, facts.rules?.categoryWeights.source, typeof weight?.weight !== 'number' ? '' : `Improvement activities weigh ${formatNumber(weight.weight)} % of this plan’s final score.`),
  'plan.activities': (plan, _, said) => describeScore(plan, said),
  'activity.period': (plan, activity, said) => describePeriod(activity?.period.value?.value, plan, activity, said),
  'activity.performed_by': ({ facts, judgements }, activity, said) => [
    ...share(judgements.find((judgement) => judgement.activity === activity), facts),
    ...(said.has('participation-too-low') ? [] : participation(facts)),
  ],
  'practice.clinicians': ({ facts }) => participation(facts),
  'activity.last_attested': ({ facts, judgements }, activity) => {
    const years = judgements.find((judgement) => judgement.activity === activity)?.listed?.repeatYearsIn(facts.year ?? 0) ?? null;
    return years === null || facts.year === undefined ? [] : [paragraph(`This one can be attested once in ${years} years: again in ${facts.year} if last in ${facts.year - years} or before.`)];
  },
};

function sourced({ year }: PlanFacts, source: string | undefined, text: string): readonly Block[] {
  return source === undefined || text === '' ? [] : [paragraph(`${year ?? ''}: ${text} (${source})`)];
}

function specialStatuses(facts: PlanFacts): readonly Block[] {
  const { rules, program } = facts;
  if (rules === undefined) return [];
  if (program === 'mvp') return sourced(facts, rules.mvpPoints?.source, 'MVP participants earn the same with and without a status.');
  const { standard, specialStatus } = rules.points.value;
  return sourced(facts, rules.points.source, standard.unweighted > 0
    ? `${specialStatus.unweighted} points for each activity instead of ${standard.unweighted}.`
    : `${specialStatus.medium} and ${specialStatus.high} points instead of ${standard.medium} and ${standard.high}.`);
}

const APM_CONDITIONS = {
  none: `${APM_CREDIT_POINTS} points, without a condition.`,
  'some-data': `${APM_CREDIT_POINTS} points if an activity earns credit or data for another category are submitted.`,
  'activity-or-both-categories': `${APM_CREDIT_POINTS} points if an activity earns credit or data for another category are submitted; without an activity the regulation asks for both quality and promoting interoperability.`,
} as const;

function apm(facts: PlanFacts): readonly Block[] {
  const condition = facts.rules?.apmCondition;
  if (condition === undefined || facts.program === 'app' || facts.program === 'apm_scoring_standard') return [];
  return sourced(facts, condition.source, APM_CONDITIONS[condition.value]);
}

function participation(facts: PlanFacts): readonly Block[] {
  const { rules, clinicians, level } = facts;
  if (rules === undefined || level === undefined || level === 'individual') return [];
  const needed = clinicianThreshold(facts);
  const { value, source } = rules.participation;
  if (value === 'one') return sourced(facts, source, 'One clinician is enough.');
  return sourced(facts, source, needed === undefined || clinicians === undefined ? 'At least half of the clinicians.' : `At least half of the clinicians: ${needed} of ${clinicians}.`);
}

/** How many performed the activity, as far as that is not written there in figures. */
function share(judgement: ActivityJudgement | undefined, facts: PlanFacts): readonly Block[] {
  const known = judgement && shareOf(judgement, facts);
  if (known?.count === undefined) return [];
  return [paragraph(`${known.count} of ${known.size} clinicians: ${formatNumber((known.count / known.size) * 100)} %.`)];
}
