import type { PlanExplanation } from '../../server/src/explanation/explanation.ts';
import type { FileScore } from '../../server/src/score/fileScore.ts';

/**
 * What the extension tells the page. Each message is the whole state, so that the newest alone matters
 * and a page that was just made needs one message only.
 */
export type HostMessage = NoPlanMessage | LoadingMessage | SnapshotMessage;

export interface NoPlanMessage {
  readonly type: 'noPlan';
}

/** A plan is open and has no score yet. */
export interface LoadingMessage {
  readonly type: 'loading';
  readonly uri: string;
  readonly fileName: string;
  readonly checking: 'now' | 'stopped';
}

export interface SnapshotMessage {
  readonly type: 'snapshot';
  readonly uri: string;
  readonly fileName: string;
  /** The document's version that was scored. */
  readonly version: number;
  readonly score: FileScore;
  /** As many as `score.plans`, in their order. */
  readonly explanations: readonly PlanExplanation[];
  /** `again`: the language server is being restarted. `stopped`: it is gone; the score may be out of date. */
  readonly checking: 'done' | 'again' | 'stopped';
}

/** What the page tells the extension. */
export type PageMessage = ReadyMessage | ShowActivityMessage | RunMessage;

/** The page is listening and knows nothing. */
export interface ReadyMessage {
  readonly type: 'ready';
}

/** Go to an activity's line. Places are the extension's to know: the page only says which activity. */
export interface ShowActivityMessage {
  readonly type: 'showActivity';
  readonly uri: string;
  /** Index in `score.plans`. */
  readonly plan: number;
  /** Index in the plan's `activities`. */
  readonly activity: number;
}

export const PAGE_ACTIONS = ['newPlan', 'showProblems', 'restartServer', 'showLog'] as const;
export type PageAction = (typeof PAGE_ACTIONS)[number];

export interface RunMessage {
  readonly type: 'run';
  readonly action: PageAction;
}
