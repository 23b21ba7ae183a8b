import { Buffer } from 'node:buffer';
import * as vscode from 'vscode';
import { REPORT_REQUEST, type ReportFrame, type ReportParams, type ReportPart } from '../../../server/src/protocol/export.ts';
import { answerOf } from '../askServer.ts';
import { activePlan, choosePlan } from '../choosePlan.ts';
import type { LanguageServer } from '../languageServer.ts';
import { letterByLetter } from '../letterByLetter.ts';
import { inform, tellError } from '../notifications.ts';
import { fileNameOf } from '../planDocuments.ts';
import { askWhere, saveFile } from './saveFile.ts';

/** What a report is about: one plan's file, or all of the workspace. */
interface Subject {
  readonly plan: vscode.Uri | undefined;
}

/** Asks what for and where to, and saves a report for the client. */
export async function makeReport(server: LanguageServer, called: unknown): Promise<void> {
  const subject = await subjectOf(called);
  if (subject === undefined) return;
  const page = await ask(server, subject);
  if (page === undefined) return;
  if (page === null) return void tellError('The report could not be made: the plan cannot be read.');
  const target = await askWhere({ ...subject, suffix: '.report', title: 'Save the Report', kind: 'Web page', extension: 'html' });
  if (target !== undefined && (await saveFile(target, page))) await offerToOpen(target);
}

/** All plans are an answer only where there is a folder with plans. */
async function subjectOf(called: unknown): Promise<Subject | undefined> {
  const active = called instanceof vscode.Uri ? called : activePlan();
  const hasFolder = (vscode.workspace.workspaceFolders?.length ?? 0) > 0;
  if (!hasFolder || called instanceof vscode.Uri) {
    const plan = active ?? (await choosePlan(undefined, 'that the report is about'));
    return plan === undefined ? undefined : { plan };
  }
  if (active === undefined) return { plan: undefined };
  const one = { label: '$(file) This plan', description: letterByLetter(fileNameOf(active)), plan: active };
  const all = { label: '$(files) All plans of the workspace', plan: undefined };
  return vscode.window.showQuickPick<vscode.QuickPickItem & Subject>([one, all], { title: 'Make a Report', placeHolder: 'What is the report about?' });
}

/** The page as bytes, since that of thousands of plans is long. */
async function ask(server: LanguageServer, { plan }: Subject): Promise<Uint8Array | null | undefined> {
  const params: ReportParams = { textDocument: plan === undefined ? null : { uri: plan.toString() } };
  const options = { location: vscode.ProgressLocation.Notification, title: 'Making the report', cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const parts: Uint8Array[] = [];
    const take = (part: unknown): void => {
      const { html, files, ofFiles } = part as ReportPart;
      parts.push(Buffer.from(html));
      if (ofFiles > 1) progress.report({ message: `${files.toLocaleString('en-GB')} of ${ofFiles.toLocaleString('en-GB')} files`, increment: 100 / ofFiles });
    };
    const frame = await answerOf(() => server.requestInParts<ReportFrame | null>(REPORT_REQUEST, params, take, token), token);
    if (token.isCancellationRequested) void inform('The report was cancelled. Nothing was saved.');
    return frame && Buffer.concat([Buffer.from(frame.before), ...parts, Buffer.from(frame.after)]);
  });
}

async function offerToOpen(target: vscode.Uri): Promise<void> {
  // A browser here cannot open a file of another machine.
  const isHere = vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop && target.scheme === 'file';
  const open = isHere ? 'Open in Browser' : 'Open';
  const chosen = await inform(`The report is saved as ${fileNameOf(target)}. To make a PDF of it, print it from a browser.`, open);
  if (chosen === undefined) return;
  if (isHere) await vscode.env.openExternal(target);
  else await vscode.commands.executeCommand('vscode.open', target);
}
