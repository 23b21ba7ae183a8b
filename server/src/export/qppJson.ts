import { calendarDate, type CalendarDate } from '../calendar/calendarDate.ts';
import type { Analysis } from '../analysis.ts';
import { asFinding } from '../findings/checkPlan.ts';
import { tinDigits } from '../findings/checks/identifiers.ts';
import type { Finding, FindingCode } from '../findings/finding.ts';
import type { Field, Level, Plan, Program, Submission } from '../plan/model.ts';
import { asksForParticipation, type ActivityJudgement } from '../score/judgement.ts';
import type { PlanResult } from '../score/planResult.ts';
import type { Place } from '../text/span.ts';
import { jsonText } from './jsonText.ts';

/** One submission of the improvement-activities category as the QPP submissions API takes it. */
export interface QppSubmission {
  readonly entityType: QppEntityType;
  /** 9 digits; individuals and groups. */
  readonly taxpayerIdentificationNumber?: string;
  /** 10 digits; individuals. */
  readonly nationalProviderIdentifier?: string;
  /** Virtual groups, subgroups and APM Entities. */
  readonly entityId?: string;
  readonly performanceYear: number;
  /** Empty where nothing earns credit. */
  readonly measurementSets: readonly QppMeasurementSet[];
}

export type QppEntityType = 'individual' | 'group' | 'virtualGroup' | 'subgroup' | 'apm';

export interface QppMeasurementSet {
  readonly category: 'ia';
  readonly submissionMethod: 'registry';
  /** `mips`, `app1` or the id of an MVP. */
  readonly programName: string;
  readonly performanceStart: CalendarDate;
  readonly performanceEnd: CalendarDate;
  readonly measurements: readonly { readonly measureId: string; readonly value: true }[];
}

export type QppExport =
  | { readonly submissions: readonly QppSubmission[] }
  /** What stands in the way: never empty unless the file holds no plan. */
  | { readonly refusedBy: readonly Finding[] };

const ENTITY_TYPES: Readonly<Record<Level, QppEntityType>> = {
  individual: 'individual',
  group: 'group',
  virtual_group: 'virtualGroup',
  subgroup: 'subgroup',
  apm_entity: 'apm',
};

/**
 * The submissions of a file, one for each plan in its order. Refused while any finding is an error, hidden by a
 * comment or not, and while an identifier that the submission needs is missing or cannot be one.
 */
export function exportQpp({ plans, findings, suppressedFindings }: Analysis): QppExport {
  const errors = [...findings, ...suppressedFindings].filter((finding) => finding.severity === 'error');
  const refusedBy = [...errors, ...plans.flatMap((result) => identifierFindings(result.plan))].sort((a, b) => a.span.start - b.span.start);
  if (refusedBy.length > 0 || plans.length === 0) return { refusedBy };
  return { submissions: plans.map(submissionOf) };
}

/** What JSON the submissions make: an object for one plan, a list for several; two blanks of indentation, a line break at the end. */
export function qppJson(submissions: readonly QppSubmission[]): string {
  return `${jsonText(submissions.length === 1 ? submissions[0] : submissions)}\n`;
}

function submissionOf(result: PlanResult): QppSubmission {
  const { plan, facts } = result;
  const submission = plan.submission.value?.value;
  // A plan without level or year has errors.
  const level = facts.level as Level;
  const year = facts.year as number;
  return {
    entityType: ENTITY_TYPES[level],
    ...identifiersOf(plan, level, submission),
    performanceYear: year,
    measurementSets: measurementSets(result, year),
  };
}

type Identifiers = Pick<QppSubmission, 'taxpayerIdentificationNumber' | 'nationalProviderIdentifier' | 'entityId'>;

function identifiersOf(plan: Plan, level: Level, submission: Submission | undefined): Identifiers {
  if (level !== 'individual' && level !== 'group') return { entityId: submission?.entityId.value?.value.trim() ?? '' };
  const tin = { taxpayerIdentificationNumber: tinDigits(plan.practice.value?.value.tin.value?.value ?? '') ?? '' };
  if (level === 'group') return tin;
  return { ...tin, nationalProviderIdentifier: submission?.npi.value?.value ?? '' };
}

function measurementSets(result: PlanResult, year: number): QppMeasurementSet[] {
  const credited = result.judgements.filter((judgement) => judgement.credited);
  if (credited.length === 0) return [];
  const runs = credited.flatMap((judgement) => runsOf(judgement, result));
  return [{
    category: 'ia',
    submissionMethod: 'registry',
    programName: programName(result),
    performanceStart: runs.map(([start]) => start).sort()[0] ?? calendarDate(year, 1, 1),
    performanceEnd: runs.map(([, end]) => end).sort().at(-1) ?? calendarDate(year, 12, 31),
    measurements: credited.map((judgement) => ({ measureId: judgement.activity.id.value?.value ?? '', value: true })),
  }];
}

/** The activity's period, and those of the clinicians of a map in `performed_by` where that counts. */
function runsOf({ activity }: ActivityJudgement, { facts }: PlanResult): (readonly [CalendarDate, CalendarDate])[] {
  const performedBy = asksForParticipation(activity, facts) ? activity.performedBy.value?.value : undefined;
  const own = performedBy?.kind === 'periods' ? performedBy.periods.map(({ period }) => period) : [];
  return [activity.period, ...own].flatMap(({ value }) => (value === undefined ? [] : [[value.value.start.value, value.value.end.value] as const]));
}

function programName({ plan, facts }: PlanResult): string {
  const names: Readonly<Record<Program, string>> = {
    traditional: 'mips',
    apm_scoring_standard: 'mips',
    app: 'app1',
    mvp: plan.submission.value?.value.mvp.value?.value ?? '',
  };
  return names[facts.program as Program];
}

/**
 * The identifiers that the plan's level needs and that are missing, or that are not even of the right form. Nothing
 * about what cannot be read or has no place: that is an error already.
 */
function identifierFindings({ index, practice, submission }: Plan): Finding[] {
  const level = submission.value?.value.level.value?.value;
  const tin = identifierFinding('tin', practice, practice.value?.value.tin, index);
  const npi = identifierFinding('npi', submission, submission.value?.value.npi, index);
  const entityId = identifierFinding('entity_id', submission, submission.value?.value.entityId, index);
  switch (level) {
    case undefined:
      return [];
    case 'individual':
      return [...tin, ...npi];
    case 'group':
      return tin;
    default:
      return entityId;
  }
}

const IDENTIFIERS = {
  tin: { expects: '9 digits in quotes', malformed: 'invalid-tin', fits: (text: string) => tinDigits(text) !== undefined },
  npi: { expects: '10 digits in quotes', malformed: 'invalid-npi', fits: (text: string) => /^\d{10}$/.test(text) },
  entity_id: { expects: 'the identifier that CMS gave', malformed: 'missing-key', fits: (text: string) => text.trim() !== '' },
} as const;

/** A missing identifier is shown on its key if it stands there empty, else on the key that holds the map. */
function identifierFinding(key: keyof typeof IDENTIFIERS, holder: Field<unknown>, field: Field<string> | undefined, plan: number): Finding[] {
  const { expects, malformed, fits } = IDENTIFIERS[key];
  if (field === undefined || field.unreadable !== undefined) return [];
  if (field.value === undefined) {
    const place = field.key ?? holder.key;
    return place === undefined ? [] : [blocking('missing-key', `A submission needs \`${key}\`; add it with ${expects}.`, place, plan)];
  }
  return fits(field.value.value) ? [] : [blocking(malformed, `A submission needs \`${key}\` with ${expects}; correct it.`, field.value, plan)];
}

function blocking(code: FindingCode, message: string, place: Place, plan: number): Finding {
  return asFinding(code, { place, message, severity: 'error' }, plan);
}
