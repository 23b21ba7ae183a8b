import type { Location, Position } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { CancellationToken } from './cancellationToken.ts';
import { activityIdAt, placesOfId } from './symbols/activityIds.ts';
import { placesOf, symbolAt } from './symbols/symbol.ts';
import type { FileSummary } from './workspacePlans/fileSummary.ts';

export interface ReferencesOptions {
  readonly uri: string;
  readonly includeDeclaration: boolean;
}

export interface References {
  /** In the file itself, in the order of its text. */
  readonly here: Location[];
  /** The activity's id that was asked about; other files use it too: `usesElsewhere`. */
  readonly activity: string | undefined;
}

/** Every place that means the clinician, the anchor or the activity at a position. Empty elsewhere and once cancelled. */
export function references(analysis: Analysis, position: Position, { uri, includeDeclaration }: ReferencesOptions, token: CancellationToken): References {
  if (token.isCancellationRequested) return { here: [], activity: undefined };
  const { source } = analysis;
  const offset = source.offsetAt(position);
  const symbol = symbolAt(analysis, offset);
  const activity = symbol === undefined ? activityIdAt(analysis, offset) : undefined;
  const spans = activity !== undefined ? placesOfId(analysis, activity) : symbol === undefined ? [] : includeDeclaration ? placesOf(symbol) : symbol.uses;
  return { here: spans.map((span) => ({ uri, range: source.rangeOf(span) })), activity };
}

/** Every place of an activity's id in other files than the one that was asked about: by file, then in the order of the text. */
export function usesElsewhere(files: Iterable<FileSummary>, activity: string, uri: string): Location[] {
  const others = [...files].filter((file) => file.uri !== uri).sort((a, b) => (a.path < b.path ? -1 : 1));
  return others.flatMap((file) => file.activities.filter(({ id }) => id === activity).map(({ range }) => ({ uri: file.uri, range })));
}
