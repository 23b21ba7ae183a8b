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
  /** As many as `score.plans`, in their order. */
  readonly explanations: readonly PlanExplanation[];
  /** As many as `score.plans`, in their order. */
  readonly overviews: readonly PlanOverview[];
}
