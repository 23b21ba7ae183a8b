import stringWidth from 'string-width';
import type { SourceText } from '../../../text/sourceText.ts';
import type { Span } from '../../../text/span.ts';
import { printable } from './printable.ts';

/** A line of the source and what to underline in it, in columns of a terminal. */
export interface Excerpt {
  /** From 1. */
  readonly lineNumber: number;
  readonly text: string;
  /** Columns before the marked part. */
  readonly before: number;
  /** Columns of the marked part, at least 1. */
  readonly width: number;
}

const TAB_STOP = 4;
/** Characters shown at most of a line, the first marked one among them. */
const MOST_CHARACTERS = 110;
const MOST_BEFORE = 60;

/**
 * The line on which a span begins. Tabs are blanks up to the next tab stop, wide characters take two columns, and of
 * a long line only what is around the span is shown.
 *
 * @param hide what must not be shown of the line; gives a text of the same length
 */
export function excerpt(source: SourceText, span: Span, hide: (line: string) => string): Excerpt {
  const { line } = source.positionAt(span.start);
  const { start: lineStart, end: lineEnd } = source.lineSpan(line);
  const shownLine = hide(source.text.slice(lineStart, lineEnd));
  const markStart = Math.min(Math.max(span.start - lineStart, 0), shownLine.length);
  const markEnd = Math.max(Math.min(span.end - lineStart, shownLine.length), markStart);
  const from = markStart > MOST_BEFORE && shownLine.length > MOST_CHARACTERS ? wholeCharacter(shownLine, markStart - MOST_BEFORE / 2) : 0;
  const to = wholeCharacter(shownLine, Math.min(shownLine.length, from + MOST_CHARACTERS));
  const cells = columns(shownLine.slice(from, to), from === 0 ? '' : '…');
  const before = cells.widthAt(markStart - from);
  const end = cells.widthAt(Math.min(markEnd, to) - from, true);
  return {
    lineNumber: line + 1,
    text: cells.text + (to < shownLine.length ? '…' : ''),
    before,
    width: Math.max(1, end - before),
  };
}

interface Columns {
  readonly text: string;
  /** Columns before the character with that index; `after`: those up to the end of what it is a part of. */
  widthAt(index: number, after?: boolean): number;
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });
const PLAIN = /^[\x20-\x7e]*$/;

function columns(line: string, prefix: string): Columns {
  if (PLAIN.test(line)) return { text: prefix + line, widthAt: (index) => prefix.length + index };
  let text = prefix;
  let width = prefix.length;
  const starts: { readonly index: number; readonly width: number }[] = [];
  for (const { segment, index } of SEGMENTER.segment(line)) {
    starts.push({ index, width });
    const shown = segment === '\t' ? ' '.repeat(TAB_STOP - (width % TAB_STOP)) : printable(segment);
    text += shown;
    width += stringWidth(shown);
  }
  starts.push({ index: line.length, width });
  return {
    text,
    widthAt: (index, after = false) => {
      const found = after ? starts.find((cell) => cell.index >= index) : starts.findLast((cell) => cell.index <= index);
      return found?.width ?? width;
    },
  };
}

/** The index, or the one before it where it would part a pair of surrogates. */
function wholeCharacter(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff ? index - 1 : index;
}
