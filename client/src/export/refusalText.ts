import type { BlockingFinding } from '../../../server/src/protocol/export.ts';

const MOST_TOLD = 5;

/** Why a plan is not exported: the findings with their lines, of many only the first. */
export function refusalText(fileName: string, findings: readonly BlockingFinding[]): { readonly message: string; readonly detail: string } {
  if (findings.length === 0) return { message: `${fileName} is not exported: there is no plan in it.`, detail: '' };
  const stand = findings.length === 1 ? '1 error stands' : `${findings.length} errors stand`;
  const told = findings.slice(0, MOST_TOLD).map(({ message, range }) => `Line ${range.start.line + 1}: ${message.replaceAll('`', '')}`);
  const rest = findings.length - told.length;
  return { message: `${fileName} is not exported: ${stand} in the way.`, detail: [...told, ...(rest > 0 ? [`And ${rest} more.`] : [])].join('\n\n') };
}
