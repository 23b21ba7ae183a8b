import type { Span, SpanOf } from '../../text/span.ts';
import { NOT_SIMPLE } from './notSimple.ts';

const CARRIAGE_RETURN = 13;
const SPACE = 32;
const HASH = 35;

/** Walks over the lines of a text that have content, and past the blank lines and comments between them. */
export class SimpleLines {
  readonly text: string;
  readonly comments: Span[] = [];
  /** Where what is left of the line begins; the text's length behind the last line. */
  at = 0;
  /** Columns before `at`; -1 behind the last line. */
  column = -1;
  /** Where the line ends, without its line break. */
  end = 0;
  /** Columns before the document's content. */
  margin = 0;
  /** Whether a comment has a line of its own before this line. */
  isBelowComment = false;
  /** Where the line that was left ended, its comment included but no blanks behind it. */
  leftAt = 0;
  readonly #spanOf: SpanOf;
  #next = 0;

  constructor(text: string, spanOf: SpanOf) {
    this.text = text;
    this.#spanOf = spanOf;
  }

  get isOver(): boolean {
    return this.column === -1;
  }

  /** Goes to the next line with content. */
  advance(): void {
    const { text } = this;
    let commentColumn = 0;
    this.isBelowComment = false;
    for (;;) {
      const start = this.#next;
      if (start >= text.length) {
        this.at = this.end = text.length;
        this.column = -1;
        if (commentColumn > this.margin) throw NOT_SIMPLE;
        return;
      }
      const feed = text.indexOf('\n', start);
      this.#next = feed === -1 ? text.length : feed + 1;
      const end = feed === -1 ? text.length : text.charCodeAt(feed - 1) === CARRIAGE_RETURN && feed > start ? feed - 1 : feed;
      let at = start;
      while (text.charCodeAt(at) === SPACE) at++;
      if (at >= end) continue;
      if (text.charCodeAt(at) === HASH) {
        this.comments.push(this.#spanOf(at, end));
        this.isBelowComment = true;
        commentColumn = Math.max(commentColumn, at - start);
        continue;
      }
      this.at = at;
      this.column = at - start;
      this.end = end;
      // To the library a comment that is indented further than what follows belongs to what stands before.
      if (commentColumn > this.column) throw NOT_SIMPLE;
      return;
    }
  }

  /** Goes on in the line, blanks left out. */
  skipTo(offset: number): void {
    this.column += offset - this.at;
    this.at = offset;
    while (this.text.charCodeAt(this.at) === SPACE) {
      this.at++;
      this.column++;
    }
  }

  get isAtEnd(): boolean {
    return this.at >= this.end;
  }

  get isAtComment(): boolean {
    return this.text.charCodeAt(this.at) === HASH && this.text.charCodeAt(this.at - 1) === SPACE && !this.isAtEnd;
  }

  /** Leaves a line of which nothing but a comment is left, and goes to the next with content. */
  leave(): void {
    if (!this.isAtEnd) {
      if (!this.isAtComment) throw NOT_SIMPLE;
      this.comments.push(this.#spanOf(this.at, this.end));
    }
    let end = this.end;
    while (this.text.charCodeAt(end - 1) === SPACE) end--;
    this.leftAt = end;
    this.advance();
  }
}
