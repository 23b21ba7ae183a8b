import type { Span } from '../../text/span.ts';
import type { Broken, Repair } from './broken.ts';
import { fixable, spaces } from './edits.ts';
import type { Lines } from './lines.ts';
import type { Edit } from './mendedText.ts';

/** Moves a line to another column, and with it what depends on it. */
export function reindent({ lines }: Broken, line: number, target: number): Repair {
  const indent = lines.indent(line);
  const shift = target - indent;
  const moved = [line, ...(shift < 0 ? followersLeft(lines, line) : followersRight(lines, line, target))];
  const edits = moved.map((i) => reindentation(lines, i, Math.max(0, lines.indent(i) + shift)));
  const indentation = lines.indentation(line);
  const span = indent > 0 ? indentation : firstWord(lines, line);
  return fixable(message(indent, target), span, target === 0 ? 'Remove the indentation' : `Indent by ${spaces(target)}`, edits);
}

function message(found: number, wanted: number): string {
  if (found === 0) return `This line is not indented; its neighbours are, by ${spaces(wanted)}.`;
  return `This line is indented by ${spaces(found)}, its neighbours ${wanted === 0 ? 'are not' : `by ${String(wanted)}`}.`;
}

/** What to show of a line without indentation. */
function firstWord(lines: Lines, line: number): Span {
  const start = lines.contentStart(line);
  let end = start;
  while (end < lines.contentEnd(line) && /\S/.test(lines.text.charAt(end))) end++;
  return { start, end };
}

function reindentation(lines: Lines, line: number, indent: number): Edit {
  return { span: lines.indentation(line), newText: ' '.repeat(indent) };
}

/** Of a line that goes left, all that is not further left: what is below it, and those of its kind that go wrong with it. */
function followersLeft(lines: Lines, line: number): number[] {
  const { indent, dashes, column } = lines.shape(line);
  const followers: number[] = [];
  for (let i = line + 1; i < lines.count; i++) {
    if (lines.contentStart(i) === lines.contentEnd(i)) continue;
    const own = lines.indent(i);
    if (own < indent || (own === indent && lines.shape(i).dashes.length === 0 && dashes.length > 0)) break;
    // Between dash and content: such a line stands where it belongs once the dash does.
    if (own >= column || own === indent) followers.push(i);
  }
  return followers;
}

/** Of a line that goes right, its like at the same column, and what is below it if it would come to stand beside it. */
function followersRight(lines: Lines, line: number, target: number): number[] {
  const { indent, dashes, column } = lines.shape(line);
  const hasDash = dashes.length > 0;
  const followers: number[] = [];
  let opener = lines.shape(line);
  for (let i = line + 1; i < lines.count; i++) {
    if (!lines.hasContent(i)) continue;
    const shape = lines.shape(i);
    if (shape.indent < indent || (shape.indent === target && !hasDash && !isChild())) break;
    const isSibling = shape.indent === indent && shape.dashes.length > 0 === hasDash;
    if (shape.indent === indent && !isSibling) break;
    if (isSibling) opener = shape;
    if (isSibling || (hasDash ? shape.indent === column : isChild())) followers.push(i);

    function isChild(): boolean {
      return shape.indent > indent && shape.indent <= target && shape.dashes.length === 0 && opener.value.start === opener.value.end;
    }
  }
  return followers;
}
