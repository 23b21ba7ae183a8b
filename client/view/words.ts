import type { Statement } from '../../server/src/explanation/explanation.ts';
import type { ActivityOverview, PlanOverview } from '../../server/src/explanation/overview.ts';
import { CATEGORY_NAMES, LEVEL_NAMES, PROGRAM_NAMES, SPECIAL_STATUS_NAMES, STATUS_NAMES } from '../../server/src/plan/names.ts';
import type { ActivityScore, PlanScore } from '../../server/src/score/fileScore.ts';
import { capitalised } from '../../server/src/text/capitalised.ts';
import { formatNumber } from '../../server/src/text/formatNumber.ts';
import { plural } from '../../server/src/text/plural.ts';

/** The names of `server/src/plan/names.ts` as they begin a line. */
function headings<K extends string>(names: Readonly<Record<K, string>>): Readonly<Record<K, string>> {
  return Object.fromEntries(Object.entries<string>(names).map(([key, name]) => [key, capitalised(name)])) as Record<K, string>;
}

export const PROGRAMS = headings(PROGRAM_NAMES);
export const LEVELS = headings(LEVEL_NAMES);
export const STATUSES = headings(STATUS_NAMES);
export const SPECIAL_STATUSES = headings(SPECIAL_STATUS_NAMES);
export const CATEGORIES = headings(CATEGORY_NAMES);

/** "2024 · Traditional MIPS · Group", with what the plan says so far. */
export function submissionWords(plan: PlanScore): string {
  const words = [plan.performanceYear, plan.program && PROGRAMS[plan.program], plan.level && LEVELS[plan.level]];
  return words.filter((word) => word !== null).join(' · ');
}

/** What tells a plan from the others of its file. */
export function planLabel(plan: PlanScore, index: number): string {
  return plan.level === null ? `Plan ${index + 1}` : LEVELS[plan.level];
}

export function practiceName(plan: PlanScore): string {
  return plan.practice ?? 'Practice without a name';
}

export type ActivityState = 'secured' | 'planned' | 'dropped' | 'denied' | 'unscored';

/** A dropped activity is the only one that earns nothing without a reason. */
export function activityState(activity: ActivityScore): ActivityState {
  if (activity.points === null) return 'unscored';
  if (activity.credited) return activity.secured ? 'secured' : 'planned';
  return activity.reasons.length === 0 ? 'dropped' : 'denied';
}

/** Where an activity stands: whether it counts, and how far it has come. */
export function stateWords(state: ActivityState, status: ActivityOverview['status']): string {
  switch (state) {
    case 'secured':
      return 'Secured';
    case 'planned':
      return status === 'completed' ? 'Completed, not secured' : STATUSES[status];
    case 'denied':
      return 'No credit';
    case 'dropped':
      return 'Dropped';
    case 'unscored':
      return 'Not scored';
  }
}

export const WEIGHTS = { high: 'High', medium: 'Medium' } as const;

/** The statements that deny credit, or all of them where none names its finding. */
export function denials(activity: ActivityScore, statements: readonly Statement[]): readonly Statement[] {
  const denying = statements.filter((statement) => statement.code !== undefined && activity.reasons.includes(statement.code));
  return denying.length > 0 ? denying : statements;
}

/** What a screen reader says when the score has moved. */
export function spokenScore(plan: PlanScore): string {
  if (plan.points === null || plan.maxPoints === null) return 'This plan cannot be scored yet.';
  return `${formatNumber(plan.points)} of ${formatNumber(plan.maxPoints)} points, ${formatNumber(plan.securedPoints ?? 0)} secured.`;
}

/** "Yes: small practice, rural". */
export function doublingWords(plan: PlanScore, overview: PlanOverview): string {
  if (plan.doubled) return `Yes: ${overview.specialStatuses.map((status) => SPECIAL_STATUS_NAMES[status]).join(', ')}`;
  if (plan.program === 'mvp') return 'No: an MVP’s points are the same for all';
  return overview.specialStatuses.length === 0 ? 'No special status' : 'No: the special status changes nothing here';
}

/** Why one plan of several is the better one. */
export function bestWords(plans: readonly PlanScore[], best: number | null): string {
  const contribution = best === null ? null : (plans[best]?.contribution ?? null);
  if (contribution === null) return 'None of these plans can be compared yet.';
  const others = plans.filter((_, index) => index !== best).map((plan) => plan.contribution).filter((each) => each !== null);
  const next = others.length === 0 ? null : Math.max(...others);
  const points = plural(contribution, 'point');
  if (next === contribution) return `Several plans earn the same ${points} of the final score; the first of them is marked.`;
  return `CMS pays on the higher final score: the best plan earns ${points} of it${next === null ? '' : `, the next ${formatNumber(next)}`}.`;
}
