import type { Span } from '../../text/span.ts';
import type { Broken, Repair } from './broken.ts';
import { fixable, insertion } from './edits.ts';
import { endInBrackets, isQuoted, type Token } from './tokens.ts';

/** A quote without its fellow; also one that found a fellow in another text, lines below. */
export function unclosedQuote(broken: Broken): readonly Repair[] {
  const token = quotedTokenToBlame(broken);
  if (token === undefined) return [];
  const { text } = broken;
  const quote = text.charAt(token.start);
  const opening = { start: token.start, end: token.start + 1 };
  const at = contentEnd(broken, token);
  const otherQuote = quote === '"' ? "'" : '"';
  const content = text.slice(token.start + 1, at);
  if (content.length > 1 && content.indexOf(otherQuote) === content.length - 1) {
    const edits = [{ span: { start: at - 1, end: at }, newText: quote }];
    const message = `This text begins with ${quote} and ends with ${otherQuote}; use the same quote at both ends.`;
    return [{ ...fixable(message, opening, `End it with ${quote}`, edits), isEvident: true }];
  }
  // A backslash would take the quote behind it for part of the text.
  const escape = quote === '"' && /(?:^|[^\\])(?:\\\\)*\\$/.test(content.slice(-64)) ? '\\' : '';
  const message = `The quote opened here is not closed; add ${quote} at the end of the text.`;
  const repair = fixable(message, opening, `Add ${quote} at the end`, [insertion(at, escape + quote)]);
  return [{ ...repair, covers: belowOf(broken, token), isEvident: !isClosed(text.slice(token.start, token.end)) }];
}

/** The lines below that the text seemed to reach over, as far as they are indented deeper. */
function belowOf({ lines }: Broken, token: Token): Span {
  const blockEnd = lines.start(lines.blockEnd(lines.lineAt(token.start)));
  return { start: token.start, end: Math.max(token.start, Math.min(token.end, blockEnd)) };
}

function quotedTokenToBlame(broken: Broken): Token | undefined {
  const { scan, lines, start, message } = broken;
  if (message.startsWith('Missing closing')) {
    const token = scan.significantBefore(start);
    return token !== undefined && isQuoted(token) ? token : undefined;
  }
  const spansLines = (token: Token | undefined): token is Token => {
    return token !== undefined && isQuoted(token) && lines.lineAt(token.start) < lines.lineAt(token.end);
  };
  const at = scan.tokenAt(start);
  if (spansLines(at)) return at;
  const before = scan.significantBefore(start);
  if (before !== undefined && isQuoted(before) && !isClosed(scan.text.slice(before.start, before.end))) return before;
  if (before !== undefined && isQuoted(before) && endsWithAnOpeningQuote(broken, before)) return before;
  return spansLines(before) && lines.lineAt(before.end) === broken.line ? before : undefined;
}

/** `'2024-03-01, end: '2024-05-29'` between brackets: what closes the first text was meant to open the second. */
function endsWithAnOpeningQuote({ scan, text, start }: Broken, token: Token): boolean {
  if (token.end !== start || scan.openBrackets(token.start).length === 0) return false;
  return /[,:][ \t]+$/.test(text.slice(token.start, token.end - 1).slice(-64));
}

/** The library does not notice that `'it''` lacks its end. */
export function isClosed(quoted: string): boolean {
  const quote = quoted.charAt(0);
  let at = 1;
  while (at < quoted.length && quoted.charAt(at) !== quote) at += quoted.charAt(at) === '\\' && quote === '"' ? 2 : 1;
  while (quote === "'" && quoted.charAt(at + 1) === quote) {
    at += 2;
    while (at < quoted.length && quoted.charAt(at) !== quote) at++;
  }
  return at < quoted.length;
}

/** Where the quoted text probably ends. */
function contentEnd(broken: Broken, token: Token): number {
  const { scan, lines, text } = broken;
  const line = lines.lineAt(token.start);
  const lineEnd = beforeComment(text, token.start + 1, lines.contentEnd(line));
  const rest = text.slice(token.start + 1, lineEnd);
  const colon = rest.search(/:(?:[ \t]|$)/);
  const inBrackets = scan.openBrackets(token.start).length > 0;
  const before = scan.significantBefore(token.start);
  const isKey = inBrackets
    ? before?.kind === 'flow-map-start' || before?.kind === 'comma'
    : lines.shape(line).contentStart === token.start;
  if (isKey && colon > 0) return token.start + 1 + rest.slice(0, colon).trimEnd().length;
  if (inBrackets) return endInBrackets(text, token.start + 1, lineEnd);
  return isKey ? lineEnd : lastTextLineEnd(broken, token, line, lineEnd);
}

/** Lines below belong to the text as long as they are indented deeper and look like nothing else. */
function lastTextLineEnd({ lines, text }: Broken, token: Token, line: number, lineEnd: number): number {
  const { column } = lines.shape(line);
  let end = lineEnd;
  for (let below = line + 1; below < lines.count && lines.start(below) < token.end; below++) {
    const shape = lines.shape(below);
    if (!lines.hasContent(below) || shape.indent <= column || shape.key !== undefined || shape.dashes.length > 0) break;
    end = beforeComment(text, lines.contentStart(below), lines.contentEnd(below));
  }
  return end;
}

/** A `#` with blanks around it is a comment rather than part of the text (`#4` may well be part of it). */
function beforeComment(text: string, start: number, end: number): number {
  const comment = text.slice(start, end).search(/(?:^|[ \t])#(?:[ \t]|$)/);
  let at = comment === -1 ? end : start + comment;
  while (at > start && /[ \t]/.test(text.charAt(at - 1))) at--;
  return at;
}
