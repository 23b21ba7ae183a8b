import * as vscode from 'vscode';
import { EXPORT_QPP_REQUEST, type BlockingFinding, type ExportQppParams, type ExportQppResult } from '../../../server/src/protocol/export.ts';
import { askServer } from '../askServer.ts';
import { choosePlan, documentOf } from '../choosePlan.ts';
import type { LanguageServer } from '../languageServer.ts';
import { inform, tellError, tellErrorAtOnce } from '../notifications.ts';
import { fileNameOf } from '../planDocuments.ts';
import { refusalText } from './refusalText.ts';
import { askWhere, saveFile } from './saveFile.ts';

/** Saves a plan's submission as CMS takes it, or says what stands in the way. */
export async function exportQpp(server: LanguageServer, called: unknown): Promise<void> {
  const plan = await choosePlan(called, 'that is to be exported');
  if (plan === undefined) return;
  // The server exports what is open: the text that somebody sees.
  if ((await documentOf(plan)) === undefined) return;
  const params: ExportQppParams = { textDocument: { uri: plan.toString() } };
  const result = await askServer<ExportQppResult | null>(server, EXPORT_QPP_REQUEST, params);
  if (result === undefined) return;
  if (result === null) return void tellError(`${fileNameOf(plan)} is not open as an attestation plan.`);
  if ('refusedBy' in result) return sayWhatStandsInTheWay(plan, result.refusedBy);
  const target = await askWhere({ plan, suffix: '.qpp', title: 'Save the Submission', kind: 'QPP submission', extension: 'json' });
  if (target === undefined || !(await saveFile(target, new TextEncoder().encode(result.json)))) return;
  const open = 'Open';
  const chosen = await inform(`The submission is saved as ${fileNameOf(target)}. It holds identifiers such as the TIN in full: share it with care.`, open);
  if (chosen === open) await vscode.window.showTextDocument(target);
}

async function sayWhatStandsInTheWay(plan: vscode.Uri, findings: readonly BlockingFinding[]): Promise<void> {
  const goToFirst = 'Go to First';
  const [first] = findings;
  const { message, detail } = refusalText(fileNameOf(plan), findings);
  const chosen = await tellErrorAtOnce(message, detail, ...(first === undefined ? [] : [goToFirst]));
  if (chosen !== goToFirst || first === undefined) return;
  const { start, end } = first.range;
  await vscode.window.showTextDocument(plan, { selection: new vscode.Range(start.line, start.character, end.line, end.character) });
}
