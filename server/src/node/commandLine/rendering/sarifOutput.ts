import { jsonText } from '../../../export/jsonText.ts';
import { sarifLog, type Failure } from '../../../export/sarif.ts';

/** Blanks before the closing bracket of `runs[0].results`. */
export const SARIF_RESULTS_DEPTH = 6;

const RESULTS = '"results": ';
const NONE = `${RESULTS}[]`;

/** What stands before the results. */
export function sarifBeginning(version: string): string {
  const log = stringified(version, 0, []);
  return log.slice(0, log.indexOf(NONE) + RESULTS.length);
}

/** What stands behind the results: how the run ended. */
export function sarifEnd(version: string, exitCode: number, failures: readonly Failure[]): string {
  const log = stringified(version, exitCode, failures);
  return `${log.slice(log.indexOf(NONE) + NONE.length)}\n`;
}

function stringified(version: string, exitCode: number, failures: readonly Failure[]): string {
  return jsonText(sarifLog(version, exitCode, failures));
}
