import type { Severity } from '../../findings/finding.ts';
import type { ActivityStatus, Category, Level, Program, SpecialStatus } from '../../plan/model.ts';
import { asShown } from '../../text/asShown.ts';
import { dateInWords } from '../../text/dateInWords.ts';
import { maskTins } from '../../text/maskTins.ts';
import { html, type Html } from './html.ts';

/** What the words of the format are called in a report. */
export const PROGRAMS: Readonly<Record<Program, string>> = {
  traditional: 'Traditional MIPS',
  mvp: 'MIPS Value Pathway',
  app: 'APM Performance Pathway',
  apm_scoring_standard: 'APM scoring standard',
};

export const LEVELS: Readonly<Record<Level, string>> = {
  individual: 'individual clinician',
  group: 'group',
  virtual_group: 'virtual group',
  subgroup: 'subgroup',
  apm_entity: 'APM Entity',
};

export const SPECIAL_STATUSES: Readonly<Record<SpecialStatus, string>> = {
  small_practice: 'small practice',
  rural: 'rural',
  hpsa: 'health professional shortage area',
  non_patient_facing: 'non-patient facing',
};

export const CATEGORIES: Readonly<Record<Category, string>> = {
  quality: 'quality',
  cost: 'cost',
  improvement_activities: 'improvement activities',
  promoting_interoperability: 'promoting interoperability',
};

export const STATUSES: Readonly<Record<ActivityStatus, string>> = {
  planned: 'Planned',
  in_progress: 'In progress',
  completed: 'Completed',
  dropped: 'Dropped',
};

export const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  information: 'Note',
  hint: 'Hint',
};

/** Words of the plan's author: no more than the last four digits of a TIN, and no letter that turns the line around. */
export function written(text: string): Html {
  return html`<bdi>${maskTins(text)}</bdi>`;
}

/** Sentences of ours, in which what stands between backticks is code. */
export function sentence(text: string): Html {
  const parts = asShown(text).split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
  return html`${parts}`;
}

/** "1 March to 30 June 2024"; both in full where the years differ. */
export function periodInWords(start: string, end: string): string {
  const [from, to] = [dateInWords(start), dateInWords(end)];
  return start.slice(0, 4) === end.slice(0, 4) ? `${from.replace(/ \d{4}$/, '')} to ${to}` : `${from} to ${to}`;
}
