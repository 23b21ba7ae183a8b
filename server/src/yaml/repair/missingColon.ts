import type { Span } from '../../text/span.ts';
import type { Broken, Repair } from './broken.ts';
import { blanking, excerpt, fixable, insertion, stopgap } from './edits.ts';
import type { Lines } from './lines.ts';
import { isQuoted } from './tokens.ts';

/** A key that nothing follows, as while it is being typed; or a line of text where a key belongs. */
export function missingColon(broken: Broken): readonly Repair[] {
  const { lines, scan, text, line } = broken;
  const isForKey = broken.code === 'MULTILINE_IMPLICIT_KEY' || broken.message.startsWith('Implicit map keys');
  const token = scan.tokenAt(broken.start);
  if (!isForKey || token === undefined || (token.kind !== 'scalar' && !isQuoted(token))) return [];
  const { contentStart, key } = lines.shape(line);
  if (token.start !== contentStart || key !== undefined) return [];
  const span = { start: contentStart, end: lines.plainEnd(contentStart) };
  const words = text.slice(span.start, span.end);
  const firstWord = FIRST_WORD.exec(words)?.[1];
  const isOneWord = !/\s/.test(words);
  if (opensBlock(broken)) return [{ ...colonAt(span.end, excerpt(words), span), covers: blockSpan(lines, line) }];
  if (firstWord !== undefined && !isOneWord) {
    return [colonAt(span.start + firstWord.length, firstWord, { start: span.start, end: span.start + firstWord.length }), blank(broken)];
  }
  if (!isOneWord) return [blank(broken)];
  const [{ problems }, { edits }] = [colonAt(span.end, excerpt(words), span), blank(broken)];
  return [{ problems, edits }];
}

/** A word as keys are, with a value behind it. */
const FIRST_WORD = /^([a-z][a-z0-9_]*)[ \t]+[^\s:]/;

function colonAt(at: number, word: string, span: Span): Repair {
  return fixable(`\`${word}\` needs a colon after it.`, span, 'Insert a colon', [insertion(at, ':')]);
}

/** Whether what would be the key's value stands below it. */
function opensBlock({ lines, line }: Broken): boolean {
  const below = lines.contentLineFrom(line + 1);
  if (below === undefined) return false;
  const { column, dashes } = lines.shape(line);
  const shape = lines.shape(below);
  if (shape.dashes.length > 0) return shape.indent > column || (shape.indent === column && dashes.length === 0);
  return shape.key !== undefined && shape.indent > column;
}

function blockSpan(lines: Lines, line: number): Span {
  return { start: lines.start(line), end: lines.start(lines.blockEnd(line)) };
}

/** Takes out this line and those below it that the library reads as one text with it. */
function blank({ lines, scan, text, line, code, start }: Broken): Repair {
  const { contentStart } = lines.shape(line);
  const span = { start: contentStart, end: lines.plainEnd(contentStart) };
  const token = scan.tokenAt(start);
  const lastLine = lines.lineAt(Math.max(start, (token?.end ?? start) - 1));
  const edits = [blanking(text, span)];
  for (let below = line + 1; below < (code === 'MULTILINE_IMPLICIT_KEY' ? lastLine : lastLine + 1); below++) {
    edits.push(blanking(text, { start: lines.contentStart(below), end: lines.plainEnd(lines.contentStart(below)) }));
  }
  return stopgap({ message: 'This line has no key; write `key: value`, or # before it to make it a comment.', span }, edits);
}
