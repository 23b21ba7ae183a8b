import type { Span } from '../../text/span.ts';
import type { Broken, Repair } from './broken.ts';
import { excerpt, fixable, insertion, quoting } from './edits.ts';
import { endInBrackets, type Token } from './tokens.ts';

/** Two entries in brackets without a comma between them: `{ start: 2024-03-01 end: 2024-05-29 }`. */
export function missingComma(broken: Broken): readonly Repair[] {
  const { scan, lines, text, start } = broken;
  if (scan.openBrackets(start).length === 0) return [];
  const before = scan.significantBefore(start);
  const token = scan.tokenAt(start);
  if (before === undefined || token === undefined) return [];
  if (broken.message.startsWith('Missing ,')) return [commaBehind(broken, before)];
  if (token.kind !== 'scalar' || token.start !== start || text.charAt(token.end) !== ':') return [];
  // The library takes the value and the next key for one key, or the next key for the value.
  const words = text.slice(token.start, token.end);
  const valueEnd = words.slice(0, lastWordStart(words)).trimEnd().length;
  if (valueEnd > 0) return [commaBehind(broken, { start, end: start + valueEnd })];
  if (lines.lineAt(before.end) < broken.line) return [commaBehind(broken, before)];
  return before.kind === 'map-value-ind' ? [colonInside(broken, token)] : [];
}

/** `start: 2024: x` between brackets. */
function colonInside({ lines, text }: Broken, token: Token): Repair {
  const end = endInBrackets(text, token.end, lines.plainEnd(token.end));
  const message = 'A colon and a space inside text need quotes around the text.';
  const span = { start: token.end, end: token.end + 1 };
  return fixable(message, span, 'Put the text in quotes', quoting(text, { start: token.start, end }));
}

function commaBehind({ lines, text }: Broken, value: Span): Repair {
  const lineStart = lines.contentStart(lines.lineAt(value.end - 1));
  const span = { start: Math.max(value.start, lineStart), end: value.end };
  const message = `A comma is missing after \`${excerpt(text.slice(span.start, span.end))}\`.`;
  return fixable(message, span, 'Insert a comma', [insertion(value.end, ',')], true);
}

function lastWordStart(words: string): number {
  let at = words.length;
  while (at > 0 && /\S/.test(words.charAt(at - 1))) at--;
  return at;
}
