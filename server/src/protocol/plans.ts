import type { Range } from 'vscode-languageserver-types';
import type { Severity } from '../findings/finding.ts';
import type { Level } from '../plan/model.ts';

/** What the server tells about all plans of the workspace, beside LSP's own. No text of it shows a TIN in full. */

export const PLANS_REQUEST = 'mipsPlan/plans';
/**
 * Params of `mipsPlan/plans`; the answer is a `PlansResult`, once every plan was read. With the first request the
 * workspace's plans begin to be read; a request that is cancelled ends the reading, the next goes on with it.
 */
export interface PlansParams {
  /** Searches the folders and reads every plan once more: for where files change unseen. */
  readonly again?: boolean;
}

export interface PlansResult {
  /** In no particular order. */
  readonly files: readonly PlanFile[];
  readonly reading: PlansReading;
}

export const PLANS_CHANGED_NOTIFICATION = 'mipsPlan/plansChanged';
/** Sent to a client that has asked for the plans, while they are read and when they change later. */
export interface PlansChangedParams {
  readonly changed: readonly PlanFile[];
  /** URIs of files that are not there any more. */
  readonly removed: readonly string[];
  readonly reading: PlansReading;
}

export interface PlansReading {
  /** `stopped`: somebody did not want to wait, so that plans are missing. */
  readonly state: 'reading' | 'read' | 'stopped';
  /** Files that were read, of those that are known so far. */
  readonly read: number;
  readonly known: number;
  /** False where no folder of the workspace is on this machine: then only plans that are open are known. */
  readonly searchesFolders: boolean;
}

/** One file with plans. */
export interface PlanFile {
  readonly uri: string;
  /** The path to show: relative to its folder of the workspace, which is named where there are several. */
  readonly path: string;
  /** Why it could not be read, such as "may not be read". It has no plans then. */
  readonly problem: string | null;
  /** At least one where the file could be read: a file without a plan has one that has nothing. */
  readonly plans: readonly PlanSummary[];
}

/** Where a plan cannot be scored its numbers are null, and its findings say why. */
export interface PlanSummary {
  readonly practice: string | null;
  readonly performanceYear: number | null;
  readonly level: Level | null;
  readonly points: number | null;
  readonly securedPoints: number | null;
  readonly maxPoints: number | null;
  readonly gap: number | null;
  /** Where the plan begins. */
  readonly range: Range;
  /** How many there are, shown as the user wants them. */
  readonly findings: Readonly<Record<Severity, number>>;
  /** The first of the most severe ones; hints are none. */
  readonly worst: WorstFinding | null;
  /** The first that has not passed; null where there is none. */
  readonly nextDeadline: Deadline | null;
}

export interface WorstFinding {
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
}

/**
 * - `start`: an activity that is planned begins
 * - `last-start`: the last day on which an activity without a period can begin
 * - `last-start-of-any`: the same for one more activity of the usual length, where the plan is short of points
 * - `end`: the period of an activity ends
 * - `submission`: CMS takes no data after that day
 */
export type DeadlineKind = 'start' | 'last-start' | 'last-start-of-any' | 'end' | 'submission';

export interface Deadline {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly kind: DeadlineKind;
  /** The activity's id, where it is about one. */
  readonly activity: string | null;
  /** Where any activity will do: how long it has to run at least, such as "90 days". */
  readonly minimum?: string;
}
