import type { Broken, Repair } from './broken.ts';
import { blanking } from './edits.ts';
import type { Edit } from './mendedText.ts';
import { inPlainWords } from './plainWords.ts';

/** The last resort: reads on without the line at the error, without it and what is below it, or without the one above. */
export function blankLine(broken: Broken): readonly Repair[] {
  const { lines } = broken;
  const line = lines.contentLineFrom(broken.line) ?? lines.contentLineBefore(broken.line);
  if (line === undefined) return [];
  const problems = [inPlainWords(broken)];
  const above = lines.contentLineBefore(line);
  const attempts = [blankLines(broken, line, line + 1), blankLines(broken, line, lines.blockEnd(line))];
  if (above !== undefined) attempts.push(blankLines(broken, above, line));
  return attempts.map((edits) => ({ problems, edits }));
}

function blankLines({ lines, text }: Broken, first: number, end: number): Edit[] {
  const edits: Edit[] = [];
  for (let line = first; line < end; line++) {
    if (lines.hasContent(line)) edits.push(blanking(text, { start: lines.contentStart(line), end: lines.contentEnd(line) }));
  }
  return edits;
}
