import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import { anchorsIn } from '../yaml/anchors.ts';

/** An anchor that is repeated, and where its last alias ends: they all stand behind it. */
interface Repeated {
  readonly anchor: Span;
  readonly lastEnd: number;
}

/** Of one text it may be asked once for each of what may be ten thousand fixes. */
const REPEATED = new WeakMap<SourceText, readonly Repeated[]>();

/** Whether a stretch of text has an anchor that something outside it repeats: without the anchor that could not be read. */
export function holdsNeededAnchor(source: SourceText, { start, end }: Span): boolean {
  if (!source.text.slice(start, end).includes('&')) return false;
  const repeated = repeatedIn(source);
  for (let index = firstFrom(repeated, start); index < repeated.length; index++) {
    const { anchor, lastEnd } = repeated[index] as Repeated;
    if (anchor.end > end) return false;
    if (lastEnd > end) return true;
  }
  return false;
}

/** In the order of the text. */
function repeatedIn(source: SourceText): readonly Repeated[] {
  let repeated = REPEATED.get(source);
  if (repeated === undefined) {
    repeated = anchorsIn(source.text).flatMap(({ anchor, aliases }): Repeated[] => {
      const last = aliases.at(-1);
      return anchor === undefined || last === undefined ? [] : [{ anchor, lastEnd: last.end }];
    });
    REPEATED.set(source, repeated);
  }
  return repeated;
}

/** The index of the first anchor that begins at an offset or behind it. */
function firstFrom(repeated: readonly Repeated[], offset: number): number {
  let low = 0;
  let high = repeated.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((repeated[middle] as Repeated).anchor.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
