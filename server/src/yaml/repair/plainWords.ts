import type { ErrorCode } from 'yaml';
import type { Span } from '../../text/span.ts';
import type { SyntaxFix, SyntaxProblem } from '../parsed.ts';
import type { Broken } from './broken.ts';
import { insertion, quoting } from './edits.ts';
import type { ReadingError } from './read.ts';

/** An error in spite of which the library reads everything rightly, so that nothing has to be mended to read on. */
interface Readable {
  readonly code: ErrorCode;
  /** A part of the library's message, to tell errors of one code apart. */
  readonly part: string;
  readonly say: (broken: Broken) => SyntaxProblem;
}

export function isReadable(error: ReadingError): boolean {
  return readableOf(error.code, error.message) !== undefined;
}

/** The problem that an error of the library is, in plain words. */
export function inPlainWords(broken: Broken): SyntaxProblem {
  const readable = readableOf(broken.code, broken.message);
  if (readable !== undefined) return readable.say(broken);
  const line = broken.lines.contentLineFrom(broken.line) ?? broken.line;
  const span = { start: broken.lines.contentStart(line), end: broken.lines.contentEnd(line) };
  return { message: GENERAL, span: span.start < span.end ? span : here(broken), fixes: [] };
}

const GENERAL = 'This line does not fit the lines around it; check its indentation, colons, quotes and brackets.';

function readableOf(code: ErrorCode, message: string): Readable | undefined {
  return READABLE.find((readable) => readable.code === code && message.includes(readable.part));
}

/** The error's own place, one character of the line at least where there is one. */
function here(broken: Broken): Span {
  const lineEnd = broken.lines.contentEnd(broken.line);
  return { start: broken.start, end: Math.max(broken.start, Math.min(broken.end, lineEnd)) };
}

function plain(code: ErrorCode, part: string, message: string): Readable {
  return { code, part, say: (broken) => ({ message, span: here(broken), fixes: [] }) };
}

function withFix(code: ErrorCode, part: string, message: string, fix: (broken: Broken) => SyntaxFix): Readable {
  return { code, part, say: (broken) => ({ message, span: here(broken), fixes: [fix(broken)] }) };
}

const removeComma = (broken: Broken): SyntaxFix => {
  return { title: 'Remove the comma', edits: [{ span: { start: broken.start, end: broken.start + 1 }, newText: '' }] };
};

const READABLE: readonly Readable[] = [
  { code: 'BAD_SCALAR_START', part: '', say: badStart },
  plain('BAD_DIRECTIVE', 'Repeated', 'This line is there twice; remove one.'),
  plain(
    'BAD_DIRECTIVE',
    '',
    'A line that begins with % is an instruction to YAML, and this one means nothing to it; remove it.',
  ),
  plain(
    'MISSING_CHAR',
    'Missing directives-end',
    'Lines that begin with % need a line with three dashes, `---`, below them.',
  ),
  plain('ALIAS_PROPS', '', 'An alias (`*name`) can have no anchor or tag of its own; remove it.'),
  plain('BAD_PROP_ORDER', '', 'An anchor or tag belongs directly before the value; move it after this character.'),
  plain('MULTIPLE_ANCHORS', '', 'A value can have one anchor only; remove this one.'),
  plain('MULTIPLE_TAGS', '', 'A value can have one tag only; remove this one.'),
  plain('TAG_RESOLVE_FAILED', '', 'This value does not fit its tag; remove the tag (`!…`).'),
  plain('KEY_OVER_1024_CHARS', '', 'This key is longer than 1024 characters; shorten it.'),
  withFix('MISSING_CHAR', 'Comments must be', 'A comment needs a space before its `#`.', (broken) => {
    return { title: 'Insert a space', edits: [insertion(broken.start, ' ')], preferred: true };
  }),
  plain('MISSING_CHAR', 'Tags and anchors', 'An anchor or tag needs a space after it.'),
  plain('MISSING_CHAR', 'Missing space after :', 'Put a space after the colon.'),
  plain('MISSING_CHAR', 'Block collection cannot', 'Begin on the line below the three dashes.'),
  plain('MISSING_CHAR', 'Missing newline after', 'A list begins on the line below its anchor or tag.'),
  plain(
    'MISSING_CHAR',
    'more-indented leading',
    'The empty lines above are indented deeper than this text; remove their spaces.',
  ),
  plain('BAD_INDENT', 'Block scalar', 'This text must be indented deeper than its key.'),
  withFix('UNEXPECTED_TOKEN', 'Unexpected , in', 'There is nothing before this comma; remove it.', removeComma),
  plain('UNEXPECTED_TOKEN', 'Unexpected empty item', 'There is nothing between these commas; remove one.'),
  plain(
    'UNEXPECTED_TOKEN',
    'Block scalar header',
    'After `|` or `>` there can only be `+`, `-` or a digit; begin the text on the next line.',
  ),
  plain('UNEXPECTED_TOKEN', 'doc-end without', 'These three dots end nothing; remove them.'),
  plain('MULTILINE_IMPLICIT_KEY', 'flow sequence', 'Put the key and its colon on one line.'),
];

function badStart(broken: Broken): SyntaxProblem {
  const token = broken.scan.tokenAt(broken.start);
  const character = broken.text.charAt(broken.start);
  const span = { start: broken.start, end: broken.start + 1 };
  const message = `Text cannot begin with ${character}; put it in quotes.`;
  if (token === undefined || broken.lines.lineAt(token.end) !== broken.line) return { message, span, fixes: [] };
  return { message, span, fixes: [{ title: 'Put it in quotes', edits: quoting(broken.text, token), preferred: true }] };
}
