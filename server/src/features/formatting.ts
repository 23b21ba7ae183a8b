import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import { syntaxErrorIn, type Analysis } from '../analysis.ts';
import type { SpanEdit } from '../text/spanEdit.ts';
import type { CancellationToken } from './cancellationToken.ts';
import { gapEdits } from './formatting/gaps.ts';
import { indentationAfter } from './formatting/newLine.ts';
import { piecesOf, type Lines } from './formatting/pieces.ts';
import { meanTheSame } from './formatting/sameMeaning.ts';
import { scalarEdits } from './formatting/scalarLines.ts';

/** The key that ends a line: what is typed then is indented. */
export const ON_TYPE_TRIGGER_CHARACTER = '\n';

/**
 * Edits of blanks and line breaks that give a file one look: two columns a level, lists below their key, one blank
 * behind dashes and colons, at most one blank line. No word, quote or comment is touched. Empty where the file has
 * mistakes of syntax, or once cancelled.
 */
export function formatDocument(analysis: Analysis, token: CancellationToken): TextEdit[] {
  return format(analysis, { first: 0, last: Infinity }, token);
}

/** The same for whole lines. Maps and lists that begin or end outside keep their columns. */
export function formatRange(analysis: Analysis, { start, end }: Range, token: CancellationToken): TextEdit[] {
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return format(analysis, { first: start.line, last }, token);
}

/** Indents the line that was just begun; what was already written on it stays. */
export function formatOnType(analysis: Analysis, position: Position, token: CancellationToken): TextEdit[] {
  const written = analysis.source.lineText(position.line);
  if (token.isCancellationRequested || written.trim() !== '') return [];
  const column = indentationAfter(analysis, position.line - 1);
  if (column === undefined || written === ' '.repeat(column)) return [];
  return [{ range: analysis.source.rangeOf(analysis.source.lineSpan(position.line)), newText: ' '.repeat(column) }];
}

function format(analysis: Analysis, lines: Lines, token: CancellationToken): TextEdit[] {
  const { source } = analysis;
  if (token.isCancellationRequested || analysis.refused || syntaxErrorIn(analysis) !== undefined) return [];
  const pieces = piecesOf(source, lines);
  if (pieces === undefined) return [];
  const gaps = gapEdits(source.text, pieces, source.lineEnd);
  if (gaps === undefined) return [];
  const edits = [...gaps, ...pieces.flatMap((piece) => scalarEdits(source.text, piece))]
    .map((edit) => smallest(edit, source.text))
    .filter(({ span }) => source.positionAt(span.start).line >= lines.first && source.positionAt(span.end).line <= lines.last)
    .sort((a, b) => a.span.start - b.span.start);
  // Rather an unusual look than another plan.
  if (edits.length === 0 || !meanTheSame(source.text, applied(source.text, edits))) return [];
  return edits.map(({ span, newText }) => ({ range: source.rangeOf(span), newText }));
}

/** Without what the edit leaves as it is. */
function smallest({ span, newText }: SpanEdit, text: string): SpanEdit {
  const old = text.slice(span.start, span.end);
  const most = Math.min(old.length, newText.length);
  let same = 0;
  while (same < most && old[same] === newText[same]) same++;
  let sameEnd = 0;
  while (sameEnd < most - same && old.at(-1 - sameEnd) === newText.at(-1 - sameEnd)) sameEnd++;
  return { span: { start: span.start + same, end: span.end - sameEnd }, newText: newText.slice(same, newText.length - sameEnd) };
}

function applied(text: string, edits: readonly SpanEdit[]): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of edits) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}
