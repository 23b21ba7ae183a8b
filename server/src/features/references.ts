import type { Location, Position } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { CancellationToken } from './cancellationToken.ts';
import { placesOf, symbolAt } from './symbols/symbol.ts';

export interface ReferencesOptions {
  readonly uri: string;
  readonly includeDeclaration: boolean;
}

/** Every place that means the clinician or the anchor at a position, in the order of the text. Empty elsewhere and once cancelled. */
export function references(analysis: Analysis, position: Position, { uri, includeDeclaration }: ReferencesOptions, token: CancellationToken): Location[] {
  if (token.isCancellationRequested) return [];
  const symbol = symbolAt(analysis, analysis.source.offsetAt(position));
  if (symbol === undefined) return [];
  return (includeDeclaration ? placesOf(symbol) : symbol.uses).map((span) => ({ uri, range: analysis.source.rangeOf(span) }));
}
