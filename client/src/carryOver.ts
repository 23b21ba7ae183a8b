import * as vscode from 'vscode';
import {
  CARRY_OVER_REQUEST, CARRY_OVER_YEARS_REQUEST,
  type CarriedOver, type CarryOverParams, type CarryOverYears, type CarryOverYearsParams,
} from '../../server/src/protocol/carryOver.ts';
import type { CarriedPlans } from './carriedPlans.ts';
import { choosePlan, documentOf } from './choosePlan.ts';
import type { LanguageServer } from './languageServer.ts';
import { inform } from './notifications.ts';
import { fileNameOf } from './planDocuments.ts';
import { openPlan } from './score/revealLine.ts';
import { unsavedPlan } from './unsavedPlan.ts';

/**
 * Makes a plan for another year of an open one: asks for the year, shows the new plan beside the old one with what is
 * different, and lists what is to be decided. The new plan is not saved, and the old one stays as it is.
 * @param uri of the plan, as an action of the language server names it; else the plan in the active editor
 */
export async function carryOver(server: LanguageServer, plans: CarriedPlans, uri?: unknown): Promise<void> {
  try {
    const plan = await planOf(uri);
    if (plan === undefined) return;
    const textDocument = { uri: plan.uri.toString() };
    const year = await askForYear(await server.request<CarryOverYears | null>(CARRY_OVER_YEARS_REQUEST, { textDocument } satisfies CarryOverYearsParams));
    if (year === undefined) return;
    const carried = await server.request<CarriedOver | null>(CARRY_OVER_REQUEST, { textDocument, year } satisfies CarryOverParams);
    if (carried !== null) await show(plan, carried, plans);
  } catch (error) {
    // The language server's own sentence, or why it could not be asked.
    void inform(error instanceof Error ? error.message : String(error));
  }
}

/** A name comes from an action on a plan that is open; nothing else is opened by one. */
async function planOf(uri: unknown): Promise<vscode.TextDocument | undefined> {
  if (typeof uri === 'string') return openPlan(uri);
  const chosen = await choosePlan(uri, 'that is to be carried over');
  return chosen && documentOf(chosen);
}

async function askForYear(answer: CarryOverYears | null): Promise<number | undefined> {
  if (typeof answer?.from !== 'number') {
    void inform('This plan has no performance year yet, so there is nothing to carry over.');
    return undefined;
  }
  if (answer.years.length === 0) {
    const openSetting = 'Open Setting';
    const message = `There are no activities for a year after ${answer.from}. For a later year, name CMS’s file measures-data.json in the settings.`;
    const chosen = await inform(message, openSetting);
    if (chosen === openSetting) void vscode.commands.executeCommand('workbench.action.openSettings', 'mipsPlan.inventoryFiles');
    return undefined;
  }
  const items = answer.years.map((year) => ({ label: String(year), year }));
  return (await vscode.window.showQuickPick(items, { title: `Carry over the plan of ${answer.from}`, placeHolder: 'To which performance year?' }))?.year;
}

async function show(plan: vscode.TextDocument, carried: CarriedOver, plans: CarriedPlans): Promise<void> {
  const document = await newDocument(plan, carried);
  const title = `${fileNameOf(plan.uri)} ↔ ${fileNameOf(document.uri)}`;
  await vscode.commands.executeCommand('vscode.diff', plan.uri, document.uri, title, { preview: false });
  plans.add(document, carried);
}

/** A document that is not saved, beside the plan where that is a file. */
async function newDocument({ uri }: vscode.TextDocument, { text, fileName }: CarriedOver): Promise<vscode.TextDocument> {
  const document = await unsavedPlan(uri.scheme === 'file' ? vscode.Uri.joinPath(uri, '..') : undefined, fileName);
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, [
    vscode.TextEdit.insert(new vscode.Position(0, 0), text),
    vscode.TextEdit.setEndOfLine(text.includes('\r\n') ? vscode.EndOfLine.CRLF : vscode.EndOfLine.LF),
  ]);
  await vscode.workspace.applyEdit(edit);
  return document;
}
