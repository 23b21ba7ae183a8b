import type { TextEdit } from 'vscode-languageserver-types';
import type { ActivityStatus, Category, SpecialStatus } from '../plan/model.ts';
import type { PlanScore } from '../score/fileScore.ts';

/** What a plan would score if something in it were different, and the edits that make it so. Nothing is changed by asking. */
export const WHAT_IF_REQUEST = 'mipsPlan/whatIf';

/** Params of `mipsPlan/whatIf`; the answer is a `WhatIfResult`, or null where no such plan is open. */
export interface WhatIfParams {
  readonly textDocument: { readonly uri: string };
  /** Index in `FileScore.plans`. */
  readonly plan: number;
  /** Made one after the other. */
  readonly changes: readonly PlanChange[];
}

export type PlanChange =
  | { readonly kind: 'specialStatus'; readonly status: SpecialStatus; readonly on: boolean }
  | { readonly kind: 'reweighting'; readonly category: Category; readonly on: boolean }
  | { readonly kind: 'apm'; readonly on: boolean }
  | { readonly kind: 'activityStatus'; readonly activity: number; readonly id: string | null; readonly status: ActivityStatus }
  | { readonly kind: 'performedBy'; readonly activity: number; readonly id: string | null; readonly count: number }
  | { readonly kind: 'addActivity'; readonly id: string };

export interface WhatIfResult {
  /** The version of the document that was looked at and that the edits are of. */
  readonly version: number;
  /** The plan's score with the changes. */
  readonly score: PlanScore;
  readonly edits: readonly TextEdit[];
  /** Changes that could not be made. */
  readonly refused: readonly RefusedChange[];
}

export interface RefusedChange {
  /** Index in `WhatIfParams.changes`. */
  readonly change: number;
  /** One plain sentence. */
  readonly reason: string;
}
