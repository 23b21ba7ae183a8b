import type { Span } from '../../text/span.ts';
import type { SpanEdit } from '../../text/spanEdit.ts';

/** A stretch of the copy from `at` to the next piece: taken from the file at `origin`, or put in there. */
interface Piece {
  readonly at: number;
  readonly origin: number;
  readonly taken: boolean;
}

/** A copy of the file's text with mended places, which knows where each of its characters stands in the file. */
export class MendedText {
  readonly text: string;
  readonly #pieces: readonly Piece[];

  private constructor(text: string, pieces: readonly Piece[]) {
    this.text = text;
    this.#pieces = pieces;
  }

  static of(text: string): MendedText {
    return new MendedText(text, [{ at: 0, origin: 0, taken: true }]);
  }

  /** @param edits of this copy, in the order of the text */
  apply(edits: readonly SpanEdit[]): MendedText {
    const pieces: Piece[] = [];
    const parts: string[] = [];
    let length = 0;
    let from = 0;
    const take = (to: number): void => {
      pieces.push({ ...this.#pieceFrom(from), at: length });
      for (let i = this.#pieceIndex(from) + 1; (this.#pieces[i]?.at ?? Infinity) < to; i++) {
        const piece = this.#pieces[i];
        if (piece !== undefined) pieces.push({ ...piece, at: piece.at - from + length });
      }
      parts.push(this.text.slice(from, to));
      length += to - from;
    };
    for (const { span, newText } of edits) {
      take(span.start);
      if (newText !== '') pieces.push({ at: length, origin: this.originalOffset(span.start), taken: false });
      parts.push(newText);
      length += newText.length;
      from = span.end;
    }
    take(Infinity);
    return new MendedText(parts.join(''), pieces);
  }

  /** Where an offset of the copy stands in the file; text that was put in stands where it was put. */
  originalOffset(offset: number): number {
    return this.#pieceFrom(Math.min(offset, this.text.length)).origin;
  }

  originalSpan(span: Span): Span {
    return { start: this.originalOffset(span.start), end: this.originalOffset(span.end) };
  }

  /** Whether a stretch of the file stands in the copy as it does in the file. */
  holds({ start, end }: Span): boolean {
    return this.#pieces.some(({ at, origin, taken }, index) => {
      return taken && origin <= start && end - origin <= (this.#pieces[index + 1]?.at ?? this.text.length) - at;
    });
  }

  #pieceFrom(offset: number): Piece {
    const piece = this.#pieces[this.#pieceIndex(offset)];
    if (piece === undefined) return { at: offset, origin: offset, taken: true };
    return { at: offset, origin: piece.taken ? piece.origin + offset - piece.at : piece.origin, taken: piece.taken };
  }

  /** The last piece that begins at or before an offset. */
  #pieceIndex(offset: number): number {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#pieces[middle]?.at ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low - 1;
  }
}
