import type { Category } from '../plan/model.ts';
import type { ReweightedKey } from '../rules/performanceYear.ts';
import type { PlanFacts } from './facts.ts';

/** The weight of the improvement-activities category in the final score. */
export interface CategoryWeight {
  /** Percent; null where fewer than two categories are left and the final score is the performance threshold. */
  readonly weight: number | null;
  /** Whether that is the weight of small practices, where another holds for the rest. */
  readonly isOfSmallPractice: boolean;
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
  const weight = left.length < 2 ? sameForAll(null) : activitiesCount ? weightBeside(others, facts) : sameForAll(0);
  return { ...weight, left, reweightingCancelled };
}

/** Whether there is a cost category: never in the APM Performance Pathway or under the APM scoring standard. */
function hasCost(facts: PlanFacts): boolean {
  if (facts.program === 'app' || facts.program === 'apm_scoring_standard') return false;
  if (facts.level === 'apm_entity' && facts.rules?.apmEntityHasCost === false) return false;
  return facts.rules?.costHasWeight === true;
}

type Weight = Pick<CategoryWeight, 'weight' | 'isOfSmallPractice'>;

function sameForAll(weight: number | null): Weight {
  return { weight, isOfSmallPractice: false };
}

/** By which other categories are reweighted to 0. */
function weightBeside(reweighted: ReadonlySet<Category>, facts: PlanFacts): Weight {
  const { rules } = facts;
  if (rules === undefined) return sameForAll(null);
  if (facts.program === 'app' || facts.program === 'apm_scoring_standard') {
    const weights = rules.apmCategoryWeights.value;
    if (reweighted.has('quality')) return sameForAll(weights.quality);
    return sameForAll(reweighted.has('promoting_interoperability') ? weights.promoting_interoperability : weights.none);
  }
  const withoutCost = facts.level === 'apm_entity' && !rules.apmEntityHasCost;
  const gone = new Set(reweighted);
  if (withoutCost) gone.add('cost');
  const key = gone.size === 1 && gone.has('cost') ? 'none' : ([...gone].sort().join('+') || 'none');
  const { all, smallPractice } = rules.categoryWeights.value;
  const small = facts.specialStatuses.has('small_practice') ? smallPractice[key as ReweightedKey] : undefined;
  return small === undefined ? sameForAll(all[key as ReweightedKey] ?? null) : { weight: small, isOfSmallPractice: true };
}
