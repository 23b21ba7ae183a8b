import { formatNumber } from '../../../server/src/text/formatNumber.ts';
import type { ServerState } from '../serverState.ts';
import type { KnownScore } from './planScores.ts';

export interface StatusText {
  readonly text: string;
  readonly detail: string;
  readonly busy: boolean;
  readonly failed: boolean;
}

/** "MIPS 40/40": the points of the file's best plan, or its first where none has a score. */
export function statusText(known: KnownScore | undefined, server: ServerState): StatusText {
  if (server === 'stopped') return { text: 'MIPS not checked', detail: 'The checker has stopped', busy: false, failed: true };
  const busy = known === undefined || known.outdated;
  const score = known?.params.score;
  const plan = score?.plans[score.best ?? 0];
  if (plan === undefined) return { text: 'MIPS –', detail: busy ? 'Scoring' : 'No plan in this file', busy, failed: false };
  if (plan.points === null || plan.maxPoints === null) return { text: 'MIPS –', detail: 'This plan cannot be scored yet', busy, failed: false };
  const text = `MIPS ${formatNumber(plan.points)}/${formatNumber(plan.maxPoints)}`;
  return { text, detail: `${formatNumber(plan.securedPoints ?? 0)} points secured`, busy, failed: false };
}
