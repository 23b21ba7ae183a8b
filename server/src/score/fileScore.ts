import type { Range } from 'vscode-languageserver-types';
import type { Level, Program } from '../plan/model.ts';
import type { FindingCode } from '../findings/finding.ts';
import type { ActivityWeight } from '../inventory/inventory.ts';

/** The score of a file as the command line prints it and the language server sends it. Points are of 40, weights and contributions in percent of the final score. */
export interface FileScore {
  /** The path as given on the command line, or the document's URI. */
  readonly file: string;
  /** `YYYY-MM-DD`: the date that decides what is secured. */
  readonly asOf: string;
  /** Index of the plan with the highest contribution, the first of equals; null where none has one. */
  readonly best: number | null;
  readonly plans: readonly PlanScore[];
}

/** Where a plan cannot be scored every number is null and its findings say why. */
export interface PlanScore {
  readonly practice: string | null;
  readonly performanceYear: number | null;
  readonly program: Program | null;
  readonly level: Level | null;
  readonly points: number | null;
  readonly uncappedPoints: number | null;
  readonly maxPoints: number | null;
  readonly percent: number | null;
  readonly categoryWeight: number | null;
  readonly contribution: number | null;
  readonly securedPoints: number | null;
  readonly gap: number | null;
  readonly doubled: boolean;
  readonly credits: readonly Credit[];
  readonly activities: readonly ActivityScore[];
  /** The smallest sets of further activities that close the gap, for example "1 high + 2 medium". */
  readonly waysToClose: readonly string[];
  readonly suggestions: readonly Suggestion[];
}

export type CreditKind = 'apm' | 'medical_home' | 'ia_study' | 'app' | 'apm_scoring_standard';

export interface Credit {
  readonly kind: CreditKind;
  readonly points: number;
}

export interface ActivityScore {
  readonly id: string | null;
  readonly title: string | null;
  readonly weight: ActivityWeight | null;
  readonly points: number | null;
  readonly credited: boolean;
  readonly secured: boolean;
  /** The codes that deny credit: those of the id first, then of the period, of who performed it, and of single activities. */
  readonly reasons: readonly FindingCode[];
  readonly range: Range;
}

export interface Suggestion {
  readonly id: string;
  readonly title: string;
  readonly weight: ActivityWeight | null;
  /** What the activity would add in this plan before the cap. */
  readonly points: number;
}
