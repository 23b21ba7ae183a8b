import type { Span } from '../../text/span.ts';
import type { Broken, Repair } from './broken.ts';
import { blanking, excerpt, fixable, insertion, stopgap } from './edits.ts';
import type { Lines } from './lines.ts';
import { isBelowList } from './siblings.ts';
import { isQuoted } from './tokens.ts';

/** A key that nothing follows, as while it is being typed; or a line of text where a key belongs. */
export function missingColon(broken: Broken): readonly Repair[] {
  const { lines, text } = broken;
  const line = lineToBlame(broken);
  if (line === undefined) return [];
  const { contentStart } = lines.shape(line);
  const span = { start: contentStart, end: lines.plainEnd(contentStart) };
  const words = text.slice(span.start, span.end);
  const firstWord = FIRST_WORD.exec(words)?.[1];
  const isOneWord = !/\s/.test(words);
  if (opensBlock(broken, line)) return [{ ...colonAt(span.end, excerpt(words), span), covers: blockSpan(lines, line) }];
  if (firstWord !== undefined && !isOneWord) {
    const end = span.start + firstWord.length;
    return [colonAt(end, firstWord, { start: span.start, end }), blank(broken, line)];
  }
  if (!isOneWord) return [blank(broken, line)];
  const [{ problems }, { edits }] = [colonAt(span.end, excerpt(words), span), blank(broken, line)];
  return [{ problems, edits }];
}

/** The line of the key without a colon: the library points to it or, at the top of a document, to the next key. */
function lineToBlame(broken: Broken): number | undefined {
  const { lines, scan, code, message, start, line } = broken;
  if (code === 'UNEXPECTED_TOKEN' && /(?:at node end|token in YAML stream)/.test(message) && broken.isAtLineContent) {
    const above = lines.contentLineBefore(line);
    if (above === undefined || scan.isInside(above)) return undefined;
    const { key, dashes } = lines.shape(above);
    return key === undefined && dashes.length === 0 ? above : undefined;
  }
  if (code !== 'MULTILINE_IMPLICIT_KEY' && !message.startsWith('Implicit map keys')) return undefined;
  const token = scan.tokenAt(start);
  if (token === undefined || (token.kind !== 'scalar' && !isQuoted(token))) return undefined;
  const { contentStart, key } = lines.shape(line);
  return token.start === contentStart && key === undefined ? line : undefined;
}

/** A word as keys are, with a value behind it. */
const FIRST_WORD = /^([a-z][a-z0-9_]*)[ \t]+[^\s:]/;

function colonAt(at: number, word: string, span: Span): Repair {
  return fixable(`\`${word}\` needs a colon after it.`, span, 'Insert a colon', [insertion(at, ':')]);
}

/** Whether what would be the key's value stands below it. */
function opensBlock({ scan, lines }: Broken, line: number): boolean {
  const below = lines.contentLineFrom(line + 1);
  if (below === undefined) return false;
  const { column, dashes } = lines.shape(line);
  const shape = lines.shape(below);
  if (shape.dashes.length === 0) return shape.key !== undefined && shape.indent > column;
  if (shape.indent !== column || dashes.length > 0) return shape.indent > column;
  // A list may stand at the column of its key; but then it may be that of a key above, and go on below this line.
  return !isBelowList(scan, line);
}

function blockSpan(lines: Lines, line: number): Span {
  return { start: lines.start(line), end: lines.start(lines.blockEnd(line)) };
}

/** Takes out this line and those below it that the library reads as one text with it. */
function blank({ lines, scan, text, code }: Broken, line: number): Repair {
  const { contentStart } = lines.shape(line);
  const span = { start: contentStart, end: lines.plainEnd(contentStart) };
  const token = scan.tokenAt(contentStart);
  const lastLine = lines.lineAt(Math.max(contentStart, (token?.end ?? contentStart) - 1));
  const edits = [blanking(text, span)];
  for (let below = line + 1; below < (code === 'MULTILINE_IMPLICIT_KEY' ? lastLine : lastLine + 1); below++) {
    edits.push(blanking(text, { start: lines.contentStart(below), end: lines.plainEnd(lines.contentStart(below)) }));
  }
  return stopgap({ message: 'This line has no key; write `key: value`, or # before it to make it a comment.', span }, edits);
}
