import { DocumentHighlightKind, type DocumentHighlight, type Position } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { Span } from '../text/span.ts';
import type { CancellationToken } from './cancellationToken.ts';
import { activityIdAt, placesOfId } from './symbols/activityIds.ts';
import { symbolAt } from './symbols/symbol.ts';

/** The other places of a short name, an anchor or an activity's id. Empty elsewhere and once cancelled. */
export function documentHighlights(analysis: Analysis, position: Position, token: CancellationToken): DocumentHighlight[] {
  if (token.isCancellationRequested) return [];
  const { source } = analysis;
  const offset = source.offsetAt(position);
  const symbol = symbolAt(analysis, offset);
  const shown = (kind: DocumentHighlightKind) => (span: Span): DocumentHighlight => ({ range: source.rangeOf(span), kind });
  if (symbol === undefined) {
    const id = activityIdAt(analysis, offset);
    return id === undefined ? [] : placesOfId(analysis, id).map(shown(DocumentHighlightKind.Text));
  }
  return [...symbol.declarations.map(shown(DocumentHighlightKind.Write)), ...symbol.uses.map(shown(DocumentHighlightKind.Read))];
}
