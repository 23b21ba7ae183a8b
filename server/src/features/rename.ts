import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { syntaxErrorIn, type Analysis } from '../analysis.ts';
import type { CancellationToken } from './cancellationToken.ts';
import { placesOf, symbolAt, type PlanSymbol } from './symbols/symbol.ts';
import { workspaceEdit, type EditedDocument } from './workspaceEdit.ts';

/** Why something is not renamed, as a sentence for the user. */
export interface RenameRefusal {
  readonly refusal: string;
}

export interface Renameable {
  readonly range: Range;
  readonly placeholder: string;
}

/** What would be renamed at a position; undefined once cancelled. */
export function prepareRename(analysis: Analysis, position: Position, token: CancellationToken): Renameable | RenameRefusal | undefined {
  if (token.isCancellationRequested) return undefined;
  const found = renameableAt(analysis, position);
  return 'refusal' in found ? found : { range: analysis.source.rangeOf(found.at), placeholder: found.name };
}

/** Writes another name in every place of a short name or an anchor, and changes nothing else; undefined once cancelled. */
export function rename(
  analysis: Analysis, position: Position, newName: string, document: EditedDocument, token: CancellationToken,
): WorkspaceEdit | RenameRefusal | undefined {
  if (token.isCancellationRequested) return undefined;
  const found = renameableAt(analysis, position);
  if ('refusal' in found) return found;
  const refusal = found.refusalOf(newName);
  if (refusal !== undefined) return { refusal };
  return workspaceEdit(placesOf(found).map((span) => ({ span, newText: newName })), analysis.source, document);
}

function renameableAt(analysis: Analysis, position: Position): PlanSymbol | RenameRefusal {
  const symbol = symbolAt(analysis, analysis.source.offsetAt(position));
  if (symbol === undefined) return { refusal: 'Only clinicians’ short names and anchors can be renamed.' };
  // Where the text cannot be read, not every place of a name is known.
  const isBroken = syntaxErrorIn(analysis) !== undefined;
  return isBroken ? { refusal: 'Correct what cannot be read in this file first: a place of the name may be hidden there.' } : symbol;
}
