import coverage from '../../data/coverage.json';
import { APM_CREDIT_POINTS, MAXIMUM_POINTS, SMALL_PRACTICE_CLINICIANS } from '../../data/performanceYears.ts';
import { ACTIVITY_STATUSES, CATEGORIES, LEVELS, OTHER_CATEGORIES, PROGRAMS, SPECIAL_STATUSES } from './model.ts';

/**
 * The plan format as a table: which keys each map has and what they mean. The reader, completion, hover and
 * docs/plan-format.md are made of it; the words are what people see. docs/rules.md names the CMS documents behind them.
 */
export interface KeyDescription {
  readonly name: string;
  /** Always required; keys required only in some plans are not marked. */
  readonly required?: boolean;
  /** One or two sentences. */
  readonly summary: string;
  /** What may stand there, in words: "a whole number from 1". */
  readonly expects: string;
  readonly value: 'text' | 'integer' | 'number' | 'boolean' | 'choice' | 'choices' | 'date' | 'period' | 'map' | 'list' | 'performed_by';
  readonly choices?: readonly Choice[];
}

export interface Choice {
  readonly value: string;
  readonly summary: string;
}

export type MapName = 'plan' | 'practice' | 'submission' | 'medical_home' | 'apm' | 'clinician' | 'activity' | 'period' | 'evidence';

const PROGRAM_SUMMARIES: Record<(typeof PROGRAMS)[number], string> = {
  traditional: 'Traditional MIPS: any activity of the year. The default.',
  mvp: 'A MIPS Value Pathway (2023 on): only activities of that pathway count.',
  app: 'The APM Performance Pathway (2021 on): full credit without activities.',
  apm_scoring_standard: 'The APM scoring standard (2017–2020): CMS assigns points to the model; activities add to them.',
};

const LEVEL_SUMMARIES: Record<(typeof LEVELS)[number], string> = {
  individual: 'One clinician (TIN and NPI).',
  group: 'Everyone who bills under the TIN.',
  virtual_group: 'Two or more small TINs together (2018 on).',
  subgroup: 'A part of a group that reports an MVP (2023 on).',
  apm_entity: 'The APM Entity with all its clinicians.',
};

const STATUS_SUMMARIES: Record<(typeof SPECIAL_STATUSES)[number], string> = {
  small_practice: `${SMALL_PRACTICE_CLINICIANS} or fewer clinicians bill under the TIN. Doubles points, and gives the category more weight where promoting interoperability is reweighted (2022 on).`,
  rural: 'In a rural ZIP code by the most recent federal list (groups from 2018: more than 75 % of clinicians). Doubles points.',
  hpsa: 'In a geographic health professional shortage area. Doubles points.',
  non_patient_facing: '100 or fewer patient-facing encounters in the determination period (groups: more than 75 % of clinicians). Doubles points.',
};

const CATEGORY_SUMMARIES: Record<(typeof CATEGORIES)[number], string> = {
  quality: 'Quality measures: how care was given and what came of it.',
  cost: 'Cost measures, which CMS computes from claims; nothing is submitted for them.',
  improvement_activities: 'This category. Attesting an activity cancels its reweighting, except for an APM Entity.',
  promoting_interoperability: 'Promoting interoperability: the use of certified electronic health records (2017: advancing care information).',
};

const ACTIVITY_STATUS_SUMMARIES: Record<(typeof ACTIVITY_STATUSES)[number], string> = {
  planned: 'Not begun. The default.',
  in_progress: 'Being performed.',
  completed: 'Performed to its end; with evidence it is secured.',
  dropped: 'Kept on file; earns nothing.',
};

function choices<T extends string>(values: readonly T[], summaries: Record<T, string>): Choice[] {
  return values.map((value) => ({ value, summary: summaries[value] }));
}

export const FORMAT: Readonly<Record<MapName, readonly KeyDescription[]>> = {
  plan: [
    { name: 'performance_year', required: true, value: 'integer', expects: `a year from ${coverage.firstYear} to ${coverage.newestYear}`, summary: 'The calendar year in which the activities are performed. It decides the inventory, the points and the deadlines.' },
    { name: 'practice', required: true, value: 'map', expects: '`name` and other keys below it', summary: 'Who reports: name, TIN and number of clinicians.' },
    { name: 'submission', required: true, value: 'map', expects: '`level` and other keys below it', summary: 'How they report: program, level and identifiers.' },
    { name: 'special_statuses', value: 'choices', expects: 'a list of statuses', summary: 'Special statuses that CMS gave this entity. One is enough to double the points in traditional MIPS.', choices: choices(SPECIAL_STATUSES, STATUS_SUMMARIES) },
    { name: 'medical_home', value: 'map', expects: '`recognized_by`, `sites` and `recognized_sites` below it', summary: 'Facts behind attesting IA_PCMH: recognition as a patient-centered medical home or comparable specialty practice.' },
    { name: 'apm', value: 'map', expects: '`name` below it, or `{}` if there is nothing to say', summary: `Participation in an Alternative Payment Model: ${APM_CREDIT_POINTS} points in traditional MIPS and MVPs.` },
    { name: 'ia_study', value: 'boolean', expects: '`true` or `false`', summary: `Took part in CMS’s improvement activity study and followed its rules (2017–2019): ${MAXIMUM_POINTS} points.` },
    { name: 'reweighted', value: 'choices', expects: 'a list of categories', summary: 'Categories that CMS reweights to 0 % for this entity.', choices: choices(CATEGORIES, CATEGORY_SUMMARIES) },
    { name: 'roster', value: 'map', expects: 'short names below it', summary: 'The clinicians of the entity by short name, so that activities can name them.' },
    { name: 'activities', required: true, value: 'list', expects: 'a list of activities, `[]` if there is none', summary: 'The improvement activities to be attested, in any order.' },
  ],
  practice: [
    { name: 'name', required: true, value: 'text', expects: 'text', summary: 'The practice’s name.' },
    { name: 'tin', value: 'text', expects: '9 digits in quotes', summary: 'Taxpayer Identification Number: 9 digits in quotes. Needed to export. Use a `000…` number where the file is shared.' },
    { name: 'clinicians', value: 'integer', expects: 'a whole number from 1', summary: 'MIPS eligible clinicians (NPIs) in the reporting entity. At least half of them must perform each activity (2020 on).' },
  ],
  submission: [
    { name: 'program', value: 'choice', expects: '`traditional` or another program', summary: 'The reporting option. `traditional` if not given.', choices: choices(PROGRAMS, PROGRAM_SUMMARIES) },
    { name: 'level', required: true, value: 'choice', expects: '`individual`, `group` or another level', summary: 'Who the submission speaks for.', choices: choices(LEVELS, LEVEL_SUMMARIES) },
    { name: 'mvp', value: 'text', expects: 'an MVP id such as `G0053`', summary: 'The MIPS Value Pathway; needed with program `mvp`, meaningless otherwise.' },
    { name: 'npi', value: 'text', expects: '10 digits in quotes', summary: 'National Provider Identifier of the clinician, for level `individual`. Needed to export.' },
    { name: 'entity_id', value: 'text', expects: 'text', summary: 'Identifier of the virtual group, subgroup or APM Entity. Needed to export.' },
    { name: 'other_categories', value: 'choices', expects: 'a list of categories', summary: 'What else the same entity submits data for; the APM credit can rest on it from 2023.', choices: choices(OTHER_CATEGORIES, CATEGORY_SUMMARIES) },
  ],
  medical_home: [
    { name: 'recognized_by', value: 'text', expects: 'text', summary: 'The accrediting body, for example NCQA.' },
    { name: 'sites', value: 'integer', expects: 'a whole number from 1', summary: 'Practice sites under the TIN.' },
    { name: 'recognized_sites', value: 'integer', expects: 'a whole number from 0, at most `sites`', summary: 'How many of them are recognised: at least half must be from 2018, one in 2017.' },
  ],
  apm: [
    { name: 'name', value: 'text', expects: 'text', summary: 'The model, for example MSSP.' },
    { name: 'assigned_points', value: 'number', expects: `a number from 0 to ${MAXIMUM_POINTS}`, summary: `The points that CMS assigned to the model, ${MAXIMUM_POINTS} if not given; for program \`apm_scoring_standard\` only.` },
  ],
  clinician: [
    { name: 'name', value: 'text', expects: 'text', summary: 'The clinician’s name.' },
    { name: 'npi', value: 'text', expects: '10 digits in quotes', summary: 'The clinician’s National Provider Identifier.' },
  ],
  activity: [
    { name: 'id', required: true, value: 'text', expects: 'an activity id such as `IA_BE_4`', summary: 'The activity’s id in CMS’s inventory of the year.' },
    { name: 'period', value: 'period', expects: '`START/END`, or `start` and `end` below it', summary: 'The first and the last day on which it is performed, both included: at least 90 days in a row unless the activity sets its own minimum.' },
    { name: 'performed_by', value: 'performed_by', expects: '`all`, a number, a percentage, or names of the roster', summary: 'Who performed it. From 2020 at least half of the entity’s clinicians must, each for the minimum period in the same year.' },
    { name: 'status', value: 'choice', expects: 'a status', summary: 'Where the activity stands. `planned` if not given.', choices: choices(ACTIVITY_STATUSES, ACTIVITY_STATUS_SUMMARIES) },
    { name: 'evidence', value: 'list', expects: 'a list of files, links or notes', summary: 'What documents the activity; keep it for six years.' },
    { name: 'last_attested', value: 'integer', expects: 'a year', summary: 'The last year in which it was attested, for activities limited to once in four years.' },
    { name: 'owner', value: 'text', expects: 'text', summary: 'Who at the practice is responsible.' },
    { name: 'note', value: 'text', expects: 'text', summary: 'Free text.' },
  ],
  period: [
    { name: 'start', value: 'date', expects: 'a date, YYYY-MM-DD', summary: 'The first day.' },
    { name: 'end', value: 'date', expects: 'a date, YYYY-MM-DD', summary: 'The last day, included.' },
  ],
  evidence: [
    { name: 'file', value: 'text', expects: 'a path', summary: 'A file, relative to the plan.' },
    { name: 'url', value: 'text', expects: 'a link', summary: 'A link. The checker does not open it.' },
    { name: 'note', value: 'text', expects: 'text', summary: 'A description of what is kept elsewhere.' },
    { name: 'title', value: 'text', expects: 'text', summary: 'What the document shows.' },
  ],
};

/** What a roster calls a clinician. */
export const SHORT_NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** Short names that YAML reads as something else than text unless they are quoted. */
export const SHORT_NAME_TO_QUOTE = /^(?:true|false|null)$/i;

/** @throws Error for a key that the format does not have */
export function describedKey(map: MapName, name: string): KeyDescription {
  const key = FORMAT[map].find((description) => description.name === name);
  if (key === undefined) throw new Error(`The format has no ${map}.${name}`);
  return key;
}
