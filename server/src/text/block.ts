import type { Span } from './span.ts';

/**
 * A stretch of a file that is read by itself and moves as a whole when something before it is edited. The spans inside
 * move with it, so that everything read from an untouched stretch can be kept: only the newest analysis of a document
 * may be read.
 */
export class Block {
  /** Offset in the file of the block's first character. */
  offset = 0;

  span(start: number, end: number): Span {
    return new SpanInBlock(this, start, end);
  }
}

class SpanInBlock implements Span {
  readonly #block: Block;
  readonly #start: number;
  readonly #end: number;

  constructor(block: Block, start: number, end: number) {
    this.#block = block;
    this.#start = start;
    this.#end = end;
  }

  get start(): number {
    return this.#block.offset + this.#start;
  }

  get end(): number {
    return this.#block.offset + this.#end;
  }
}
