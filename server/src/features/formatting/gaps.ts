import type { SpanEdit } from '../../text/spanEdit.ts';
import type { Level, Piece, PieceKind } from './pieces.ts';

const LINE_BREAK = /\r\n|\n|\r/g;

/** Edits of the blanks between pieces; undefined where something else stands between them. */
export function gapEdits(text: string, pieces: readonly Piece[], lineEnd: string): SpanEdit[] | undefined {
  const edits: SpanEdit[] = [];
  const columns = new Columns(text, pieces);
  for (let index = 0; index <= pieces.length; index++) {
    const [before, after] = [pieces[index - 1], pieces[index]];
    const span = { start: before?.end ?? 0, end: after?.start ?? text.length };
    const written = text.slice(span.start, span.end);
    if (written.trim() !== '') return undefined;
    const newText = rewritten(written, before, after, columns.of(index), lineEnd);
    if (newText !== written) edits.push({ span, newText });
  }
  return edits;
}

function rewritten(written: string, before: Piece | undefined, after: Piece | undefined, column: number, lineEnd: string): string {
  const breaks = written.match(LINE_BREAK) ?? [];
  const isStart = before === undefined || before.kind === 'mark';
  if (after === undefined) return isStart ? '' : endOfFile(breaks, before, lineEnd);
  // Nothing stands before a first piece but its indentation.
  if (isStart) return before?.kind === 'mark' || after.kind !== 'mark' ? ' '.repeat(column) : '';
  if (after.kind === 'block-text') return breaks.join('');
  if (breaks.length === 0) return between(written, before.kind, after.kind);
  return lineBreaks(breaks, before, after, lineEnd) + ' '.repeat(column);
}

/** At most one blank line; one before the next plan. */
function lineBreaks(breaks: readonly string[], before: Piece, after: Piece, lineEnd: string): string {
  if (before.block?.keepsBlankLines === true) return breaks.join('');
  const isContent = !['comment', 'directive', 'document-start', 'document-end'].includes(before.kind);
  if (after.kind === 'document-start' && isContent && breaks.length === 1) return `${breaks.join('')}${lineEnd}`;
  return breaks.slice(0, 2).join('');
}

function endOfFile(breaks: readonly string[], { block }: Piece, lineEnd: string): string {
  if (block?.keepsBlankLines === true || (block?.endsWithItsText === true && breaks.length === 0)) return breaks.join('');
  return breaks[0] ?? lineEnd;
}

const ONE_BLANK_BEHIND: ReadonlySet<PieceKind> = new Set(['dash', 'question', 'colon', 'comma', 'open-map', 'document-start']);

/** Blanks between two pieces of the same line. */
function between(written: string, before: PieceKind, after: PieceKind): string {
  // Comments below each other can stand in a column of their own.
  if (after === 'comment') return written;
  if (before === 'dash' || before === 'question') return ' ';
  if (after === 'comma' || after === 'close-list') return before === 'property' ? written : '';
  if (after === 'close-map') return before === 'open-map' ? '' : ' ';
  if (before === 'open-list') return '';
  if (after === 'colon') return before === 'scalar' || before === 'close-list' || before === 'close-map' ? '' : written;
  return ONE_BLANK_BEHIND.has(before) || before === 'property' ? ' ' : written;
}

/** The columns of pieces that begin a line. */
class Columns {
  readonly #text: string;
  readonly #pieces: readonly Piece[];
  /** Of the comments that follow each other: what comes before and behind them, and where its line was begun. */
  #around: { readonly first: number; readonly end: number; readonly nextWritten: number } | undefined;

  constructor(text: string, pieces: readonly Piece[]) {
    this.#text = text;
    this.#pieces = pieces;
  }

  of(index: number): number {
    const piece = this.#pieces[index];
    return piece === undefined ? 0 : (piece.column ?? this.#ofComment(piece.start, index));
  }

  /**
   * A comment goes with what it is indented like: what follows, or one of the collections that end before it. Where it
   * is indented like none, with the next one to the left, or else with what follows.
   */
  #ofComment(start: number, index: number): number {
    const written = this.#written(start);
    const { first, end, nextWritten } = this.#aroundComments(index);
    const next = this.#pieces[end];
    const candidates: Pick<Level, 'written' | 'column'>[] = next === undefined ? [] : [{ written: nextWritten, column: next.column ?? 0 }];
    for (let level = this.#pieces[first - 1]?.level; level !== undefined; level = level.parent) candidates.push(level);
    let best: (typeof candidates)[number] | undefined;
    for (const candidate of candidates) {
      if (candidate.written <= written && (best === undefined || candidate.written > best.written)) best = candidate;
    }
    return (best ?? candidates[0])?.column ?? 0;
  }

  /** The comments that follow each other around one of them; asked for one after the other. */
  #aroundComments(index: number): { readonly first: number; readonly end: number; readonly nextWritten: number } {
    if (this.#around === undefined || index < this.#around.first || index >= this.#around.end) {
      let [first, end] = [index, index + 1];
      while (this.#pieces[first - 1]?.kind === 'comment') first--;
      while (this.#pieces[end]?.kind === 'comment') end++;
      const next = this.#pieces[end];
      this.#around = { first, end, nextWritten: next === undefined ? 0 : this.#written(next.start) };
    }
    return this.#around;
  }

  #written(start: number): number {
    let lineStart = start;
    while (lineStart > 0 && !'\n\r\uFEFF'.includes(this.#text.charAt(lineStart - 1))) lineStart--;
    return start - lineStart;
  }
}
