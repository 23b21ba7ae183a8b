import type { ActivityStatus, Category, Level, Program, SpecialStatus } from './model.ts';

/** What the words of the format are called in a sentence, for those who read them. */
export const PROGRAM_NAMES: Readonly<Record<Program, string>> = {
  traditional: 'traditional MIPS',
  mvp: 'MIPS Value Pathway',
  app: 'APM Performance Pathway',
  apm_scoring_standard: 'APM scoring standard',
};

export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  individual: 'individual',
  group: 'group',
  virtual_group: 'virtual group',
  subgroup: 'subgroup',
  apm_entity: 'APM Entity',
};

export const SPECIAL_STATUS_NAMES: Readonly<Record<SpecialStatus, string>> = {
  small_practice: 'small practice',
  rural: 'rural',
  hpsa: 'health professional shortage area',
  non_patient_facing: 'non-patient facing',
};

export const CATEGORY_NAMES: Readonly<Record<Category, string>> = {
  quality: 'quality',
  cost: 'cost',
  improvement_activities: 'improvement activities',
  promoting_interoperability: 'promoting interoperability',
};

export const STATUS_NAMES: Readonly<Record<ActivityStatus, string>> = {
  planned: 'planned',
  in_progress: 'in progress',
  completed: 'completed',
  dropped: 'dropped',
};
