import type { Span } from '../../text/span.ts';
import type { SpanEdit } from '../../text/spanEdit.ts';
import type { SyntaxFix, SyntaxProblem } from '../parsed.ts';
import type { Repair } from './broken.ts';
import type { Lines } from './lines.ts';

export function insertion(at: number, newText: string): SpanEdit {
  return { span: { start: at, end: at }, newText };
}

/** Puts as many spaces in the place of what a span covers; line breaks stay. */
export function blanking(text: string, span: Span): SpanEdit {
  return { span, newText: text.slice(span.start, span.end).replace(/[^\r\n]/g, ' ') };
}

/** The same for all that stands on some lines, comments aside. */
export function blankingLines(
  { lines, text }: { readonly lines: Lines; readonly text: string },
  first: number,
  end: number,
): SpanEdit[] {
  const edits: SpanEdit[] = [];
  for (let line = first; line < end; line++) {
    const start = lines.contentStart(line);
    if (lines.hasContent(line)) edits.push(blanking(text, { start, end: lines.plainEnd(start) }));
  }
  return edits;
}

/** Puts text that stands unquoted into single quotes. */
export function quoting(text: string, span: Span): SpanEdit[] {
  const edits = [insertion(span.start, "'")];
  for (let at = span.start; at < span.end; at++) if (text.charAt(at) === "'") edits.push(insertion(at, "'"));
  edits.push(insertion(span.end, "'"));
  return edits;
}

/** A repair whose edits are what the user should do, too. */
export function fixable(
  message: string,
  span: Span,
  title: string,
  edits: readonly SpanEdit[],
  preferred?: boolean,
): Repair {
  const fix: SyntaxFix = preferred === undefined ? { title, edits } : { title, edits, preferred };
  return { problems: [{ message, span, fixes: [fix] }], edits };
}

/** A repair that only lets the library read on: what the user should do is for the user to decide. */
export function stopgap(problem: Omit<SyntaxProblem, 'fixes'>, edits: readonly SpanEdit[]): Repair {
  return { problems: [{ ...problem, fixes: [] }], edits };
}

/** The beginning of a text, on one line, for use in a message. */
export function excerpt(text: string): string {
  const line = text.split(/[\r\n]/, 1)[0]?.trim() ?? '';
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

export function spaces(count: number): string {
  return count === 1 ? '1 space' : `${String(count)} spaces`;
}
