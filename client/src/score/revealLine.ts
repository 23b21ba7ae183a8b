import * as vscode from 'vscode';

/** Puts the cursor there, in the editor that has the file already, and scrolls only where the line is out of sight. */
export async function revealLine(uri: string, position: { readonly line: number; readonly character: number }): Promise<void> {
  const document = openPlan(uri);
  if (!document) return;
  const place = document.validatePosition(new vscode.Position(position.line, position.character));
  const viewColumn = columnOf(document);
  const editor = await vscode.window.showTextDocument(document, {
    selection: new vscode.Range(place, place),
    ...(viewColumn !== undefined && { viewColumn }),
  });
  editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function columnOf(document: vscode.TextDocument): vscode.ViewColumn | undefined {
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  if (visible?.viewColumn !== undefined) return visible.viewColumn;
  const group = vscode.window.tabGroups.all.find((candidate) =>
    candidate.tabs.some((tab) => tab.input instanceof vscode.TabInputText && tab.input.uri.toString() === document.uri.toString()),
  );
  return group?.viewColumn;
}

/** @param uri as the server knows it */
export function openPlan(uri: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri);
}
