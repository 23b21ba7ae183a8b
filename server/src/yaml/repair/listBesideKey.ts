import type { Broken, Repair } from './broken.ts';
import { fixable } from './edits.ts';

/** A list that begins on the line of its key: `evidence: - log.pdf`. */
export function listBesideKey(broken: Broken): readonly Repair[] {
  const { lines, text, start, line } = broken;
  if (broken.code !== 'UNEXPECTED_TOKEN' || text.charAt(start) !== '-' || broken.isAtLineContent) return [];
  const { column, key } = lines.shape(line);
  if (key === undefined) return [];
  const below = lines.contentLineFrom(line + 1);
  const belowIsList = below !== undefined && lines.shape(below).dashes.length > 0 && lines.indent(below) > column;
  const indent = belowIsList ? lines.indent(below) : column + 2;
  const lineBreak = text.charAt(lines.contentEnd(line)) === '\r' ? '\r\n' : '\n';
  let blanksStart = start;
  while (/[ \t]/.test(text.charAt(blanksStart - 1))) blanksStart--;
  const edits = [{ span: { start: blanksStart, end: start }, newText: lineBreak + ' '.repeat(indent) }];
  const message = 'A list begins on the line below its key; move the dash there.';
  return [fixable(message, { start, end: start + 1 }, 'Move it to the next line', edits)];
}
