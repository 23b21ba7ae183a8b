import type { ActivityScore, CreditKind, PlanScore } from '../../server/src/score/fileScore.ts';
import type { Statement } from '../../server/src/explanation/explanation.ts';
import { formatNumber } from './numbers.ts';

const PROGRAMS: Record<NonNullable<PlanScore['program']>, string> = {
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

export const ACTIVITY_STATES: Record<ActivityState, string> = {
  secured: 'Secured',
  planned: 'Planned',
  dropped: 'Dropped',
  denied: 'No credit',
  unscored: 'Not scored',
};

export function weightWords(activity: ActivityScore): string | undefined {
  if (activity.weight === null) return undefined;
  return activity.weight === 'high' ? 'High-weighted' : 'Medium-weighted';
}

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

/** "1 high + 2 medium" as "1 high-weighted + 2 medium-weighted". */
export function wayWords(way: string): string {
  return way.replace(/\b(high|medium)\b/g, '$1-weighted');
}
