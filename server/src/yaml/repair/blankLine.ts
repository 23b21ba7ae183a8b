import type { Broken, Repair } from './broken.ts';
import { blankingLines } from './edits.ts';
import { inPlainWords } from './plainWords.ts';

/** The last resort: reads on without the line at the error, without it and what is below it, or without the one above. */
export function blankLine(broken: Broken): readonly Repair[] {
  const { lines } = broken;
  const line = lines.contentLineFrom(broken.line) ?? lines.contentLineBefore(broken.line);
  if (line === undefined) return [];
  const problems = [inPlainWords(broken)];
  const above = lines.contentLineBefore(line);
  const attempts = [blankingLines(broken, line, line + 1), blankingLines(broken, line, lines.blockEnd(line))];
  if (above !== undefined) attempts.push(blankingLines(broken, above, line));
  return attempts.map((edits) => ({ problems, edits }));
}
