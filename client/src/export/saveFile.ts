import * as vscode from 'vscode';
import { tellError } from '../notifications.ts';
import { fileNameOf } from '../planDocuments.ts';

export interface FileToSave {
  /** The plan that it is made of; undefined for several. */
  readonly plan: vscode.Uri | undefined;
  /** What stands behind the plan's name, or by itself: ".report.html". */
  readonly suffix: string;
  readonly title: string;
  readonly kind: string;
  readonly extension: string;
}

/** Asks where to save something. @returns undefined where nobody wants to */
export async function askWhere({ plan, suffix, title, kind, extension }: FileToSave): Promise<vscode.Uri | undefined> {
  const folder = plan !== undefined && plan.scheme !== 'untitled' ? vscode.Uri.joinPath(plan, '..') : vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = plan === undefined ? 'plans' : fileNameOf(plan).replace(/\.mips\.ya?ml$/i, '');
  return vscode.window.showSaveDialog({
    ...(folder !== undefined && { defaultUri: vscode.Uri.joinPath(folder, `${name}${suffix}.${extension}`) }),
    filters: { [kind]: [extension] },
    saveLabel: 'Save',
    title,
  });
}

/** @returns whether it is saved; where not, the reason was said */
export async function saveFile(target: vscode.Uri, bytes: Uint8Array): Promise<boolean> {
  try {
    await vscode.workspace.fs.writeFile(target, bytes);
    return true;
  } catch (error) {
    void tellError(`${fileNameOf(target)} could not be saved: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}
