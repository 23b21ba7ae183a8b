import type { Range } from 'vscode-languageserver-types';
import { MAXIMUM_POINTS } from '../../data/performanceYears.ts';
import { asShown } from '../text/asShown.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { ActivityScore, PlanScore } from './fileScore.ts';
import type { ActivityJudgement } from './judgement.ts';
import type { PlanResult } from './planResult.ts';

/** Where an edit left the plan as it is, its score is too, as long as the plan begins in the same line. */
const SCORES = new WeakMap<PlanResult, { readonly line: number; readonly score: PlanScore }>();

/** The score of a plan as the interfaces give it. */
export function planScore(result: PlanResult, source: SourceText): PlanScore {
  const { line } = source.positionAt(result.plan.span.start);
  const known = SCORES.get(result);
  if (known?.line === line) return known.score;
  const score = makeScore(result, source);
  SCORES.set(result, { line, score });
  return score;
}

function makeScore(result: PlanResult, source: SourceText): PlanScore {
  const { plan, facts, judgements, points, weight, closers } = result;
  const share = points === undefined ? null : points.capped / MAXIMUM_POINTS;
  const categoryWeight = weight?.weight ?? null;
  const practice = plan.practice.value?.value.name.value?.value;
  return {
    practice: practice === undefined ? null : asShown(practice),
    performanceYear: plan.performanceYear.value?.value ?? null,
    program: facts.program ?? null,
    level: facts.level ?? null,
    points: points?.capped ?? null,
    uncappedPoints: points?.uncapped ?? null,
    maxPoints: points === undefined ? null : MAXIMUM_POINTS,
    percent: share === null ? null : share * 100,
    categoryWeight,
    contribution: share === null || categoryWeight === null ? null : share * categoryWeight,
    securedPoints: points?.secured ?? null,
    gap: points === undefined ? null : MAXIMUM_POINTS - points.capped,
    doubled: points?.doubled ?? false,
    credits: points?.credits ?? [],
    activities: judgements.map((judgement, index) => activityScore(judgement, points?.activities[index] ?? null, facts.year, source)),
    waysToClose: closers?.ways ?? [],
    suggestions: closers?.suggestions() ?? [],
  };
}

/** A judgement that is kept keeps what is said of it, where its activity stays in its place. */
const ACTIVITY_SCORES = new WeakMap<ActivityJudgement, ActivityScore>();

function activityScore(judgement: ActivityJudgement, points: number | null, year: number | undefined, source: SourceText): ActivityScore {
  const { extent } = judgement.activity;
  let score = ACTIVITY_SCORES.get(judgement);
  if (score === undefined || !source.isRangeOf(score.range, extent)) {
    score = makeActivityScore(judgement, points, year, source.rangeOf(extent));
    ACTIVITY_SCORES.set(judgement, score);
  }
  return score;
}

/** @param points in the plan of the judgement, null where that cannot be scored */
function makeActivityScore(judgement: ActivityJudgement, points: number | null, year: number | undefined, range: Range): ActivityScore {
  const { activity, known } = judgement;
  return {
    id: activity.id.value === undefined ? null : asShown(activity.id.value.value),
    title: known === undefined ? null : year === undefined ? known.title : known.titleIn(year),
    weight: judgement.weight,
    points,
    credited: judgement.credited,
    secured: judgement.secured,
    reasons: judgement.reasons,
    range,
  };
}

/** Index of the highest contribution, the first of equals; null where no plan has one. */
export function bestPlan(plans: readonly PlanScore[]): number | null {
  let best: number | null = null;
  plans.forEach((plan, index) => {
    if (plan.contribution !== null && plan.contribution > (best === null ? -1 : (plans[best]?.contribution ?? -1))) best = index;
  });
  return best;
}
