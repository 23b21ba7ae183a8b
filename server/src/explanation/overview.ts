import type { Range } from 'vscode-languageserver-types';
import type { FindingCode, Severity } from '../findings/finding.ts';
import type { DocumentationNeed } from '../inventory/tables.ts';
import type { ActivityStatus, Category, SpecialStatus } from '../plan/model.ts';

/** What is to be seen of a plan beside its score: who did what and when, what is wrong, what comes next. No text of it shows a TIN in full. Dates are `YYYY-MM-DD`. */
export interface PlanOverview {
  /** As many as `PlanScore.activities`, in their order. */
  readonly activities: readonly ActivityOverview[];
  /** The four steps of CMS's guide, in order. */
  readonly steps: readonly PlanStep[];
  /** The most severe first, hints left out; of many only the first. */
  readonly findings: readonly FindingOverview[];
  /** All that the file shows, hints too. */
  readonly findingCounts: Readonly<Record<Severity, number>>;
  readonly specialStatuses: readonly SpecialStatus[];
  readonly reweighted: readonly Category[];
  readonly apm: boolean;
  /** Size of the reporting entity, if it is known. */
  readonly clinicians: number | null;
  /** Why the category weighs what it weighs: a short sentence. */
  readonly weightReason: string | null;
  readonly submission: SubmissionWindow | null;
  /** The last day on which the evidence must still be there. */
  readonly keepUntil: string | null;
}

export interface ActivityOverview {
  readonly status: ActivityStatus;
  /** Null where several clinicians need not perform it. */
  readonly participation: ParticipationOverview | null;
  readonly period: PeriodOverview | null;
  /** The clinicians' own runs, where `performed_by` gives them. */
  readonly clinicianPeriods: readonly (PeriodOverview & { readonly name: string })[];
  /** "90 days"; null for any length and where the length is not judged. */
  readonly minimum: string | null;
  /** The first day on which the run, as it begins, is long enough. */
  readonly longEnoughOn: string | null;
  /** The last day of the year on which the activity can begin; null where the length is not judged. */
  readonly lastStart: string | null;
  readonly evidence: readonly EvidenceOverview[];
  /** What CMS's validation criteria suggest to keep; null where nothing is known and for what earns no credit. */
  readonly documentation: DocumentationOverview | null;
  /** What keeps it from being secured, in a few words each; empty for what is secured or earns no credit. */
  readonly missing: readonly string[];
}

export interface ParticipationOverview {
  /** "9 of 12", "all 12", "60 %"; null where nothing readable is given. */
  readonly text: string | null;
  /** 0 to 1; null where it cannot be told. */
  readonly share: number | null;
  /** How many, where a number says so. */
  readonly count: number | null;
  /** Whether it lists clinicians by name. */
  readonly named: boolean;
  /** How many are needed; null where the entity's size is not known. */
  readonly needed: number | null;
}

/** A run of days, both ends included; in any order. */
export interface PeriodOverview {
  readonly start: string;
  readonly end: string;
  /** Both ends counted; 0 or less where the end is before the start. */
  readonly days: number;
}

export interface EvidenceOverview {
  readonly kind: 'file' | 'url' | 'note';
  readonly text: string;
  /** False where a file was looked for and is not there. */
  readonly found: boolean;
}

export interface DocumentationOverview {
  readonly need: DocumentationNeed;
  readonly items: readonly string[];
}

/** `open`: some of it is missing. `later`: its time has not come. `over`: its time has passed. */
export type StepState = 'done' | 'open' | 'later' | 'over';

export type StepKind = 'requirements' | 'activities' | 'performance' | 'submission';

export interface PlanStep {
  readonly kind: StepKind;
  readonly state: StepState;
  /** Where it stands, in one short sentence. */
  readonly text: string;
  /** What is missing, a few words each. */
  readonly missing: readonly string[];
}

export interface FindingOverview {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** Index of the activity it is about, null for the plan's own. */
  readonly activity: number | null;
  /** The titles of what repairs it, the best first. */
  readonly fixes: readonly string[];
}

export interface SubmissionWindow {
  /** Null where no source tells the day; it is in January. */
  readonly opens: string | null;
  readonly closes: string;
}
