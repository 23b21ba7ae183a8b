import type { Span } from '../../text/span.ts';
import type { SyntaxProblem } from '../parsed.ts';
import type { Broken, Repair } from './broken.ts';
import { blanking, blankingLines, excerpt, insertion, stopgap } from './edits.ts';
import type { Lines } from './lines.ts';
import { isBelowList, siblingsOf } from './siblings.ts';
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
  const wordAlone = colonAt(span.end, excerpt(words), span);
  if (opensBlock(broken, line)) {
    const opener = { ...wordAlone, covers: blockSpan(lines, line) };
    const interrupter = blank(broken, line);
    return interruptsList(broken, line) ? [interrupter, opener] : [opener, interrupter];
  }
  if (firstWord !== undefined) {
    const end = span.start + firstWord.length;
    return [colonAt(end, firstWord, { start: span.start, end }), blank(broken, line)];
  }
  if (!ONE_KEY.test(words)) return [blank(broken, line)];
  return [{ ...wordAlone, edits: blank(broken, line).edits }];
}

/** The line of the key without a colon: the library points to it or, where a comment ends the text, to the next key. */
function lineToBlame(broken: Broken): number | undefined {
  const { lines, scan, code, message, start, line } = broken;
  const culprit = lines.contentLineFrom(line);
  if (culprit !== undefined && start <= lines.contentStart(culprit)) {
    const above = lines.contentLineBefore(culprit);
    const isText = above !== undefined && !scan.isInside(above) && lines.shape(above).key === undefined;
    const lower = lines.shape(culprit);
    // At the top of a document the text may be indented by anything.
    const isBeside =
      isText && (lower.indent === lines.shape(above).column || (code === 'UNEXPECTED_TOKEN' && lower.indent === 0));
    if (isBeside && lower.key !== undefined) return above;
  }
  if (code !== 'MULTILINE_IMPLICIT_KEY' && !message.startsWith('Implicit map keys')) return undefined;
  const token = scan.tokenAt(start);
  if (token === undefined || (token.kind !== 'scalar' && !isQuoted(token))) return undefined;
  const { contentStart, key } = lines.shape(line);
  return token.start === contentStart && key === undefined ? line : undefined;
}

/** A word as keys are: those of a plan have small letters only. */
const ONE_KEY = /^(?:[a-z_<][\w<-]*|"[^"]*"|'[^']*')$/;

/** The same with a value behind it. */
const FIRST_WORD = /^([a-z][a-z0-9_]*)[ \t]+[^\s:]/;

function colonAt(at: number, word: string, span: Span): Repair {
  return { problems: [missingColonBehind(word, span, { start: at, end: at })], edits: [insertion(at, ':')] };
}

/** @param behind where the colon belongs */
export function missingColonBehind(word: string, span: Span, behind: Span): SyntaxProblem {
  return { message: `\`${word}\` needs a colon after it.`, span, fixes: [{ title: 'Insert a colon', edits: [{ span: behind, newText: ':' }] }] };
}

/** Whether what would be the key's value stands below it. */
function opensBlock(broken: Broken, line: number): boolean {
  const { scan, lines } = broken;
  const below = lines.contentLineFrom(line + 1);
  if (below === undefined) return false;
  const { column, dashes } = lines.shape(line);
  const shape = lines.shape(below);
  if (shape.dashes.length === 0) return shape.key !== undefined && shape.indent > column;
  if (shape.indent !== column || dashes.length > 0) return shape.indent > column;
  // A list may stand at the column of its key; but then it may be that of a key above, and go on below this line.
  return !isBelowList(scan, line) || !goesOnWith(broken, line, below);
}

/** Whether the entry below is of the kind of the last one above a line: with a key, or without. */
function goesOnWith({ scan, lines }: Broken, line: number, below: number): boolean {
  const above = siblingsOf(scan, line).findLast((sibling) => sibling.line < line && sibling.kind === 'dash');
  const next = lines.shape(below);
  const isBegun = next.contentStart >= lines.contentEnd(below);
  return above === undefined || isBegun || (above.shape.key === undefined) === (next.key === undefined);
}

/** Whether the entry below begins like one of a list above that was not at its end. */
function interruptsList({ lines, text }: Broken, line: number): boolean {
  const below = lines.contentLineFrom(line + 1);
  if (below === undefined) return false;
  const next = lines.shape(below);
  const name = (key: Span | undefined): string | undefined =>
    key === undefined ? undefined : text.slice(key.start, key.end);
  for (let above = lines.contentLineBefore(line); above !== undefined; above = lines.contentLineBefore(above)) {
    const shape = lines.shape(above);
    if (shape.indent < next.indent) return false;
    if (shape.indent === next.indent)
      return next.dashes.length > 0 && next.key !== undefined && name(shape.key) === name(next.key);
  }
  return false;
}

function blockSpan(lines: Lines, line: number): Span {
  return { start: lines.start(line), end: lines.start(lines.blockEnd(line)) };
}

/** Takes out this line and those below it that the library reads as one text with it. */
function blank(broken: Broken, line: number): Repair {
  const { lines, scan, code } = broken;
  const { contentStart } = lines.shape(line);
  const token = scan.tokenAt(contentStart);
  const lastLine = lines.lineAt(Math.max(contentStart, (token?.end ?? contentStart) - 1));
  // The last line of a text over several lines, which the library took for a key, is one.
  const end = code === 'MULTILINE_IMPLICIT_KEY' ? Math.max(line + 1, lastLine) : lastLine + 1;
  const first = blanking(broken.text, { start: contentStart, end: lines.plainEnd(contentStart) });
  const message = 'This line has no key; write `key: value`, or # before it to make it a comment.';
  return stopgap({ message, span: first.span }, [first, ...blankingLines(broken, line + 1, end)]);
}
