import type { Category } from '../plan/model.ts';
import type { ReweightedKey } from '../rules/performanceYear.ts';
import type { PlanFacts } from './facts.ts';

/** The weight of the improvement-activities category in the final score. */
export interface CategoryWeight {
  /** Percent; null where fewer than two categories are left and the final score is the performance threshold. */
  readonly weight: number | null;
  /** The categories that still count towards the final score. */
  readonly left: readonly Category[];
  /** Whether improvement activities were reweighted and attesting an activity brought their weight back. */
  readonly reweightingCancelled: boolean;
}

/** @param anyCredited whether any activity is attested: submitting data cancels the category's reweighting. */
export function categoryWeight(facts: PlanFacts, anyCredited: boolean): CategoryWeight {
  const asked = facts.reweighted.has('improvement_activities');
  const reweightingCancelled = asked && anyCredited && facts.level !== 'apm_entity';
  const activitiesCount = !asked || reweightingCancelled;
  const others = new Set<Category>([...facts.reweighted].filter((category) => category !== 'improvement_activities'));
  const left = (['quality', 'cost', 'improvement_activities', 'promoting_interoperability'] as const).filter((category) => {
    if (category === 'improvement_activities') return activitiesCount;
    return !others.has(category) && (category !== 'cost' || hasCost(facts));
  });
  const weight = left.length < 2 ? null : activitiesCount ? weightBeside(others, facts) : 0;
  return { weight, left, reweightingCancelled };
}

/** Whether there is a cost category: never in the APM Performance Pathway or under the APM scoring standard. */
function hasCost(facts: PlanFacts): boolean {
  if (facts.program === 'app' || facts.program === 'apm_scoring_standard') return false;
  if (facts.level === 'apm_entity' && facts.rules?.apmEntityHasCost === false) return false;
  return facts.rules?.costHasWeight === true;
}

/** Percent, by which other categories are reweighted to 0. */
function weightBeside(reweighted: ReadonlySet<Category>, facts: PlanFacts): number | null {
  const { rules } = facts;
  if (rules === undefined) return null;
  if (facts.program === 'app' || facts.program === 'apm_scoring_standard') {
    const weights = rules.apmCategoryWeights.value;
    if (reweighted.has('quality')) return weights.quality;
    return reweighted.has('promoting_interoperability') ? weights.promoting_interoperability : weights.none;
  }
  const withoutCost = facts.level === 'apm_entity' && !rules.apmEntityHasCost;
  const gone = new Set(reweighted);
  if (withoutCost) gone.add('cost');
  const key = gone.size === 1 && gone.has('cost') ? 'none' : ([...gone].sort().join('+') || 'none');
  const { all, smallPractice } = rules.categoryWeights.value;
  const small = facts.specialStatuses.has('small_practice') ? smallPractice[key as ReweightedKey] : undefined;
  return small ?? all[key as ReweightedKey] ?? null;
}
