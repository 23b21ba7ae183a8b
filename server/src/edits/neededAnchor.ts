import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import { anchorsIn } from '../yaml/anchors.ts';

/** Whether a stretch of text has an anchor that something outside it repeats: without the anchor that could not be read. */
export function holdsNeededAnchor({ text }: SourceText, { start, end }: Span): boolean {
  if (!text.slice(start, end).includes('&')) return false;
  const isInside = (place: Span): boolean => start <= place.start && place.end <= end;
  return anchorsIn(text).some(({ anchor, aliases }) => anchor !== undefined && isInside(anchor) && !aliases.every(isInside));
}
