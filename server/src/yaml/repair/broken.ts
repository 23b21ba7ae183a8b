import type { ErrorCode } from 'yaml';
import type { Span } from '../../text/span.ts';
import type { SpanEdit } from '../../text/spanEdit.ts';
import type { SyntaxProblem } from '../parsed.ts';
import type { Lines } from './lines.ts';
import type { ReadingError } from './read.ts';
import type { Scan } from './scan.ts';

/** Something that would let the library read on. Places are those of the broken text. */
export interface Repair {
  readonly problems: readonly SyntaxProblem[];
  readonly edits: readonly SpanEdit[];
  /** What the cause reaches: other problems in there may be its doing, and are not reported beside it. */
  readonly covers?: Span | undefined;
  /** Whether what it mends is wrong on its own account, even if the library's first error stays. */
  readonly isEvident?: boolean | undefined;
}

/** Looks at a broken text and says what may be wrong with it: nothing, or one or more repairs, the likeliest first. */
export type Repairer = (broken: Broken) => readonly Repair[];

/** A text and one thing in it that the library objects to. */
export class Broken {
  readonly scan: Scan;
  readonly code: ErrorCode;
  /** The library's own words, by which its errors of one code are told apart. */
  readonly message: string;
  readonly start: number;
  readonly end: number;

  constructor(scan: Scan, error: ReadingError) {
    this.scan = scan;
    this.code = error.code;
    this.message = error.message;
    this.start = Math.max(0, Math.min(error.start, scan.text.length));
    this.end = Math.max(this.start, Math.min(error.end, scan.text.length));
  }

  get text(): string {
    return this.scan.text;
  }

  get lines(): Lines {
    return this.scan.lines;
  }

  /** The line that the error points to. */
  get line(): number {
    return this.lines.lineAt(this.start);
  }

  /** From the line that the error points to up to the line with content that follows what it spans. */
  get neighbourhood(): { readonly first: number; readonly last: number } {
    const endLine = this.lines.lineAt(this.end);
    return { first: this.line, last: this.lines.contentLineFrom(endLine + 1) ?? endLine };
  }

  /** Whether the error stands where a line's own content begins, dashes aside. */
  get isAtLineContent(): boolean {
    return this.start <= this.lines.shape(this.line).contentStart;
  }
}
