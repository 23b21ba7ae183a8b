import type { Plan } from '../plan/model.ts';
import { categoryWeight, type CategoryWeight } from './categoryWeight.ts';
import { closeGap, type GapClosers } from './gap.ts';
import type { PlanFacts } from './facts.ts';
import { judgeActivities, type ActivityJudgement, type KnownJudgements } from './judgement.ts';
import { countPoints, isScorable, type Points } from './points.ts';

/** Everything computed about one plan, once; findings, score and features read it. */
export interface PlanResult {
  readonly plan: Plan;
  readonly facts: PlanFacts;
  readonly judgements: readonly ActivityJudgement[];
  /** Undefined where the plan cannot be scored. */
  readonly points: Points | undefined;
  readonly weight: CategoryWeight | undefined;
  readonly closers: GapClosers | undefined;
}

/** @param known judgements by the same facts */
export function computePlan(plan: Plan, facts: PlanFacts, known?: KnownJudgements): PlanResult {
  const judgements = judgeActivities(plan.activities.value?.value ?? [], facts, known);
  if (!isScorable(facts)) return { plan, facts, judgements, points: undefined, weight: undefined, closers: undefined };
  const points = countPoints(facts, judgements);
  return {
    plan, facts, judgements, points,
    weight: categoryWeight(facts, judgements.some((judgement) => judgement.credited)),
    closers: closeGap(facts, judgements, points),
  };
}
