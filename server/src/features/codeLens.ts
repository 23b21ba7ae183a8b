import type { CodeLens } from 'vscode-languageserver-types';
import { MAXIMUM_POINTS } from '../../data/performanceYears.ts';
import type { Analysis } from '../analysis.ts';
import type { PlanResult } from '../score/planResult.ts';
import { formatNumber } from '../text/formatNumber.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { CancellationToken } from './cancellationToken.ts';

/** The client's command that opens the score. */
export const SHOW_SCORE_COMMAND = 'mipsPlan.showScore';

export interface CodeLensOptions {
  /** Whether the client has `SHOW_SCORE_COMMAND`; otherwise the lens only tells. */
  readonly showsScore: boolean;
}

/** On each plan's `activities` its points and what is missing. None for a plan that cannot be scored; empty once cancelled. */
export function codeLenses({ plans, source }: Analysis, options: CodeLensOptions, token: CancellationToken): CodeLens[] {
  if (token.isCancellationRequested) return [];
  return plans.flatMap((result) => lensOf(result, source, options) ?? []);
}

function lensOf({ plan, points }: PlanResult, source: SourceText, { showsScore }: CodeLensOptions): CodeLens | undefined {
  const key = plan.activities.key;
  if (key === undefined || points === undefined) return undefined;
  const gap = MAXIMUM_POINTS - points.capped;
  const score = `${formatNumber(points.capped)} of ${MAXIMUM_POINTS} points${gap > 0 ? `, ${formatNumber(gap)} missing` : ''}`;
  return {
    range: source.rangeOf(key.span),
    // A command without a name is words and nothing to click.
    command: showsScore ? { title: `${score} · Show score`, command: SHOW_SCORE_COMMAND } : { title: score, command: '' },
  };
}
