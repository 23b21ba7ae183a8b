import type { Span } from '../text/span.ts';
import type { SpanEdit } from '../text/spanEdit.ts';

interface Piece {
  readonly text: string;
  /** Where it stood in the original; undefined for what was written since. */
  readonly from: number | undefined;
}

/** A text to which edits are made one after the other, each of the text as it is by then, and that gives them as edits of the original. */
export class EditedText {
  readonly #length: number;
  #pieces: readonly Piece[];

  constructor(original: string) {
    this.#length = original.length;
    this.#pieces = [{ text: original, from: 0 }];
  }

  get text(): string {
    return this.#pieces.map((piece) => piece.text).join('');
  }

  /** @param edits of the text as it is now; they do not overlap. */
  apply(edits: readonly SpanEdit[]): void {
    // The last first, also of those that begin in one place.
    for (const { span, newText } of [...edits].reverse().sort((a, b) => b.span.start - a.span.start)) {
      const before = this.#cut({ start: 0, end: span.start });
      const after = this.#cut({ start: span.end, end: Infinity });
      this.#pieces = [...before, ...(newText === '' ? [] : [{ text: newText, from: undefined }]), ...after];
    }
  }

  /** What leads from the original to the text as it is now, in order. */
  edits(): readonly SpanEdit[] {
    const edits: SpanEdit[] = [];
    let reached = 0;
    let written = '';
    const leap = (to: number): void => {
      if (to > reached || written !== '') edits.push({ span: { start: reached, end: to }, newText: written });
      written = '';
    };
    for (const { text, from } of this.#pieces) {
      if (from === undefined) {
        written += text;
        continue;
      }
      leap(from);
      reached = from + text.length;
    }
    leap(this.#length);
    return edits;
  }

  #cut({ start, end }: Span): Piece[] {
    let at = 0;
    return this.#pieces.flatMap(({ text, from }) => {
      const [first, last] = [Math.max(0, start - at), Math.min(text.length, end - at)];
      at += text.length;
      return last <= first ? [] : [{ text: text.slice(first, last), from: from === undefined ? undefined : from + first }];
    });
  }
}
