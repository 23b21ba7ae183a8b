import { findBracketFaults, type BracketFault } from './bracketFaults.ts';
import type { Broken, Repair } from './broken.ts';
import { fixable, spaces } from './edits.ts';
import { closerOf, isQuoted, type Token } from './tokens.ts';
import { isClosed } from './unclosedQuote.ts';

/** Text in quotes or entries in brackets that go on below, no deeper than the key they belong to, up to their end. */
export function continuation(broken: Broken): readonly Repair[] {
  const { scan, lines, start, end } = broken;
  const quoted = scan.significantBefore(start);
  if (quoted !== undefined && isQuoted(quoted) && !isClosed(scan.text.slice(quoted.start, quoted.end))) {
    const last = closingQuoteLine(broken, quoted);
    return last === undefined ? [] : [indented(broken, quoted, lines.lineAt(quoted.start) + 1, last, 'text in quotes')];
  }
  const fault = findBracketFaults(scan).find(
    ({ kind, region }) => kind === 'unclosed' && region.start <= end && start <= region.end,
  );
  const [opening] = fault?.open ?? [];
  if (fault === undefined || opening === undefined) return [];
  const last = closingBracketLine(broken, fault);
  return last === undefined ? [] : [indented(broken, opening, lines.lineAt(fault.at), last, 'brackets')];
}

/** More lines than that are no text that somebody forgot to indent. */
const MOST_LINES = 20;

/** The line below that ends with the quote, if those up to it look like nothing but text. */
function closingQuoteLine({ lines, text }: Broken, { start }: Token): number | undefined {
  const first = lines.lineAt(start);
  for (let line = first + 1; line < Math.min(lines.count, first + MOST_LINES); line++) {
    const { key, dashes } = lines.shape(line);
    if (key !== undefined || dashes.length > 0 || lines.isDocumentMark(line)) return undefined;
    const quotes = lines.content(line).split(text.charAt(start)).length - 1;
    if (quotes > 0)
      return quotes === 1 && text.charAt(lines.contentEnd(line) - 1) === text.charAt(start) ? line : undefined;
  }
  return undefined;
}

/** The line below on which all brackets that are open are closed. */
function closingBracketLine({ lines, text }: Broken, { open, at }: BracketFault): number | undefined {
  const expected: string[] = open.map((opening) => closerOf(text, opening));
  const first = lines.lineAt(at);
  for (let line = first; line < Math.min(lines.count, first + MOST_LINES); line++) {
    if (lines.shape(line).dashes.length > 0 || lines.isDocumentMark(line)) return undefined;
    for (const [bracket] of lines.content(line).matchAll(QUOTED_OR_BRACKET)) {
      if (bracket === '{') expected.push('}');
      else if (bracket === '[') expected.push(']');
      else if ((bracket === '}' || bracket === ']') && expected.pop() !== bracket) return undefined;
      if (expected.length === 0) return line;
    }
  }
  return undefined;
}

const QUOTED_OR_BRACKET = /"(?:[^"\\]|\\.)*"|'[^']*'|[{}[\]]/g;

function indented({ lines }: Broken, opening: Token, first: number, last: number, what: string): Repair {
  const column = lines.shape(lines.lineAt(opening.start)).column + 2;
  const wrong = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((line) => {
    return lines.hasContent(line) && (lines.indent(line) < column - 1 || lines.text.charAt(lines.start(line)) === '\t');
  });
  const edits = wrong.map((line) => ({ span: lines.indentation(line), newText: ' '.repeat(column) }));
  const start = lines.contentStart(wrong[0] ?? first);
  const message = `This line belongs to the ${what} above it; indent it by ${spaces(column)}.`;
  return fixable(message, { start, end: start + 1 }, `Indent by ${spaces(column)}`, edits);
}
