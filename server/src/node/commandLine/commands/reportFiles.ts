import { plural } from '../../../text/plural.ts';
import type { OptionValues } from '../arguments.ts';
import { findPlans, type FoundFile } from '../files/findPlans.ts';
import type { ExitCode, Io } from '../io.ts';
import { Progress } from '../progress.ts';
import { fileReport } from '../rendering/fileReport.ts';
import { add, NOTHING, type Tally } from '../rendering/tally.ts';
import { isColored, readNumber, readSettings } from '../settings.ts';
import { complain } from '../complaints.ts';
import { uriOf, type FileTask, type WorkSettings } from '../work/fileWork.ts';
import { workOnFiles } from '../work/workOnFiles.ts';

/** Characters collected before they are written. */
const WRITTEN_AT_A_TIME = 1 << 16;

/** `check` and `score`: prints of every file what the command says about it, in the order in which the files are named and found. */
export async function reportFiles(command: 'check' | 'score', operands: readonly string[], options: OptionValues, io: Io): Promise<ExitCode> {
  const maxWarnings = readNumber('max-warnings', options) ?? Infinity;
  const settings = await readSettings(options, io);
  const { workingFolder } = io;
  const work: WorkSettings = { command, workingFolder, colored: isColored(io.stdout, options, io), ...settings };
  const report = fileReport(work);
  const progress = new Progress(io.stderr);
  const problems: Problem[] = [];
  let tally = NOTHING;
  let output = report.beginning();
  for await (const result of workOnFiles(tasksOf(findPlans(operands, workingFolder), io), work, io.threads)) {
    tally = add(tally, result.tally);
    if (result.problem !== undefined) problems.push({ file: result.file, problem: result.problem });
    output += report.file(result.output);
    if (output.length >= WRITTEN_AT_A_TIME) {
      await progress.clear();
      await io.stdout.write(output);
      output = '';
    }
    await progress.show(tally.files);
  }
  await progress.clear();
  const exitCode = problems.length + settings.inventoryErrors.length > 0 ? 2 : codeOf(command, tally, maxWarnings);
  const failures = problems.map(({ file, problem }) => ({ uri: uriOf(file, workingFolder), message: `${file}: ${problem}` }));
  await io.stdout.write(output + report.end({ tally, exitCode, failures }));
  await complain([
    ...problems.map(({ file, problem }) => `${file}: ${problem}`),
    ...settings.inventoryErrors,
    ...settings.inventoryNotes,
    ...(tally.files + problems.length === 0 ? [`no plans (*.mips.yaml, *.mips.yml) in ${operands.join(', ')}`] : []),
    ...(command === 'check' && tally.warnings > maxWarnings ? [`${plural(tally.warnings, 'warning')}, where ${maxWarnings} are allowed`] : []),
  ], io);
  return exitCode;
}

interface Problem {
  readonly file: string;
  readonly problem: string;
}

/** What the files hold is read by who does the work, but for what comes from standard input. */
async function* tasksOf(files: Iterable<FoundFile>, io: Io): AsyncGenerator<FileTask> {
  for (const found of files) yield found.file === '-' ? { file: '-', content: await io.readStandardInput() } : found;
}

function codeOf(command: 'check' | 'score', { errors, warnings }: Tally, maxWarnings: number): ExitCode {
  return command === 'check' && (errors > 0 || warnings > maxWarnings) ? 1 : 0;
}
