import { createColors } from 'picocolors';
import { exportQpp, qppJson } from '../../../export/qppJson.ts';
import { fileFindings } from '../../../export/findingsJson.ts';
import { jsonText } from '../../../export/jsonText.ts';
import { reportPlans } from '../../../export/report/planReport.ts';
import { reportPage } from '../../../export/report/report.ts';
import type { Analysis } from '../../../analysis.ts';
import type { Finding } from '../../../findings/finding.ts';
import type { OptionValues } from '../arguments.ts';
import { complain } from '../complaints.ts';
import { UnreadableError } from '../../host/ordinaryFile.ts';
import type { ExitCode, Io } from '../io.ts';
import { findingsText } from '../rendering/findingsText.ts';
import { isColored, readSettings } from '../settings.ts';
import { FileWork } from '../work/fileWork.ts';

/** `export FILE --to FORMAT`: prints the submissions or a report, or says what stands in their way. */
export async function exportFile(file: string, options: OptionValues, io: Io): Promise<ExitCode> {
  const settings = await readSettings(options, io);
  const { workingFolder, stderr, stdout } = io;
  const work = new FileWork({ command: 'check', colored: false, workingFolder, ...settings });
  const complaints = [...settings.inventoryErrors, ...settings.inventoryNotes];
  let analysis: Analysis;
  try {
    analysis = work.analyse({ file, content: file === '-' ? await io.readStandardInput() : undefined });
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    await complain([`${file}: ${error.message}`, ...complaints], io);
    return 2;
  }
  const made = options.to?.at(-1) === 'html' ? report(file, analysis) : submissions(analysis);
  if (typeof made === 'string') {
    await stdout.write(made);
    await complain(complaints, io);
    return settings.inventoryErrors.length > 0 ? 2 : 0;
  }
  const { refusedBy } = made;
  await stderr.write(settings.format === 'json'
    ? `${jsonText([fileFindings(file, analysis, refusedBy)])}\n`
    : findingsText(file, analysis, refusedBy, createColors(isColored(stderr, options, io))));
  const why = refusedBy.length === 0 ? 'there is no plan in it' : refusedBy.length === 1 ? '1 error stands in the way' : `${refusedBy.length} errors stand in the way`;
  await complain([...(settings.format === 'json' ? [] : [`${file} is not exported: ${why}`]), ...complaints], io);
  return settings.inventoryErrors.length > 0 ? 2 : 1;
}

interface Refusal {
  readonly refusedBy: readonly Finding[];
}

function submissions(analysis: Analysis): string | Refusal {
  const result = exportQpp(analysis);
  return 'submissions' in result ? qppJson(result.submissions) : result;
}

/** Only a file without a plan makes none. */
function report(file: string, analysis: Analysis): string | Refusal {
  if (analysis.plans.length === 0) return { refusedBy: analysis.findings.filter(({ severity }) => severity === 'error') };
  return reportPage(reportPlans(analysis, file === '-' ? 'standard input' : file), analysis.context.asOf);
}
