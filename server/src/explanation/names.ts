import type { Severity } from '../findings/finding.ts';
import type { CreditKind } from '../score/fileScore.ts';
import type { StepKind, StepState } from './overview.ts';

/** What parts of a score and of its explanation are called, for those who read them. */
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', information: 'Note', hint: 'Hint' };

export const CREDIT_NAMES: Readonly<Record<CreditKind, string>> = {
  apm: 'APM participation',
  medical_home: 'Medical home',
  ia_study: 'Improvement activity study',
  app: 'APM Performance Pathway',
  apm_scoring_standard: 'APM scoring standard',
};

export const STEP_NAMES: Readonly<Record<StepKind, string>> = {
  requirements: 'Know the requirements',
  activities: 'Select activities',
  performance: 'Perform and document',
  submission: 'Submit',
};

/** What a step's state is called; submission is never known to be done. */
export function stepStateName(kind: StepKind, state: StepState): string {
  if (state === 'done') return 'Done';
  if (state === 'over') return 'Closed';
  if (state === 'later') return 'Later';
  return kind === 'submission' ? 'Open now' : 'To do';
}
