import type { CalendarDate } from '../calendar/calendarDate.ts';
import type { Place, Span } from '../text/span.ts';
import type { MapNode } from '../yaml/node.ts';

/** A value that could be read, with its place in the file. */
export interface Located<T> extends Place {
  readonly value: T;
}

/**
 * One key of the format.
 *
 * - absent: `key` undefined
 * - present but empty (an unfinished line, counts as absent): `key` given, `value` and `unreadable` undefined
 * - unreadable (reported by the reader, counts as absent): `unreadable` says where
 * - readable: `value` given
 */
export interface Field<T> {
  readonly key?: Place | undefined;
  readonly value?: Located<T> | undefined;
  readonly unreadable?: Place | undefined;
}

export const PROGRAMS = ['traditional', 'mvp', 'app', 'apm_scoring_standard'] as const;
export type Program = (typeof PROGRAMS)[number];

export const LEVELS = ['individual', 'group', 'virtual_group', 'subgroup', 'apm_entity'] as const;
export type Level = (typeof LEVELS)[number];

export const SPECIAL_STATUSES = ['small_practice', 'rural', 'hpsa', 'non_patient_facing'] as const;
export type SpecialStatus = (typeof SPECIAL_STATUSES)[number];

export const CATEGORIES = ['quality', 'cost', 'improvement_activities', 'promoting_interoperability'] as const;
export type Category = (typeof CATEGORIES)[number];

export const OTHER_CATEGORIES = ['quality', 'cost', 'promoting_interoperability'] as const;
export type OtherCategory = (typeof OTHER_CATEGORIES)[number];

export const ACTIVITY_STATUSES = ['planned', 'in_progress', 'completed', 'dropped'] as const;
export type ActivityStatus = (typeof ACTIVITY_STATUSES)[number];

/** One attestation plan: one YAML document. */
export interface Plan {
  /** Index among the file's plans; empty documents are none and do not count. */
  readonly index: number;
  readonly span: Span;
  /** The first key of the document, where what is missing at the top level is shown. */
  readonly firstKey: Place;
  readonly root: MapNode;
  readonly performanceYear: Field<number>;
  readonly practice: Field<Practice>;
  readonly submission: Field<Submission>;
  readonly specialStatuses: Field<readonly Located<SpecialStatus>[]>;
  readonly medicalHome: Field<MedicalHome>;
  readonly apm: Field<Apm>;
  readonly iaStudy: Field<boolean>;
  readonly reweighted: Field<readonly Located<Category>[]>;
  readonly roster: Field<readonly RosterClinician[]>;
  readonly activities: Field<readonly Activity[]>;
}

export interface Practice {
  readonly name: Field<string>;
  /** As written, dashes kept. */
  readonly tin: Field<string>;
  readonly clinicians: Field<number>;
}

export interface Submission {
  readonly program: Field<Program>;
  readonly level: Field<Level>;
  readonly mvp: Field<string>;
  readonly npi: Field<string>;
  readonly entityId: Field<string>;
  readonly otherCategories: Field<readonly Located<OtherCategory>[]>;
}

export interface MedicalHome {
  readonly recognizedBy: Field<string>;
  readonly sites: Field<number>;
  readonly recognizedSites: Field<number>;
}

export interface Apm {
  readonly name: Field<string>;
  /** Points, 0 to 40. */
  readonly assignedPoints: Field<number>;
}

export interface RosterClinician {
  readonly shortName: Located<string>;
  readonly name: Field<string>;
  readonly npi: Field<string>;
}

export interface Activity {
  /** From the entry's first key or brace to the end of the node. */
  readonly extent: Span;
  /** Where the entry is shown: its first key, or the alias it came through. */
  readonly place: Place;
  readonly node: MapNode;
  readonly id: Field<string>;
  readonly period: Field<Period>;
  readonly performedBy: Field<PerformedBy>;
  readonly status: Field<ActivityStatus>;
  readonly evidence: Field<readonly Evidence[]>;
  readonly lastAttested: Field<number>;
  readonly owner: Field<string>;
  readonly note: Field<string>;
}

/** A run of days, both ends included; both are dates of the calendar, in any order. */
export interface Period extends Place {
  readonly start: Located<CalendarDate>;
  readonly end: Located<CalendarDate>;
}

export type PerformedBy =
  | { readonly kind: 'all' }
  | { readonly kind: 'count'; readonly count: number }
  /** `percent` as written: 62.5 for `62.5%`. */
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'names'; readonly names: readonly Located<string>[] }
  | { readonly kind: 'periods'; readonly periods: readonly ClinicianPeriod[] };

export interface ClinicianPeriod {
  readonly name: Located<string>;
  readonly period: Field<Period>;
}

export interface Evidence extends Place {
  readonly kind: 'file' | 'url' | 'note';
  readonly value: string;
  /** Where `value` is written. */
  readonly valuePlace: Place;
  readonly title?: string | undefined;
}
