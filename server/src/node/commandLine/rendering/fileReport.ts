import { createColors } from 'picocolors';
import type { Failure } from '../../../export/sarif.ts';
import type { ExitCode } from '../io.ts';
import { VERSION } from '../version.ts';
import type { WorkSettings } from '../work/fileWork.ts';
import { JsonList } from './jsonList.ts';
import { checkOverview, scoreOverview } from './overview.ts';
import { SARIF_RESULTS_DEPTH, sarifBeginning, sarifEnd } from './sarifOutput.ts';
import type { Tally } from './tally.ts';

/** How the run ended. */
export interface Ending {
  readonly tally: Tally;
  readonly exitCode: ExitCode;
  readonly failures: readonly Failure[];
}

/** What is printed around the outputs of the files. */
export interface FileReport {
  beginning(): string;
  file(output: string): string;
  end(ending: Ending): string;
}

export function fileReport({ command, format, colored }: WorkSettings): FileReport {
  if (format === 'json') return jsonReport();
  if (format === 'sarif') return sarifReport();
  const colors = createColors(colored);
  return {
    beginning: () => '',
    file: (output) => output,
    end: ({ tally, failures }) => {
      if (command === 'check') return checkOverview(tally, failures.length, colors);
      return tally.plans > 1 ? scoreOverview(tally, failures.length) : '';
    },
  };
}

function jsonReport(): FileReport {
  const list = new JsonList();
  return { beginning: () => '', file: (output) => list.next(output), end: () => `${list.end()}\n` };
}

function sarifReport(): FileReport {
  const results = new JsonList(SARIF_RESULTS_DEPTH);
  return {
    beginning: () => sarifBeginning(VERSION),
    file: (output) => results.next(output),
    end: ({ exitCode, failures }) => results.end() + sarifEnd(VERSION, exitCode, failures),
  };
}
