import type { PerformedBy } from '../plan/model.ts';
import type { PlanFacts } from '../score/facts.ts';
import type { ActivityJudgement } from '../score/judgement.ts';

/** How many of the entity's clinicians performed an activity. */
export interface Share {
  /** Undefined for a percentage that is no whole number of clinicians. */
  readonly count: number | undefined;
  readonly size: number;
}

/** Undefined where it is not asked or not known. */
export function shareOf({ activity, participation }: ActivityJudgement, { clinicians }: PlanFacts): Share | undefined {
  const performedBy = activity.performedBy.value?.value;
  if (performedBy === undefined || participation === undefined || clinicians === undefined) return undefined;
  return { count: participation.counted ?? countOf(performedBy, clinicians), size: clinicians };
}

function countOf(performedBy: PerformedBy, size: number): number | undefined {
  if (performedBy.kind === 'all') return size;
  if (performedBy.kind !== 'percent') return undefined;
  const count = Number(((performedBy.percent * size) / 100).toFixed(6));
  return Number.isInteger(count) ? count : undefined;
}
