import * as vscode from 'vscode';
import { INSERT_ACTIVITY_REQUEST, type InsertActivityParams, type InsertActivityResult } from '../../../server/src/protocol/inventory.ts';
import { askServer } from '../askServer.ts';
import { choosePlan } from '../choosePlan.ts';
import type { LanguageServer } from '../languageServer.ts';
import { warn } from '../notifications.ts';

/** The kind of what is dragged from the inventory: an activity's id. */
export const ACTIVITY_MIME_TYPE = 'application/vnd.mips-plan.activity';

/** Writes an activity into the plan at hand, and goes on at its first empty value. */
export async function insertActivity(server: LanguageServer, id: string): Promise<void> {
  const uri = await choosePlan(undefined, 'that the activity belongs to');
  if (uri === undefined) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const result = await askWhere(server, document, id, selectionIn(document));
  if (result === undefined) return;
  if ('refusal' in result) return sayWhyNot(document, result);
  const edit = new vscode.WorkspaceEdit();
  edit.set(uri, editsOf(result));
  if (!(await vscode.workspace.applyEdit(edit))) return;
  await goTo(document, position(result.cursor));
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
}

/** An activity that is dragged into a plan comes behind the others, wherever it is dropped. */
export class ActivityDrop implements vscode.DocumentDropEditProvider {
  readonly #server: LanguageServer;

  constructor(server: LanguageServer) {
    this.#server = server;
  }

  async provideDocumentDropEdits(document: vscode.TextDocument, place: vscode.Position, data: vscode.DataTransfer): Promise<vscode.DocumentDropEdit | undefined> {
    const id = await data.get(ACTIVITY_MIME_TYPE)?.asString();
    if (id === undefined) return undefined;
    const result = await askWhere(this.#server, document, id, place);
    if (result === undefined) return undefined;
    if ('refusal' in result) {
      void sayWhyNot(document, result);
      return undefined;
    }
    const drop = new vscode.DocumentDropEdit('', 'Insert Activity');
    drop.additionalEdit = new vscode.WorkspaceEdit();
    drop.additionalEdit.set(document.uri, editsOf(result));
    return drop;
  }
}

/** Asks again where the plan was edited while the server answered. */
async function askWhere(server: LanguageServer, document: vscode.TextDocument, id: string, place: vscode.Position | undefined): Promise<InsertActivityResult | undefined> {
  for (;;) {
    const { version } = document;
    const params: InsertActivityParams = {
      textDocument: { uri: document.uri.toString() }, id, ...(place !== undefined && { position: { line: place.line, character: place.character } }),
    };
    const result = await askServer<InsertActivityResult | null>(server, INSERT_ACTIVITY_REQUEST, params);
    if (result === undefined || result === null) return undefined;
    if ('refusal' in result || document.version === version) return result;
  }
}

function selectionIn(document: vscode.TextDocument): vscode.Position | undefined {
  return editorOf(document)?.selection.active;
}

/** Where the plan is shown already, not in whatever has the focus. */
async function goTo(document: vscode.TextDocument, place: vscode.Position): Promise<void> {
  const viewColumn = editorOf(document)?.viewColumn;
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(place, place), ...(viewColumn !== undefined && { viewColumn }) });
}

function editorOf(document: vscode.TextDocument): vscode.TextEditor | undefined {
  return vscode.window.visibleTextEditors.find((editor) => editor.document === document);
}

function editsOf({ edits }: Extract<InsertActivityResult, { version: number }>): vscode.TextEdit[] {
  return edits.map(({ range, newText }) => new vscode.TextEdit(new vscode.Range(position(range.start), position(range.end)), newText));
}

async function sayWhyNot(document: vscode.TextDocument, { refusal, position: place }: Extract<InsertActivityResult, { refusal: string }>): Promise<void> {
  const goThere = 'Go There';
  const chosen = await warn(refusal, ...(place === null ? [] : [goThere]));
  if (chosen === goThere && place !== null) await goTo(document, position(place));
}

function position({ line, character }: { readonly line: number; readonly character: number }): vscode.Position {
  return new vscode.Position(line, character);
}
