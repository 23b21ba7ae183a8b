import type { SpanEdit } from '../../text/spanEdit.ts';
import type { SyntaxProblem } from '../parsed.ts';
import type { Broken, Repair } from './broken.ts';
import { insertion } from './edits.ts';
import type { Token } from './tokens.ts';

/** Backslashes in double quotes that begin no escape: `"C:\Users"`. */
export function backslash(broken: Broken): readonly Repair[] {
  if (broken.code !== 'BAD_DQ_ESCAPE') return [];
  const { scan, text } = broken;
  const problems: SyntaxProblem[] = [];
  const edits: SpanEdit[] = [];
  for (const token of scan.tokens) {
    if (token.kind !== 'double-quoted-scalar') continue;
    const places = badEscapes(text, token);
    const [first] = places;
    if (first === undefined) continue;
    const insertions = places.map((at) => insertion(at, '\\'));
    for (const edit of insertions) edits.push(edit);
    const span = { start: first, end: first + 2 };
    const escape = text.slice(span.start, span.end);
    const message = `In double quotes a backslash has a special meaning, and \`${escape}\` has none; write \`\\\\\` for a backslash.`;
    problems.push({ message, span, fixes: [{ title: 'Double the backslash', edits: insertions, preferred: true }] });
  }
  return [{ problems, edits }];
}

/** One character behind the backslash, or so many hexadecimal digits more; also the end of a line. */
const ESCAPE = /(?:[0abefnrtvNLP_"/\\ \t\n]|\r\n|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})/y;

function badEscapes(text: string, { start, end }: Token): number[] {
  const places: number[] = [];
  for (let at = text.indexOf('\\', start); at !== -1 && at < end - 1; at = text.indexOf('\\', at)) {
    ESCAPE.lastIndex = at + 1;
    const isEscape = ESCAPE.test(text);
    if (!isEscape) places.push(at);
    at = isEscape ? ESCAPE.lastIndex : at + 1;
  }
  return places;
}
