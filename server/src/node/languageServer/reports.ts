import { posix } from 'node:path';
import { URI } from 'vscode-uri';
import type { CancellationToken } from 'vscode-languageserver/node';
import { analyse } from '../../analysis.ts';
import { reportPlans, reportUnreadable, type ReportedPlan } from '../../export/report/planReport.ts';
import { reportFrame, reportPart, type ListedPlan } from '../../export/report/report.ts';
import type { ReportFrame, ReportParams, ReportPart, ReportResult } from '../../protocol/export.ts';
import { isAbsence } from '../host/fileErrors.ts';
import { UnreadableError } from '../host/ordinaryFile.ts';
import { readPlanText } from '../host/planText.ts';
import { EvidenceFiles } from './evidenceFiles.ts';
import type { PlanDocument } from './planDocument.ts';
import type { Session } from './session.ts';
import { WorkspaceArea } from './workspacePlans/workspaceArea.ts';

/** The plans of one file, and how many files are told of by then. */
interface Told {
  readonly plans: readonly ReportedPlan[];
  readonly files: number;
  readonly ofFiles: number;
}

/**
 * The report about one file, or about all plans of the workspace in the order of their paths.
 * @param send where it is given, each part is sent when it is made, and not kept
 */
export async function report(
  { textDocument }: ReportParams, session: Session, token: CancellationToken, send?: (part: ReportPart) => Promise<void>,
): Promise<ReportResult | ReportFrame | null> {
  const listed: ListedPlan[] = [];
  const kept: string[] = [];
  for await (const { plans, files, ofFiles } of textDocument === null ? tellAll(session, token) : tellFile(textDocument.uri, session)) {
    for (const plan of plans) {
      const { title, points, secured, contribution, findings } = plan;
      const html = reportPart(plan, listed.length);
      listed.push({ title, points, secured, contribution, findings });
      if (send === undefined) kept.push(html);
      else await send({ html, files, ofFiles });
    }
  }
  if (textDocument !== null && listed.length === 0) return null;
  const { before, after } = reportFrame(listed, session.conditions.now.asOf);
  const plans = listed.length;
  return send === undefined ? { html: [before, ...kept, after].join(''), plans } : { before, after, plans };
}

async function* tellFile(uri: string, session: Session): AsyncGenerator<Told> {
  const plans = await reportFile(uri, nameOf(uri), session);
  if (plans !== undefined) yield { plans, files: 1, ofFiles: 1 };
}

async function* tellAll(session: Session, token: CancellationToken): AsyncGenerator<Told> {
  await session.workspacePlans.whenRead(token);
  const files = [...session.workspacePlans.files].sort((a, b) => a.path.localeCompare(b.path, 'en'));
  for (const [index, { uri, path, problem }] of files.entries()) {
    if (token.isCancellationRequested) return;
    const plans = problem === null ? ((await reportFile(uri, path, session)) ?? []) : [reportUnreadable(path, problem)];
    yield { plans, files: index + 1, ofFiles: files.length };
    // Who types has the next turn.
    await new Promise(setImmediate);
  }
}

/** Undefined where the file is neither open nor there. */
async function reportFile(uri: string, name: string, session: Session): Promise<readonly ReportedPlan[] | undefined> {
  const levels = session.conditions.now.settings.findings;
  const document = session.documents.get(uri) ?? openUnderAnotherName(uri, session);
  if (document !== undefined) {
    const analysis = (await document.settledAnalysis(session.conditions, () => undefined)) ?? document.analysis(session.conditions.now);
    return reportPlans(analysis, name, levels);
  }
  const path = WorkspaceArea.keyOf(uri);
  if (path === uri) return undefined;
  try {
    return await reportText(await readPlanText(path), path, name, session);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return isAbsence(error.cause) ? undefined : [reportUnreadable(name, error.message)];
  }
}

function openUnderAnotherName(uri: string, { documents }: Session): PlanDocument | undefined {
  return [...documents].find((document) => WorkspaceArea.keyOf(document.uri) === WorkspaceArea.keyOf(uri));
}

function reportText(text: string, path: string, name: string, { conditions, documents }: Session): Promise<readonly ReportedPlan[]> {
  const { asOf, inventory, settings } = conditions.now;
  const evidence = new EvidenceFiles(path, documents.lookUps.exists);
  const context = { asOf, inventory, evidenceExists: evidence.exists, once: true };
  return evidence.settled(() => reportPlans(analyse(text, context), name, settings.findings));
}

function nameOf(uri: string): string {
  return posix.basename(URI.parse(uri).path);
}
