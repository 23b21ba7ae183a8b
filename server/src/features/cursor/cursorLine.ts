import type { Analysis } from '../../analysis.ts';
import type { SourceText } from '../../text/sourceText.ts';
import type { Span } from '../../text/span.ts';
import { Lines, type LineShape } from '../../yaml/repair/lines.ts';
import { closingQuote } from './brackets.ts';
import type { Written } from './slot.ts';

/** The line that the cursor is on, as it is written. */
export class CursorLine {
  readonly source: SourceText;
  readonly text: string;
  readonly offset: number;
  readonly number: number;
  readonly start: number;
  /** Before the line's comment and the blanks around it. */
  readonly contentEnd: number;
  readonly shape: LineShape;
  /** Behind the anchor or tag that the content begins with. */
  readonly contentStart: number;
  /** Whether the cursor is behind the `#` of a comment. */
  readonly isInComment: boolean;
  readonly hasComment: boolean;
  readonly #lines: Lines;

  constructor(analysis: Analysis, offset: number) {
    this.source = analysis.source;
    this.text = analysis.source.text;
    this.offset = offset;
    this.#lines = new Lines(this.text);
    this.number = this.#lines.lineAt(offset);
    this.start = this.#lines.start(this.number);
    const end = this.#lines.contentEnd(this.number);
    const comment = analysis.comments.find((each) => each.start >= this.start && each.start < end);
    this.isInComment = comment !== undefined && comment.start < offset;
    this.hasComment = comment !== undefined;
    this.contentEnd = comment === undefined ? end : this.#withoutBlanks(comment.start);
    this.shape = this.#lines.shape(this.number);
    this.contentStart = this.#behindProperties(this.shape.contentStart);
  }

  /** Whether the line separates documents, ends one or gives directions to the YAML reader. */
  get isMarker(): boolean {
    return /^(?:---|\.\.\.|%)/.test(this.text.slice(this.start, this.start + 3));
  }

  get isBlank(): boolean {
    return this.shape.dashes.length === 0 && this.contentStart >= this.contentEnd;
  }

  /** Column of the content; of the cursor on an empty line. */
  get column(): number {
    if (this.isBlank) return this.offset - this.start;
    return this.shape.contentStart < this.contentEnd ? this.shape.column : this.lastDash + 2;
  }

  get lastDash(): number {
    return this.shape.dashes.at(-1) ?? 0;
  }

  /** The key before the colon, without an anchor or tag. */
  get key(): Span | undefined {
    const { key } = this.shape;
    return key === undefined || key.start >= this.contentEnd ? undefined : { start: Math.min(this.contentStart, key.end), end: key.end };
  }

  /** Where the value behind the key begins, behind its anchor or tag. */
  get valueStart(): number {
    return this.#behindProperties(this.shape.value.start);
  }

  /** Whether an anchor or tag stands between the key and its value. */
  hasProperties(valueStart: number): boolean {
    return this.shape.value.start < valueStart;
  }

  /** The last line above with something besides blanks and comments. */
  get lineAbove(): LineShape | undefined {
    const above = this.#lines.contentLineBefore(this.number);
    return above === undefined ? undefined : this.#lines.shape(above);
  }

  /** The next line below with something besides blanks and comments. */
  get lineBelow(): LineShape | undefined {
    const below = this.#lines.contentLineFrom(this.number + 1);
    return below === undefined ? undefined : this.#lines.shape(below);
  }

  shapeOfLineAt(offset: number): LineShape {
    return this.#lines.shape(this.#lines.lineAt(offset));
  }

  /** What is written from `start` to `end`, or to the cursor where that stands behind it. */
  written(start: number, end: number): Written {
    const from = Math.min(start, this.offset);
    const to = Math.max(from, end, this.offset);
    const quote = this.text.charAt(from);
    // Before its quotes the cursor can only replace the whole.
    if ((quote !== '"' && quote !== "'") || this.offset <= from) return this.#word({ start: from, end: to }, { start: from, end: to }, undefined, true);
    const closed = closingQuote(this.text, from) === to;
    return this.#word({ start: from + 1, end: closed ? to - 1 : to }, { start: from, end: to }, quote, closed);
  }

  #word(span: Span, outer: Span, quote: Written['quote'], closed: boolean): Written {
    return { span, outer, typed: this.text.slice(span.start, this.offset), quote, closed };
  }

  #behindProperties(from: number): number {
    const properties = /^(?:[&!]\S*[ \t]+)+/.exec(this.text.slice(from, this.contentEnd));
    return from + (properties?.[0].length ?? 0);
  }

  #withoutBlanks(end: number): number {
    let at = end;
    while (at > this.start && /[ \t]/.test(this.text.charAt(at - 1))) at--;
    return at;
  }
}
