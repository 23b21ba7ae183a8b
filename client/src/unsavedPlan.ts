import * as vscode from 'vscode';
import { LANGUAGE_ID } from './planDocuments.ts';

/**
 * An empty plan that is not saved yet. In a folder on this machine it has a name there that nothing else has, so that
 * saving it asks nothing; elsewhere it has none.
 */
export async function unsavedPlan(folder: vscode.Uri | undefined, fileName: string): Promise<vscode.TextDocument> {
  if (folder?.scheme !== 'file') return vscode.workspace.openTextDocument({ language: LANGUAGE_ID, content: '' });
  return vscode.workspace.openTextDocument((await freeUri(folder, fileName)).with({ scheme: 'untitled' }));
}

async function freeUri(folder: vscode.Uri, fileName: string): Promise<vscode.Uri> {
  const taken = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.path));
  for (let number = 1; ; number++) {
    const name = number === 1 ? fileName : fileName.replace(/(?=\.mips\.ya?ml$)/i, `-${number}`);
    const uri = vscode.Uri.joinPath(folder, name);
    if (!taken.has(uri.path) && !(await isThere(uri))) return uri;
  }
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
