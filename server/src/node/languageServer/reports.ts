import { posix } from 'node:path';
import { URI } from 'vscode-uri';
import type { CancellationToken } from 'vscode-languageserver/node';
import { analyse } from '../../analysis.ts';
import { reportPlans, reportUnreadable, type ReportedPlan } from '../../export/report/planReport.ts';
import { reportPage } from '../../export/report/report.ts';
import { exportQpp, qppJson } from '../../export/qppJson.ts';
import type { ExportQppResult, ReportParams, ReportResult } from '../../protocol/export.ts';
import { maskTins } from '../../text/maskTins.ts';
import { isAbsence } from '../host/fileErrors.ts';
import { readPlanText, UnreadableError } from '../host/planText.ts';
import { EvidenceFiles } from './evidenceFiles.ts';
import type { PlanDocument } from './planDocument.ts';
import type { Session } from './session.ts';
import { WorkspaceArea } from './workspacePlans/workspaceArea.ts';

/** A drive that does not answer must not hold up the report: what is not known by then counts as there. */
const PATIENCE_MILLISECONDS = 1000;

/** The report about one file, or about all plans of the workspace in the order of their paths. */
export async function report({ textDocument }: ReportParams, session: Session, token: CancellationToken): Promise<ReportResult | null> {
  const plans = textDocument === null ? await reportAll(session, token) : await reportFile(textDocument.uri, nameOf(textDocument.uri), session);
  return plans === undefined ? null : { html: reportPage(plans, session.conditions.now.asOf), plans: plans.length };
}

async function reportAll(session: Session, token: CancellationToken): Promise<readonly ReportedPlan[]> {
  await session.workspacePlans.whenRead(token);
  const files = [...session.workspacePlans.files].sort((a, b) => a.path.localeCompare(b.path, 'en'));
  const plans: ReportedPlan[] = [];
  for (const { uri, path, problem } of files) {
    if (token.isCancellationRequested) break;
    plans.push(...(problem === null ? ((await reportFile(uri, path, session)) ?? []) : [reportUnreadable(path, problem)]));
    // Who types has the next turn.
    await new Promise(setImmediate);
  }
  return plans;
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

async function reportText(text: string, path: string, name: string, { conditions, documents }: Session): Promise<readonly ReportedPlan[]> {
  const { asOf, inventory, settings } = conditions.now;
  const evidence = new EvidenceFiles(path, documents.lookUps.exists);
  const read = (): readonly ReportedPlan[] => {
    evidence.forgetWhatWasAsked();
    return reportPlans(analyse(text, { asOf, inventory, evidenceExists: evidence.exists, once: true }), name, settings.findings);
  };
  const before = evidence.revision;
  const plans = read();
  await Promise.race([evidence.lookUp(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MILLISECONDS))]);
  return evidence.revision === before ? plans : read();
}

function nameOf(uri: string): string {
  return posix.basename(URI.parse(uri).path);
}

/** The submissions of a plan that is open, or what stands in their way. */
export async function qppSubmissions(uri: string, session: Session): Promise<ExportQppResult | null> {
  const analysis = await session.analysis(uri);
  if (analysis === undefined) return null;
  const result = exportQpp(analysis);
  if ('submissions' in result) return { json: qppJson(result.submissions) };
  return { refusedBy: result.refusedBy.map(({ code, message, span }) => ({ code, message: maskTins(message), range: analysis.source.rangeOf(span) })) };
}
