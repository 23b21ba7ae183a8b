import type { FileScore } from '../score/fileScore.ts';
import type { PlanExplanation } from '../explanation/explanation.ts';
import type { PlanOverview } from '../explanation/overview.ts';

/** The requests and notifications beside LSP's own, shared by the language server and its clients. */

export const SCORE_REQUEST = 'mipsPlan/score';
/** Params of `mipsPlan/score`; the answer is a `FileScore`, or null where the document is not open. */
export interface ScoreParams {
  readonly textDocument: { readonly uri: string };
}

export const SCORE_CHANGED_NOTIFICATION = 'mipsPlan/scoreChanged';
/** Sent by the server after each change of an open plan. */
export interface ScoreChangedParams {
  readonly uri: string;
  readonly version: number;
  readonly score: FileScore;
}

export const OVERVIEW_REQUEST = 'mipsPlan/overview';
/**
 * Params of `mipsPlan/overview`; the answer is a `FileOverview`, or null where the document is not open. It is many times
 * as much as the score, so it is made only for a client that shows it: to be asked for once the score has changed.
 */
export interface OverviewParams {
  readonly textDocument: { readonly uri: string };
}

/** A score and all that is to be seen beside it, of one version. */
export interface FileOverview {
  readonly version: number;
  readonly score: FileScore;
  /** As many as `score.plans`, in their order. */
  readonly explanations: readonly PlanExplanation[];
  /** As many as `score.plans`, in their order. */
  readonly overviews: readonly PlanOverview[];
}
