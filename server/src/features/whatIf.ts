import { analyse, type Analysis } from '../analysis.ts';
import { EditedText } from '../edits/editedText.ts';
import type { PlanChange, RefusedChange, WhatIfResult } from '../protocol/whatIf.ts';
import type { CancellationToken } from './cancellationToken.ts';
import { editsOfChange } from './whatIf/planChange.ts';

/**
 * What a plan would score with changes, and the edits of the file that make them. The file itself stays as it is.
 * Undefined where there is no such plan, and once cancelled.
 * @param plan index in the file
 */
export function whatIf(analysis: Analysis, plan: number, changes: readonly PlanChange[], version: number, token: CancellationToken): WhatIfResult | undefined {
  const edited = new EditedText(analysis.source.text);
  const context = { ...analysis.context, once: true };
  const refused: RefusedChange[] = [];
  let now = analysis;
  for (const [index, change] of changes.entries()) {
    const result = now.plans[plan];
    if (result === undefined || token.isCancellationRequested) return undefined;
    const edits = editsOfChange(change, { ...result, source: now.source });
    if (typeof edits === 'string') {
      refused.push({ change: index, reason: edits });
    } else if (edits.length > 0) {
      edited.apply(edits);
      now = analyse(edited.text, context);
    }
  }
  const score = now.score('').plans[plan];
  if (score === undefined) return undefined;
  return { version, score, edits: edited.edits().map(({ span, newText }) => ({ range: analysis.source.rangeOf(span), newText })), refused };
}
