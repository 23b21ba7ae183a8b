import type { Broken, Repair } from './broken.ts';
import { blanking, fixable, insertion, stopgap } from './edits.ts';
import { endInBrackets, isClosing, isQuoted, type Token } from './tokens.ts';

/** More text where a quoted text or brackets have ended: `'O'Neil'`, `"12" clinicians`, `[rural] x`. */
export function textBehindValue(broken: Broken): readonly Repair[] {
  const { scan, lines, text, start } = broken;
  if (broken.code !== 'UNEXPECTED_TOKEN' || broken.isAtLineContent) return [];
  const before = scan.significantBefore(start);
  if (before === undefined || lines.lineAt(before.start) !== broken.line) return [];
  const surplus = { start, end: surplusEnd(broken) };
  if (surplus.end <= surplus.start) return [];
  if (isClosing(before)) {
    return [
      stopgap({ message: 'There is text after the closing bracket; remove it.', span: surplus }, [
        blanking(text, surplus),
      ]),
    ];
  }
  if (!isQuoted(before)) return [];
  const lineStart = lines.contentStart(broken.line);
  if (before.start === lineStart) {
    const line = { start: lineStart, end: surplus.end };
    return [stopgap({ message: 'This line has no key; write `key: value`.', span: line }, [blanking(text, line)])];
  }
  const quote = text.charAt(before.start);
  if (text.charAt(surplus.end - 1) === quote && before.end - before.start > 2)
    return [innerQuotes(broken, before, surplus.end)];
  const message = 'There is text after the closing quote; put it inside the quotes or remove it.';
  return [stopgap({ message, span: surplus }, [blanking(text, surplus)])];
}

/** In brackets text ends at a comma or the closing bracket, elsewhere with its line. */
function surplusEnd({ scan, text, lines, start }: Broken): number {
  const end = lines.plainEnd(start);
  return scan.openBrackets(start).length === 0 ? end : endInBrackets(text, start, end);
}

/** Quotes inside a quoted text have to be told from the one that closes it. */
function innerQuotes({ text }: Broken, token: Token, end: number): Repair {
  const quote = text.charAt(token.start);
  const edits = [];
  for (let at = token.end - 1; at < end - 1; at++) {
    if (text.charAt(at) === '\\') at++;
    else if (text.charAt(at) === quote) edits.push(insertion(at, quote === '"' ? '\\' : "'"));
  }
  const span = { start: token.end - 1, end: token.end };
  return quote === '"'
    ? fixable('This quote closes the text too early; write it as \\".', span, 'Write it as \\"', edits)
    : fixable("This apostrophe closes the text too early; write it twice ('').", span, 'Write it twice', edits);
}
