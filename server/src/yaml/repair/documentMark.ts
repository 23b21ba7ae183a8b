import type { Broken, Repair } from './broken.ts';
import { fixable } from './edits.ts';

/** A line `-` or `--` at the left margin between two plans: a document mark that is being typed. */
export function documentMark(broken: Broken): readonly Repair[] {
  const { lines, text } = broken;
  const { first, last } = broken.neighbourhood;
  for (let line = first; line <= last; line++) {
    const dashes = lines.content(line);
    if (lines.indent(line) !== 0 || (dashes !== '-' && dashes !== '--')) continue;
    const below = lines.contentLineFrom(line + 1);
    const belowIsKey = below !== undefined && lines.indent(below) === 0 && lines.shape(below).dashes.length === 0;
    if (below !== undefined && !belowIsKey) continue;
    const span = { start: lines.contentStart(line), end: lines.contentEnd(line) };
    const edits = [
      { span: { start: span.end, end: span.end }, newText: text.startsWith('--', span.start) ? '-' : '--' },
    ];
    return [
      fixable(
        'A line with three dashes, `---`, separates two plans; this one has fewer.',
        span,
        'Write three dashes',
        edits,
      ),
    ];
  }
  return [];
}
