import type { Span } from './span.ts';

/** One change of a text. Of several that belong together each is of the text before, and none overlaps another. */
export interface SpanEdit {
  readonly span: Span;
  readonly newText: string;
}
