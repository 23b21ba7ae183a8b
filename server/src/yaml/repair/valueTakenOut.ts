import type { Span } from '../../text/span.ts';
import type { Repair } from './broken.ts';
import { blanking, excerpt, stopgap } from './edits.ts';

/** Reads on without the value of a key, for the sake of what stands below it. */
export function valueTakenOut(text: string, key: Span, value: Span): Repair {
  const name = excerpt(text.slice(key.start, key.end));
  const message = `\`${name}\` has a value on its line and lines below it; keep one of the two.`;
  return stopgap({ message, span: value }, [blanking(text, value)]);
}
