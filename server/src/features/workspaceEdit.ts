import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { SourceText } from '../text/sourceText.ts';
import type { SpanEdit } from '../text/spanEdit.ts';

/** The document that an edit is for, and how the client takes edits. */
export interface EditedDocument {
  readonly uri: string;
  /** The version that was analysed: the client refuses the edit for any other. */
  readonly version: number;
  /** Whether it takes edits of a version. */
  readonly documentChanges: boolean;
}

export function workspaceEdit(edits: readonly SpanEdit[], source: SourceText, { uri, version, documentChanges }: EditedDocument): WorkspaceEdit {
  const textEdits = edits.map(({ span, newText }) => ({ range: source.rangeOf(span), newText }));
  return documentChanges ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] } : { changes: { [uri]: textEdits } };
}
