import { APM_CREDIT_POINTS, MAXIMUM_POINTS } from '../../data/performanceYears.ts';
import type { ActivityWeight } from '../inventory/inventory.ts';
import type { Credit } from './fileScore.ts';
import type { PlanFacts } from './facts.ts';
import { MEDICAL_HOME_ID, type ActivityJudgement } from './judgement.ts';

/** What the activities and credits of a scorable plan add up to, in points; docs/rules.md, "Points" and "Credits beside the activities". */
export interface Points {
  /** As many as the judgements, in their order. */
  readonly activities: readonly number[];
  readonly credits: readonly Credit[];
  readonly uncapped: number;
  readonly capped: number;
  /** The same for the secured activities. */
  readonly secured: number;
  /** Whether a special status raises what activities earn. */
  readonly doubled: boolean;
}

/** Whether the plan can be scored at all: its year covered, its program readable and available in that year. */
export function isScorable(facts: PlanFacts): boolean {
  return facts.programInYear;
}

export function countPoints(facts: PlanFacts, judgements: readonly ActivityJudgement[]): Points {
  const activities = judgements.map((judgement) => (judgement.credited ? pointsOf(judgement.activity.id.value?.value, judgement.weight, facts) : 0));
  const credits = creditsOf(facts, judgements);
  // The medical home's points are those of its activity: the credit only repeats them.
  const fromCredits = sum(credits.filter((credit) => credit.kind !== 'medical_home').map((credit) => credit.points));
  const uncapped = sum(activities) + fromCredits;
  const secured = sum(activities.filter((_, index) => judgements[index]?.secured)) + fromCredits;
  return {
    activities, credits, uncapped,
    capped: Math.min(MAXIMUM_POINTS, uncapped),
    secured: Math.min(MAXIMUM_POINTS, secured),
    doubled: isDoubled(facts),
  };
}

/** What an activity of this weight earns in this plan if it is credited. */
export function pointsOf(id: string | undefined, weight: ActivityWeight | null, facts: PlanFacts): number {
  const { rules, program } = facts;
  if (rules === undefined || program === undefined || program === 'app') return 0;
  if (id === MEDICAL_HOME_ID) return MAXIMUM_POINTS;
  const { standard, specialStatus } = rules.points.value;
  const table = program === 'mvp' ? (rules.mvpPoints?.value ?? standard) : isDoubled(facts) ? specialStatus : standard;
  return table[weight ?? 'unweighted'];
}

function isDoubled(facts: PlanFacts): boolean {
  const doubling = facts.program === 'traditional' || facts.program === 'apm_scoring_standard';
  return doubling && facts.programInYear && facts.specialStatuses.size > 0;
}

function creditsOf(facts: PlanFacts, judgements: readonly ActivityJudgement[]): Credit[] {
  const { apm, iaStudy, program, rules } = facts;
  if (program === 'app') return [{ kind: 'app', points: MAXIMUM_POINTS }];
  const credits: Credit[] = [];
  if (hasApmCredit(facts, judgements.some((judgement) => judgement.credited))) credits.push({ kind: 'apm', points: APM_CREDIT_POINTS });
  if (judgements.some((judgement) => judgement.credited && judgement.listed?.id === MEDICAL_HOME_ID)) {
    credits.push({ kind: 'medical_home', points: MAXIMUM_POINTS });
  }
  if (iaStudy && rules?.iaStudy.value === true) credits.push({ kind: 'ia_study', points: MAXIMUM_POINTS });
  if (program === 'apm_scoring_standard') {
    credits.push({ kind: 'apm_scoring_standard', points: apm?.assignedPoints.value?.value ?? MAXIMUM_POINTS });
  }
  return credits;
}

/** Whether the plan could have the APM credit at all, its condition aside. */
export function mayHaveApmCredit(facts: PlanFacts): boolean {
  return facts.apm !== undefined && (facts.program === 'traditional' || facts.program === 'mvp');
}

/** The APM credit is given once its condition holds; from 2023 an activity or any other category's data. */
export function hasApmCredit(facts: PlanFacts, anyCredited: boolean): boolean {
  if (!mayHaveApmCredit(facts)) return false;
  return facts.rules?.apmCondition.value === 'none' || anyCredited || facts.otherCategories.size > 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
