import { MAXIMUM_POINTS } from '../../../data/performanceYears.ts';
import { compareActivityIds } from '../../inventory/activityId.ts';
import type { InventoryActivity } from '../../inventory/inventory.ts';
import type { Activity } from '../../plan/model.ts';
import { MEDICAL_HOME_ID, recognizesTooFewSites } from '../../score/judgement.ts';
import type { PlanResult } from '../../score/planResult.ts';
import { pointsOf } from '../../score/points.ts';

/** How useful an activity is for a plan. */
interface Rank {
  readonly doubts: number;
  readonly closes: number;
  readonly closeness: number;
}

/** Which of two activities helps the plan more; as in the score's suggestions. */
export class Ranking {
  readonly #plan: PlanResult | undefined;
  readonly #year: number;
  /** Points that the plan lacks without the activity that is being written. */
  readonly #gap: number;
  /** How many activities of each subcategory the practice does already. */
  readonly #subcategories = new Map<string, number>();
  readonly #ranks = new Map<InventoryActivity, Rank>();

  constructor(year: number, plan: PlanResult | undefined, current: Activity | undefined) {
    this.#plan = plan;
    this.#year = year;
    let gap = MAXIMUM_POINTS - (plan?.points?.uncapped ?? 0);
    plan?.judgements.forEach(({ activity, listed }, index) => {
      if (activity === current) gap += plan.points?.activities[index] ?? 0;
      const subcategory = activity === current ? null : (listed?.subcategoryIn(year) ?? null);
      if (subcategory !== null) this.#subcategories.set(subcategory, (this.#subcategories.get(subcategory) ?? 0) + 1);
    });
    this.#gap = Math.max(0, gap);
  }

  compare(a: InventoryActivity, b: InventoryActivity): number {
    const [first, second] = [this.#rankOf(a), this.#rankOf(b)];
    return first.doubts - second.doubts || second.closes - first.closes || second.closeness - first.closeness || compareActivityIds(a.id, b.id);
  }

  #rankOf(activity: InventoryActivity): Rank {
    let rank = this.#ranks.get(activity);
    if (rank === undefined) {
      rank = { doubts: this.#doubts(activity), closes: this.#closes(activity), closeness: this.#closeness(activity) };
      this.#ranks.set(activity, rank);
    }
    return rank;
  }

  /** What may not earn credit comes last: suspended, attested lately, without the medical home behind it. */
  #doubts(activity: InventoryActivity): number {
    if (activity.suspendedIn(this.#year) !== null) return 3;
    if (activity.repeatYearsIn(this.#year) !== null) return 2;
    if (activity.id !== MEDICAL_HOME_ID) return 0;
    return this.#plan?.plan.medicalHome.value === undefined || recognizesTooFewSites(this.#plan.facts) ? 1 : 0;
  }

  /** How much of the gap it closes: points beyond 40 help nobody. */
  #closes(activity: InventoryActivity): number {
    if (this.#plan === undefined) return 0;
    return Math.min(this.#gap, pointsOf(activity.id, activity.weightIn(this.#year), this.#plan.facts));
  }

  #closeness(activity: InventoryActivity): number {
    return this.#subcategories.get(activity.subcategoryIn(this.#year) ?? '') ?? 0;
  }
}
