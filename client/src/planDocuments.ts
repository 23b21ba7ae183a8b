import * as vscode from 'vscode';

export const LANGUAGE_ID = 'mips-plan';

/**
 * The documents that are checked and scored: plans on disk, not saved yet, in virtual workspaces.
 * Not the two sides of a comparison with an earlier commit: a score is of the plan as it is now.
 */
export function planSelector(): { readonly language: string; readonly scheme: string }[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme);
  const schemes = new Set(['file', 'untitled', 'vscode-vfs', ...folders]);
  return [...schemes].map((scheme) => ({ language: LANGUAGE_ID, scheme }));
}

export function isPlan(document: vscode.TextDocument): boolean {
  return vscode.languages.match(planSelector(), document) > 0;
}

/** The last part of the path: what a tab shows. */
export function fileNameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
