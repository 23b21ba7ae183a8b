import type { Span } from '../text/span.ts';
import type { SpanEdit } from '../text/spanEdit.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Stable: users suppress, search and link by it. Each code is one entry of the table in `catalogue.ts`. */
export const FINDING_CODES = [
  'yaml-syntax', 'unused-suppression', 'unknown-suppression', 'duplicate-key', 'document-too-large', 'too-many-aliases',
  'nesting-too-deep', 'wrong-type', 'unquoted-identifier', 'unknown-key', 'missing-key', 'invalid-value',
  'year-not-covered', 'program-not-in-year', 'unknown-mvp', 'mvp-not-in-year', 'invalid-npi', 'invalid-tin',
  'tin-in-plain-text', 'small-practice-size', 'small-practice-undeclared', 'status-redundant',
  'clinician-count-mismatch', 'unknown-clinician', 'apm-credit-condition', 'reweighting-cancelled',
  'final-score-is-threshold', 'pi-reweighted-automatically', 'ia-study-ended', 'activities-not-needed',
  'unknown-activity', 'activity-not-in-year', 'activity-suspended', 'duplicate-activity', 'activity-not-in-mvp',
  'activity-needs-mvp', 'invalid-date', 'period-reversed', 'period-outside-year', 'period-too-short',
  'period-missing', 'last-start-passed', 'participation-too-low', 'participation-missing', 'participation-too-high',
  'attested-too-recently', 'repeat-limit', 'medical-home-too-few-sites', 'medical-home-not-attested',
  'medical-home-details-missing', 'evidence-missing', 'evidence-not-found', 'status-ahead-of-period',
  'status-behind-period', 'score-below-maximum', 'activity-surplus', 'activity-changed',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** What the checker says about a place of the file. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** One plain sentence: what is wrong and what to do. May be shown anywhere: what it quotes of the plan went through `asShown`. */
  readonly message: string;
  readonly span: Span;
  /** Index of the plan, null for what concerns the file. */
  readonly plan: number | null;
  readonly related: readonly RelatedPlace[];
  /** Shown faded: attesting it is unnecessary. */
  readonly unnecessary?: boolean | undefined;
  /** What repairs it, best first; edits are of this version of the text. Made when asked for: most findings are never fixed by menu. */
  readonly fixes?: (() => readonly Fix[]) | undefined;
}

export interface RelatedPlace {
  readonly span: Span;
  readonly message: string;
}

export interface Fix {
  /** What the quick-fix menu shows: "Replace with IA_BMH_7". */
  readonly title: string;
  readonly edits: readonly SpanEdit[];
  /** The one right answer. */
  readonly preferred?: boolean | undefined;
  /** May be applied unasked, together with others of its kind (`source.fixAll`). */
  readonly safe?: boolean | undefined;
}
