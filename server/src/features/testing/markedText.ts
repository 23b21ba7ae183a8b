import type { Position } from 'vscode-languageserver-types';
import { analyse, type Analysis } from '../../analysis.ts';
import type { AnalysisContext } from '../../analysisContext.ts';
import { createInventory } from '../../inventory/createInventory.ts';

/** A text with the cursor in it, written as `<|>`. */
export interface MarkedText {
  readonly text: string;
  readonly offset: number;
  readonly position: Position;
  readonly analysis: Analysis;
}

export const TEST_CONTEXT: AnalysisContext = { asOf: '2024-06-15', inventory: createInventory() };

export { NOT_CANCELLED } from '../cancellationToken.ts';
export const CANCELLED = { isCancellationRequested: true } as const;

/** Takes the one cursor out of the text and analyses it. */
export function marked(markedText: string, context: Partial<AnalysisContext> = {}): MarkedText {
  const parts = markedText.split('<|>');
  if (parts.length !== 2) throw new Error(`The text has ${parts.length - 1} cursors; it needs one.`);
  const text = parts.join('');
  const offset = (parts[0] ?? '').length;
  const analysis = analyse(text, { ...TEST_CONTEXT, ...context });
  return { text, offset, position: analysis.source.positionAt(offset), analysis };
}
