import { analyse, type Analysis } from '../../server/src/analysis.ts';
import { createInventory } from '../../server/src/inventory/createInventory.ts';
import type { PlanScore } from '../../server/src/score/fileScore.ts';

export const inventory = createInventory();

/** What a plan of the tests says; everything else is left out of its text. */
export interface PlanText {
  readonly year?: number;
  readonly program?: string;
  readonly level?: string;
  readonly clinicians?: number;
  readonly mvp?: string;
  readonly statuses?: readonly string[];
  readonly reweighted?: readonly string[];
  readonly otherCategories?: readonly string[];
  /** Further top-level lines. */
  readonly more?: string;
  /** Flow maps, without their braces: `id: IA_BE_4, status: completed`. */
  readonly activities?: readonly string[];
}

/** A plan's text with the given parts: a group of 40 in 2024 without special status unless said otherwise. */
export function planText(plan: PlanText): string {
  const { year = 2024, level = 'group', clinicians = 40 } = plan;
  const lines = [
    `performance_year: ${year}`,
    `practice: { name: Test, clinicians: ${clinicians} }`,
    'submission:',
    ...(plan.program === undefined ? [] : [`  program: ${plan.program}`]),
    `  level: ${level}`,
    ...(plan.mvp === undefined ? [] : [`  mvp: ${plan.mvp}`]),
    ...(plan.otherCategories === undefined ? [] : [`  other_categories: [${plan.otherCategories.join(', ')}]`]),
    ...(plan.statuses === undefined ? [] : [`special_statuses: [${plan.statuses.join(', ')}]`]),
    ...(plan.reweighted === undefined ? [] : [`reweighted: [${plan.reweighted.join(', ')}]`]),
    ...(plan.more === undefined ? [] : [plan.more]),
    ...(plan.activities === undefined || plan.activities.length === 0 ? ['activities: []'] : ['activities:', ...plan.activities.map((activity) => `  - { ${activity} }`)]),
  ];
  return `${lines.join('\n')}\n`;
}

export function analysePlan(plan: PlanText, asOf = '2024-12-31'): Analysis {
  return analyse(planText(plan), { asOf, inventory });
}

export function scoreOf(plan: PlanText, asOf?: string): PlanScore {
  const [score] = analysePlan(plan, asOf).score('test.mips.yaml').plans;
  if (score === undefined) throw new Error('The text holds no plan');
  return score;
}

/** The reasons of the plan's only or last activity. */
export function reasonsOf(plan: PlanText): readonly string[] {
  return scoreOf(plan).activities.at(-1)?.reasons ?? [];
}
