import type { Location, Position } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { CancellationToken } from './cancellationToken.ts';
import { symbolAt } from './symbols/symbol.ts';

/** Where a short name stands in the roster, or the anchor that an alias means. Empty elsewhere and once cancelled. */
export function definition(analysis: Analysis, position: Position, uri: string, token: CancellationToken): Location[] {
  if (token.isCancellationRequested) return [];
  const symbol = symbolAt(analysis, analysis.source.offsetAt(position));
  return (symbol?.declarations ?? []).map((span) => ({ uri, range: analysis.source.rangeOf(span) }));
}
