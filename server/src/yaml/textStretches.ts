import type { Span } from '../text/span.ts';
import { tokensOf } from './tokens.ts';

/** Where a line that begins would be a part of a text of several lines: no comment can stand there. */
export function textStretches(text: string): readonly Span[] {
  const stretches: Span[] = [];
  for (const { type, span } of tokensOf(text)) {
    if (type === 'block-scalar') stretches.push(span);
    else if (type === 'scalar' || type.endsWith('-quoted-scalar')) stretches.push({ start: span.start + 1, end: span.end });
  }
  return stretches;
}
