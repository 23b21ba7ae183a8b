import type { PlanExplanation } from '../../server/src/explanation/explanation.ts';
import type { PlanOverview } from '../../server/src/explanation/overview.ts';
import type { PlanChange, WhatIfResult } from '../../server/src/protocol/whatIf.ts';
import type { FileScore } from '../../server/src/score/fileScore.ts';

/**
 * What the extension tells the page. Each message about the plan is the whole state, so that the newest alone matters
 * and a page that was just made needs one message only.
 */
export type HostMessage = StateMessage | AnswerMessage;
export type StateMessage = NoPlanMessage | LoadingMessage | SnapshotMessage;
export type AnswerMessage = WhatIfMessage | NothingWrittenMessage;

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
  /** As many as `score.plans`, in their order. */
  readonly overviews: readonly PlanOverview[];
  /** `again`: the language server is being restarted. `stopped`: it is gone; the score may be out of date. */
  readonly checking: 'done' | 'again' | 'stopped';
}

/** The answer to the page's question of that number. */
export interface WhatIfMessage {
  readonly type: 'whatIf';
  readonly question: number;
  readonly score: WhatIfResult['score'];
  readonly refused: WhatIfResult['refused'];
}

/** The changes of that number are not in the file; the extension has said why. */
export interface NothingWrittenMessage {
  readonly type: 'nothingWritten';
  readonly question: number;
}

/** What the page tells the extension. */
export type PageMessage = ReadyMessage | ShowActivityMessage | ShowFindingMessage | FixFindingMessage | AskWhatIfMessage | ApplyMessage | RunMessage;

/** The page is listening and knows nothing. */
export interface ReadyMessage {
  readonly type: 'ready';
}

interface OfPlan {
  readonly uri: string;
  /** Index in `score.plans`. */
  readonly plan: number;
}

/** Go to an activity's line. Places are the extension's to know: the page only says which activity. */
export interface ShowActivityMessage extends OfPlan {
  readonly type: 'showActivity';
  /** Index in the plan's `activities`. */
  readonly activity: number;
}

interface OfFinding extends OfPlan {
  /** The snapshot's, since findings have no names of their own. */
  readonly version: number;
  /** Index in the overview's `findings`. */
  readonly finding: number;
}

export interface ShowFindingMessage extends OfFinding {
  readonly type: 'showFinding';
}

export interface FixFindingMessage extends OfFinding {
  readonly type: 'fixFinding';
  /** Index in the finding's `fixes`. */
  readonly fix: number;
}

/** What the plan would score with changes. Nothing is written. */
export interface AskWhatIfMessage extends OfPlan {
  readonly type: 'askWhatIf';
  /** Rises with each question; an answer to an earlier one is of no interest any more. */
  readonly question: number;
  readonly changes: readonly PlanChange[];
}

/** Write changes into the file. */
export interface ApplyMessage extends OfPlan {
  readonly type: 'apply';
  /** Of one series with those of the questions. */
  readonly question: number;
  readonly changes: readonly PlanChange[];
}

export const PAGE_ACTIONS = ['newPlan', 'showProblems', 'restartServer', 'showLog'] as const;
export type PageAction = (typeof PAGE_ACTIONS)[number];

export interface RunMessage {
  readonly type: 'run';
  readonly action: PageAction;
}
