import { TextDocumentEdit, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver-types';
import { SourceText } from '../../text/sourceText.ts';
import type { EditedDocument } from '../workspaceEdit.ts';

export const EDITED: EditedDocument = { uri: 'file:///plans/a.mips.yaml', version: 7, documentChanges: true };

/** The text after an edit, as a client applies it: all ranges are of the text before. */
export function applied(text: string, edit: WorkspaceEdit | undefined): string {
  const source = new SourceText(text);
  const places = textEdits(edit).map(({ range, newText }) => ({ start: source.offsetAt(range.start), end: source.offsetAt(range.end), newText }));
  places.sort((a, b) => a.start - b.start || a.end - b.end);
  let after = '';
  let at = 0;
  for (const { start, end, newText } of places) {
    if (start < at) throw new Error(`Two edits overlap at ${start}`);
    after += text.slice(at, start) + newText;
    at = end;
  }
  return after + text.slice(at);
}

function textEdits(edit: WorkspaceEdit | undefined): TextEdit[] {
  if (edit?.changes !== undefined) return Object.values(edit.changes).flat();
  return (edit?.documentChanges ?? []).flatMap((change) => (TextDocumentEdit.is(change) ? (change.edits as TextEdit[]) : []));
}
