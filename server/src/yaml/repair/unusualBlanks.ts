import type { Span } from '../../text/span.ts';
import type { SpanEdit } from '../../text/spanEdit.ts';
import type { SyntaxProblem } from '../parsed.ts';
import type { Broken, Repair } from './broken.ts';
import { Scan } from './scan.ts';

/** Characters that look like a space, or like nothing, and are neither space nor tab to YAML. */
const UNUSUAL = '\\u000b\\u000c\\u0085\\u00a0\\u1680\\u2000-\\u200f\\u2028\\u2029\\u202f\\u205f\\u2060\\u3000\\ufeff';
const RUN = new RegExp(`[${UNUSUAL}]+`, 'g');
const ANY = new RegExp(`[${UNUSUAL}]`);
/** Those without width: they are taken away, not replaced. */
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/g;

/** Where YAML wants a space: in the indentation, behind a dash, behind a key's colon. */
const INDENTATION = new RegExp(`^(?:[ \\t${UNUSUAL}]|-(?=[ \\t${UNUSUAL}]|$))*$`);
const BEHIND_KEY = /^[ \t]*(?:-[ \t]+)*[^\s"'#{[&*!|>:][^:]*:$/;
/** An indentation, dash or key of a plan is shorter than this. */
const LONGEST_PREFIX = 200;

const NAMES: ReadonlyMap<string, string> = new Map([
  ['\u00a0', 'A no-break space'],
  ['\u202f', 'A narrow no-break space'],
  ['\u2007', 'A figure space'],
  ['\u2009', 'A thin space'],
  ['\u200b', 'A zero-width space'],
  ['\u2060', 'A word joiner'],
  ['\u3000', 'An ideographic space'],
  ['\ufeff', 'A byte-order mark'],
]);

interface BlankRun extends Span {
  readonly line: number;
}

/** Unusual blanks in the place of ordinary ones, if some stand near the error. */
export function unusualBlanks(broken: Broken): readonly Repair[] {
  const { scan, text } = broken;
  if (!ANY.test(text)) return [];
  const { first, last } = broken.neighbourhood;
  const isNear = (line: number): boolean => first <= line && line <= last;
  const runs = runsForSpaces(scan, broken.start, isNear);
  return runs.some((run) => isNear(run.line)) ? [repairOf(scan, runs)] : [];
}

/** The same in a text that the library reads without objection, though hardly as it was meant. */
export function hiddenBlanks(text: string): Repair | undefined {
  if (!ANY.test(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)) return undefined;
  const scan = new Scan(text);
  const runs = runsForSpaces(scan, -1, () => false);
  return runs.length === 0 ? undefined : repairOf(scan, runs);
}

/** Runs that stand where a space belongs, or at the error; within a text only on lines near the error. */
function runsForSpaces(scan: Scan, errorStart: number, isNear: (line: number) => boolean): BlankRun[] {
  const { lines, text } = scan;
  const runs: BlankRun[] = [];
  for (const match of text.matchAll(RUN)) {
    const run = { start: match.index, end: match.index + match[0].length, line: lines.lineAt(match.index) };
    const lineStart = lines.start(run.line);
    if (run.start < lineStart || run.start - lineStart > LONGEST_PREFIX) continue;
    const prefix = text.slice(lineStart, run.start);
    const isForSpace = INDENTATION.test(prefix) || BEHIND_KEY.test(prefix);
    const isWithinText = scan.isInside(run.line) || (scan.isText(run.line) && !isNear(run.line));
    if (run.start === errorStart || (isForSpace && !isWithinText)) runs.push(run);
  }
  return runs;
}

/** One problem for neighbouring lines; its fix mends them all. */
function repairOf({ lines, text }: Scan, runs: readonly BlankRun[]): Repair {
  const blocks: BlankRun[][] = [];
  for (const run of runs) {
    const block = blocks.at(-1);
    const before = block?.at(-1)?.line;
    if (block !== undefined && before !== undefined && run.line <= (lines.contentLineFrom(before + 1) ?? before))
      block.push(run);
    else blocks.push([run]);
  }
  const edits = (block: readonly BlankRun[]): SpanEdit[] => {
    return block.map(({ start, end }) => ({ span: { start, end }, newText: spacesFor(text.slice(start, end)) }));
  };
  return { problems: blocks.map((block) => problemOf(text, block, edits(block))), edits: edits(runs) };
}

function spacesFor(characters: string): string {
  return ' '.repeat(characters.replace(INVISIBLE, '').length);
}

function problemOf(text: string, block: readonly BlankRun[], edits: readonly SpanEdit[]): SyntaxProblem {
  const { start, end } = block[0] ?? { start: 0, end: 0 };
  const character = text.charAt(start);
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  const isInvisible = spacesFor(text.slice(start, end)) === '';
  const name = NAMES.get(character) ?? (isInvisible ? 'An invisible character' : 'An unusual blank');
  const message = `${name} (U+${code}) is here; ${isInvisible ? 'remove it' : 'use an ordinary space'}.`;
  const title = isInvisible ? 'Remove it' : 'Replace with spaces';
  return { message, span: { start, end }, fixes: [{ title, edits, preferred: true }] };
}
