import type { Broken, Repair } from './broken.ts';
import { fixable, insertion } from './edits.ts';

/** Two entries in brackets without a comma between them: `{ start: 2024-03-01 end: 2024-05-29 }`. */
export function missingComma(broken: Broken): readonly Repair[] {
  const { scan, text, start } = broken;
  const token = scan.tokenAt(start);
  if (token?.kind !== 'scalar' || token.start !== start || scan.openBrackets(start).length === 0) return [];
  if (text.charAt(token.end) !== ':') return [];
  // The library reads the value and the next key as one key.
  const words = text.slice(token.start, token.end);
  const keyStart = lastWordStart(words);
  const valueEnd = words.slice(0, Math.max(0, keyStart)).trimEnd().length;
  if (valueEnd === 0) return [];
  const key = words.slice(keyStart);
  const span = { start: token.start + keyStart, end: token.end };
  const message = `A comma is missing before \`${key}\`.`;
  return [fixable(message, span, 'Insert a comma', [insertion(token.start + valueEnd, ',')], true)];
}

function lastWordStart(words: string): number {
  let at = words.length;
  while (at > 0 && /\S/.test(words.charAt(at - 1))) at--;
  return at;
}
