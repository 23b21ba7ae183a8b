import * as vscode from 'vscode';
import { planSelector } from '../planDocuments.ts';
import { newPlanSnippet } from './newPlanSnippet.ts';

/** What an empty plan offers: the three questions above it, and all at once where somebody begins to type. */
export function offerInEmptyPlans(): vscode.Disposable {
  const lenses = vscode.languages.registerCodeLensProvider(planSelector(), { provideCodeLenses });
  const completion = vscode.languages.registerCompletionItemProvider(planSelector(), { provideCompletionItems });
  return vscode.Disposable.from(lenses, completion);
}

function provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
  const isWanted = vscode.workspace.getConfiguration('mipsPlan', document).get<boolean>('codeLens.enabled', true);
  if (!isWanted || document.getText().trim() !== '') return [];
  const command = { command: 'mipsPlan.newPlan', title: 'Begin a plan: answer three questions', arguments: [document.uri] };
  return [new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), command)];
}

function provideCompletionItems(document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] {
  const typed = document.getText().trim();
  if (typed !== document.lineAt(position.line).text.trim() || !/^\w*$/.test(typed)) return [];
  const item = new vscode.CompletionItem('New plan', vscode.CompletionItemKind.Snippet);
  item.insertText = new vscode.SnippetString(newPlanSnippet(new Date()));
  item.detail = 'A whole plan; Tab goes from one answer to the next';
  item.range = new vscode.Range(new vscode.Position(position.line, 0), position);
  item.filterText = `${typed}new plan`;
  item.sortText = '\0';
  return [item];
}
