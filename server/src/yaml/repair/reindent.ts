import type { Span } from '../../text/span.ts';
import type { SpanEdit } from '../../text/spanEdit.ts';
import type { Broken, Repair } from './broken.ts';
import { fixable, spaces } from './edits.ts';
import type { Lines, LineShape } from './lines.ts';

/** Moves a line to another column, and with it what depends on it. */
export function reindent({ lines }: Broken, line: number, target: number): Repair {
  const indent = lines.indent(line);
  const shift = target - indent;
  const moved = [line, ...(shift < 0 ? followersLeft(lines, line) : followersRight(lines, line, target))];
  const edits = moved.map((i) => reindentation(lines, i, Math.max(0, lines.indent(i) + shift)));
  const indentation = lines.indentation(line);
  const span = indent > 0 ? indentation : firstWord(lines, line);
  return fixable(
    message(indent, target),
    span,
    target === 0 ? 'Remove the indentation' : `Indent by ${spaces(target)}`,
    edits,
  );
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

function reindentation(lines: Lines, line: number, indent: number): SpanEdit {
  return { span: lines.indentation(line), newText: ' '.repeat(indent) };
}

/** Of a line that goes left, all that is not further left: what is below it, and those of its kind that go wrong with it. */
function followersLeft(lines: Lines, line: number): number[] {
  const { indent, dashes, column } = lines.shape(line);
  const followers: number[] = [];
  for (let i = line + 1; i < lines.count; i++) {
    if (lines.isDocumentMark(i)) break;
    if (lines.contentStart(i) === lines.contentEnd(i)) continue;
    const own = lines.indent(i);
    if (own < indent || (own === indent && lines.shape(i).dashes.length === 0 && dashes.length > 0)) break;
    // Between dash and content: such a line stands where it belongs once the dash does.
    if (own >= column || own === indent) followers.push(i);
  }
  return followers;
}

/** Of a line that goes right, its like at the same column, and what is below them if it would come to stand beside them. */
function followersRight(lines: Lines, line: number, target: number): number[] {
  let head = lines.shape(line);
  const { indent } = head;
  const hasDash = head.dashes.length > 0;
  const followers: number[] = [];
  let blockMoves: boolean | undefined;
  for (let i = lines.contentLineFrom(line + 1); i !== undefined; i = lines.contentLineFrom(i + 1)) {
    const shape = lines.shape(i);
    const isLike = shape.dashes.length > 0 === hasDash;
    if (lines.isDocumentMark(i) || shape.indent < indent || (shape.indent === indent && !isLike)) break;
    if (shape.indent === target && hasDash && isLike) break;
    if (shape.indent === indent) {
      head = shape;
      blockMoves = undefined;
      followers.push(i);
      continue;
    }
    blockMoves ??= wouldStandBeside(head, shape, target);
    if (blockMoves) followers.push(i);
    else if (!hasDash && isLike && shape.indent <= target) break;
  }
  return followers;
}

/** Whether the first line below a head is no longer deeper once the head stands at the target. */
function wouldStandBeside(head: LineShape, first: LineShape, target: number): boolean {
  if (head.dashes.length > 0) return first.indent === head.column;
  return first.dashes.length === 0 && first.indent <= target && head.value.start === head.value.end;
}
