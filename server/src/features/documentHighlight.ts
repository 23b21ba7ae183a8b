import { DocumentHighlightKind, type DocumentHighlight, type Position } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import { spanContains, type Span } from '../text/span.ts';
import type { CancellationToken } from './cancellationToken.ts';
import { symbolAt } from './symbols/symbol.ts';

/** The other places of a short name, an anchor or an activity's id. Empty elsewhere and once cancelled. */
export function documentHighlights(analysis: Analysis, position: Position, token: CancellationToken): DocumentHighlight[] {
  if (token.isCancellationRequested) return [];
  const { source } = analysis;
  const offset = source.offsetAt(position);
  const symbol = symbolAt(analysis, offset);
  const shown = (kind: DocumentHighlightKind) => (span: Span): DocumentHighlight => ({ range: source.rangeOf(span), kind });
  if (symbol === undefined) return idsAt(analysis, offset).map(shown(DocumentHighlightKind.Text));
  return [...symbol.declarations.map(shown(DocumentHighlightKind.Write)), ...symbol.uses.map(shown(DocumentHighlightKind.Read))];
}

/** All places of the id at an offset, in every plan of the file: a group and its clinicians often share activities. */
function idsAt({ plans }: Analysis, offset: number): readonly Span[] {
  const ids = plans.flatMap(({ plan }) => (plan.activities.value?.value ?? []).flatMap(({ id: { value } }) => {
    return value === undefined ? [] : [{ id: value.value, span: value.origin ?? value.span }];
  }));
  const asked = ids.find(({ span }) => spanContains(span, offset));
  const places = new Map(ids.filter(({ id }) => id === asked?.id).map(({ span }) => [span.start, span]));
  return [...places.values()];
}
