import type { Broken, Repair } from './broken.ts';
import { fixable, insertion } from './edits.ts';

/** A closing bracket at the end of a line whose opening one is missing: `period: start: 2024-03-01, end: 2024-05-29 }`. */
export function missingOpener(broken: Broken): readonly Repair[] {
  const { lines, scan, text, line } = broken;
  const { dashes, contentStart, key, value } = lines.shape(line);
  const closer = text.charAt(value.end - 1);
  if ((closer !== '}' && closer !== ']') || scan.openBrackets(contentStart).length > 0) return [];
  const content = text.slice(value.start, value.end);
  if (/^[{[]/.test(content) || !/,|:[ \t]/.test(content) || depthAt(text, value.start, value.end) >= 0) return [];
  const opener = closer === '}' ? '{' : '[';
  const message = `This ${closer} has no ${opener} before it; add one.`;
  const span = { start: value.end - 1, end: value.end };
  const places = new Set([...(dashes.length > 0 && key !== undefined ? [contentStart] : []), value.start]);
  return [...places].map((at) => fixable(message, span, `Add ${opener}`, [insertion(at, `${opener} `)]));
}

/** How many more brackets are opened than closed in a stretch of text, quoted text left out. */
function depthAt(text: string, start: number, end: number): number {
  let depth = 0;
  let quote = '';
  for (let at = start; at < end; at++) {
    const character = text.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if ('{['.includes(character)) depth++;
    else if ('}]'.includes(character)) depth--;
  }
  return depth;
}
