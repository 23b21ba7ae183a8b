import * as vscode from 'vscode';
import { newPlanSnippet } from './newPlanSnippet.ts';
import { LANGUAGE_ID } from './planDocuments.ts';

/** An untitled plan to fill in: Tab goes from one answer to the next. */
export async function newPlan(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: LANGUAGE_ID, content: '' });
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(newPlanSnippet(new Date())));
}
