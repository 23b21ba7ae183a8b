import { missingColonBehind } from '../repair/missingColon.ts';
import { fixedSpan } from '../../text/span.ts';
import { readSimple, type SimpleYaml } from './readSimple.ts';

/** A line that is nothing but a word. */
const WORD = /^( *)([a-z_][\w-]{0,39})(?=\r?$)/gm;

/** How a line of a map or a list begins: dashes, then a key. */
const LINE = /^( *)((?:- +)*)(?:([^\s#'"[\]{}&*!|>%@`,?-][^\s:]*):(?= |\r?$))?/;

/** A comment where a key's value would be. */
const COMMENT_ALONE = /: +#/;

/**
 * Reads a text in which one line is a key without its colon yet, as it stands for most of the time while somebody types:
 * what mending would give (`halfTypedKey.test.ts`), without reading it several times by the library. Undefined for any other.
 */
export function readHalfTyped(text: string, spanOf = fixedSpan): SimpleYaml | undefined {
  const words = text.matchAll(WORD);
  const found = words.next().value;
  if (found === undefined || words.next().done !== true) return undefined;
  const [, { length: column } = '', word = ''] = found;
  const start = found.index + column;
  const end = start + word.length;
  if (!isBelowKey(text, found.index, column) || !isAboveKey(text, end, column)) return undefined;
  const simple = readSimple(text.slice(0, start) + ' '.repeat(word.length) + text.slice(end), spanOf);
  return simple && { ...simple, problem: missingColonBehind(word, spanOf(start, end), spanOf(end, end)) };
}

/** Whether a key of the same map stands above, on a line that nothing further left parts from it. */
function isBelowKey(text: string, start: number, column: number): boolean {
  const above = text.slice(0, start).split('\n');
  let isNext = true;
  for (let line = above.pop(); line !== undefined; line = above.pop()) {
    if (line.trim() === '') continue;
    const [whole, { length: indent } = '', { length: dashes } = '', key] = LINE.exec(line) ?? [];
    // To the library a comment may belong to what is left out.
    if (whole === undefined || (isNext && (line.startsWith('#', indent) || COMMENT_ALONE.test(line)))) return false;
    isNext = false;
    if (indent > column || line.startsWith('#', indent)) continue;
    return indent + dashes === column && key !== undefined;
  }
  return false;
}

/** Whether what follows is a key of the same map, something further left, or nothing: no block that would be the key's value. */
function isAboveKey(text: string, end: number, column: number): boolean {
  const next = text.slice(end).split('\n').slice(1).find((line) => line.trim() !== '');
  if (next === undefined) return true;
  const [whole, { length: indent } = '', { length: dashes } = '', key] = LINE.exec(next) ?? [];
  if (whole === undefined || next.startsWith('#', indent)) return false;
  return indent < column || (indent === column && dashes === 0 && key !== undefined);
}
