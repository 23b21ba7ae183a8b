/** A stretch of the source text in UTF-16 code units from its first character; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Makes a span of two offsets: one that stays where it is, or one that moves with what it is a part of. */
export type SpanOf = (start: number, end: number) => Span;

export const fixedSpan: SpanOf = (start, end) => ({ start, end });

/**
 * Where something stands in the file.
 *
 * `span` is the place to show: where a value came through an alias (`*name`) or a merge key (`<<`), that is the
 * alias. `origin` is then the place where it is really written, below the anchor; otherwise it is undefined.
 */
export interface Place {
  readonly span: Span;
  readonly origin?: Span | undefined;
}

/** A part of a span, which moves with it. @param start offsets from the beginning of the whole */
export function spanWithin(whole: Span, start: number, end: number): Span {
  return new SpanWithin(whole, start, end);
}

class SpanWithin implements Span {
  readonly #whole: Span;
  readonly #start: number;
  readonly #end: number;

  constructor(whole: Span, start: number, end: number) {
    this.#whole = whole;
    this.#start = start;
    this.#end = end;
  }

  get start(): number {
    return this.#whole.start + this.#start;
  }

  get end(): number {
    return this.#whole.start + this.#end;
  }
}

/** From the beginning of one span to the end of another, each of which may move. */
export function spanAcross(first: Span, last: Span): Span {
  return new SpanAcross(first, last);
}

class SpanAcross implements Span {
  readonly #first: Span;
  readonly #last: Span;

  constructor(first: Span, last: Span) {
    this.#first = first;
    this.#last = last;
  }

  get start(): number {
    return this.#first.start;
  }

  get end(): number {
    return this.#last.end;
  }
}

export function spanContains(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
