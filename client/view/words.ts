import type { ActivityScore, CreditKind, PlanScore } from '../../server/src/score/fileScore.ts';
import type { Statement } from '../../server/src/explanation/explanation.ts';
import type { ActivityOverview, PlanOverview, StepKind, StepState } from '../../server/src/explanation/overview.ts';
import { formatNumber } from './numbers.ts';

export const PROGRAMS: Record<NonNullable<PlanScore['program']>, string> = {
  traditional: 'Traditional MIPS',
  mvp: 'MIPS Value Pathway',
  app: 'APM Performance Pathway',
  apm_scoring_standard: 'APM scoring standard',
};

export const LEVELS: Record<NonNullable<PlanScore['level']>, string> = {
  individual: 'Individual',
  group: 'Group',
  virtual_group: 'Virtual group',
  subgroup: 'Subgroup',
  apm_entity: 'APM Entity',
};

export const CREDITS: Record<CreditKind, string> = {
  apm: 'APM participation',
  medical_home: 'Medical home',
  ia_study: 'Improvement activity study',
  app: 'APM Performance Pathway',
  apm_scoring_standard: 'APM scoring standard',
};

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

export const STATUSES: Record<ActivityOverview['status'], string> = {
  planned: 'Planned',
  in_progress: 'In progress',
  completed: 'Completed',
  dropped: 'Dropped',
};

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
  if (plan.points === null) return 'This plan cannot be scored yet.';
  return `${formatNumber(plan.points)} of ${formatNumber(plan.maxPoints ?? 40)} points, ${formatNumber(plan.securedPoints ?? 0)} secured.`;
}

/** "1 high + 2 medium" as "1 high-weighted and 2 medium-weighted activities". */
export function wayWords(way: string): string {
  if (!/high|medium/.test(way)) return way;
  const words = way.split(' + ').map((part) => `${part}-weighted`).join(' and ');
  return `${words} ${/^1 \w+$/.test(way) ? 'activity' : 'activities'}`;
}

export const STEPS: Record<StepKind, string> = {
  requirements: 'Know the requirements',
  activities: 'Select activities',
  performance: 'Perform and document',
  submission: 'Submit',
};

/** What a step's state is called; submission is never known to be done. */
export function stepWords(kind: StepKind, state: StepState): string {
  if (state === 'done') return 'Done';
  if (state === 'over') return 'Closed';
  if (state === 'later') return 'Later';
  return kind === 'submission' ? 'Open now' : 'To do';
}

export const SEVERITIES = { error: 'Error', warning: 'Warning', information: 'Note', hint: 'Hint' } as const;

export const SPECIAL_STATUSES: Record<PlanOverview['specialStatuses'][number], string> = {
  small_practice: 'Small practice',
  rural: 'Rural',
  hpsa: 'Health professional shortage area',
  non_patient_facing: 'Non-patient facing',
};

export const CATEGORIES: Record<PlanOverview['reweighted'][number], string> = {
  quality: 'Quality',
  cost: 'Cost',
  improvement_activities: 'Improvement activities',
  promoting_interoperability: 'Promoting interoperability',
};

/** "Yes: small practice, rural". */
export function doublingWords(plan: PlanScore, overview: PlanOverview): string {
  if (plan.doubled) return `Yes: ${overview.specialStatuses.map((status) => SPECIAL_STATUSES[status].toLowerCase()).join(', ')}`;
  return plan.program === 'mvp' ? 'No: an MVP’s points are the same for all' : 'No special status';
}

/** Why one plan of several is the better one. */
export function bestWords(plans: readonly PlanScore[], best: number | null): string {
  const contribution = best === null ? null : (plans[best]?.contribution ?? null);
  if (contribution === null) return 'None of these plans can be compared yet.';
  const others = plans.filter((_, index) => index !== best).map((plan) => plan.contribution).filter((each) => each !== null);
  const next = others.length === 0 ? null : Math.max(...others);
  if (next === contribution) return `Each brings ${formatNumber(contribution)} points of the final score; the first of equals is marked.`;
  return `CMS pays on the higher final score: this one brings ${formatNumber(contribution)} points of it${next === null ? '' : `, the next ${formatNumber(next)}`}.`;
}
