import * as vscode from 'vscode';
import { letterByLetter } from './letterByLetter.ts';
import { inform, tellError } from './notifications.ts';
import { fileNameOf, isPlan } from './planDocuments.ts';

/**
 * The plan that a command is about: the one it was called on, else the one in the active editor, else one that can be
 * seen, else the only one that is open. Of several somebody is asked.
 *
 * @returns undefined where nobody chose, and where no plan is open, which is said
 */
export async function choosePlan(called: unknown, whatFor: string): Promise<vscode.Uri | undefined> {
  if (called instanceof vscode.Uri) return called;
  const active = activePlan();
  if (active !== undefined) return active;
  const open = vscode.workspace.textDocuments.filter(isPlan).map(({ uri }) => uri);
  if (open.length <= 1) return open[0] ?? sayThatNoneIsOpen(whatFor);
  const items = open.map((uri) => ({ label: letterByLetter(fileNameOf(uri)), description: letterByLetter(vscode.workspace.asRelativePath(uri)), uri }));
  return (await vscode.window.showQuickPick(items, { placeHolder: 'Which plan?' }))?.uri;
}

/** A plan's document, also of one that nobody has open; undefined where there is no such file, which is said. */
export async function documentOf(plan: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(plan);
  } catch {
    // What VS Code says of it names addresses and stacks.
    void tellError(`${fileNameOf(plan)} cannot be opened.`);
    return undefined;
  }
}

export function activePlan(): vscode.Uri | undefined {
  const editors = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors];
  return editors.find((editor) => editor !== undefined && isPlan(editor.document))?.document.uri;
}

async function sayThatNoneIsOpen(whatFor: string): Promise<undefined> {
  const create = 'New Attestation Plan';
  const chosen = await inform(`First open the plan ${whatFor}: a file whose name ends in .mips.yaml.`, create);
  if (chosen === create) await vscode.commands.executeCommand('mipsPlan.newPlan');
}
