import type { SyntaxProblem } from '../parsed.ts';
import { backslash } from './backslash.ts';
import { blankLine } from './blankLine.ts';
import { blockScalar } from './blockScalar.ts';
import { bracket } from './bracket.ts';
import { Broken, type Repair, type Repairer } from './broken.ts';
import { conflictMarkers } from './conflictMarkers.ts';
import { continuation } from './continuation.ts';
import { dashInBrackets } from './dashInBrackets.ts';
import { documentMark } from './documentMark.ts';
import { indentation } from './indentation.ts';
import { listBesideKey } from './listBesideKey.ts';
import { MendedText } from './mendedText.ts';
import { missingColon } from './missingColon.ts';
import { missingComma } from './missingComma.ts';
import { missingDash } from './missingDash.ts';
import { missingOpener } from './missingOpener.ts';
import { missingSpace } from './missingSpace.ts';
import { inPlainWords, isReadable } from './plainWords.ts';
import { Report } from './report.ts';
import { readOnce, type Reading, type ReadingError } from './read.ts';
import { Scan } from './scan.ts';
import { strayLine } from './strayLine.ts';
import { tabs } from './tabs.ts';
import { textBehindValue } from './textBehindValue.ts';
import { unclosedQuote } from './unclosedQuote.ts';
import { unquotedText } from './unquotedText.ts';
import { unusualBlanks } from './unusualBlanks.ts';

/** What was read of a broken text after mending a copy of it. The problems are in the file's places, in its order. */
export interface Mended {
  readonly copy: MendedText;
  readonly reading: Reading;
  readonly problems: readonly SyntaxProblem[];
  /** Whether a repair was judged by how many errors the whole text has, those that it leaves far below included. */
  readonly wereErrorsCounted: boolean;
}

/** The causes that bring about the most errors elsewhere come first. */
const REPAIRERS: readonly Repairer[] = [
  conflictMarkers,
  tabs,
  unusualBlanks,
  continuation,
  documentMark,
  blockScalar,
  unclosedQuote,
  backslash,
  missingOpener,
  bracket,
  dashInBrackets,
  missingComma,
  textBehindValue,
  missingSpace,
  listBesideKey,
  unquotedText,
  missingColon,
  strayLine,
  missingDash,
  indentation,
  blankLine,
];

/** Mending reads the copy again for each attempt: so many times at most, until it was so many lexemes in all (a second or two). */
const MOST_READINGS = 40;
const MOST_LEXEMES = 250_000;

/**
 * Mends what the library objects to, one cause after the other, until it reads on to the end or no repair helps.
 * @param hidden what is to be mended first, though the library does not object to it.
 */
export function mend(text: string, firstReading: Reading, hidden: Repair | undefined): Mended {
  const attempts = new Attempts(firstReading);
  const report = new Report(text);
  let copy = MendedText.of(text);
  let reading = firstReading;
  if (hidden !== undefined) {
    report.add(hidden, copy);
    const mended = copy.apply(hidden.edits);
    const next = attempts.read(mended.text);
    if (next !== undefined) [copy, reading] = [mended, next];
  }
  for (;;) {
    const error = firstUnreadable(reading);
    if (error === undefined) break;
    const broken = new Broken(new Scan(copy.text), error);
    const step = bestRepair(broken, copy, reading, attempts);
    report.add(step?.repair ?? { problems: [inPlainWords(broken)] }, copy);
    if (step === undefined) break;
    ({ copy, reading } = step);
  }
  const scan = new Scan(copy.text);
  for (const error of reading.errors) {
    if (isReadable(error)) report.add({ problems: [inPlainWords(new Broken(scan, error))] }, copy);
  }
  return { copy, reading, problems: report.inOrder(), wereErrorsCounted: attempts.wereErrorsCounted };
}

class Attempts {
  wereErrorsCounted = false;
  #readings = MOST_READINGS;
  #lexemes = MOST_LEXEMES;
  #last: number;

  constructor(first: Reading) {
    this.#last = first.lexemes;
  }

  get areLeft(): boolean {
    return this.#readings > 0 && this.#lexemes > 0;
  }

  read(text: string): Reading | undefined {
    const reading = readOnce(text);
    this.#readings--;
    this.#last = reading?.lexemes ?? this.#last;
    this.#lexemes -= this.#last;
    return reading;
  }
}

interface Step {
  readonly repair: Repair;
  readonly copy: MendedText;
  readonly reading: Reading;
}

/** The repair of the first repairer that helps; of several, the one that lets the library read on furthest. */
function bestRepair(broken: Broken, copy: MendedText, reading: Reading, attempts: Attempts): Step | undefined {
  for (const repairer of REPAIRERS) {
    let best: Step | undefined;
    let reach = -1;
    for (const repair of repairer(broken)) {
      if (!attempts.areLeft) return best;
      const mended = copy.apply(repair.edits);
      const next = attempts.read(mended.text);
      if (next === undefined) continue;
      const step = { repair, copy: mended, reading: next };
      const error = firstUnreadable(next);
      if (error === undefined) return step;
      const at = mended.originalOffset(error.start);
      if (at <= reach || !helps(broken, copy, reading, step, attempts)) continue;
      best = step;
      reach = at;
    }
    if (best !== undefined) return best;
  }
  return undefined;
}

/** Whether a repair leaves only errors below what it mended, or fewer on its line. */
function helps(broken: Broken, copy: MendedText, before: Reading, { repair, copy: mended, reading }: Step, attempts: Attempts): boolean {
  const error = firstUnreadable(reading);
  if (error === undefined) return true;
  const { lines } = broken;
  const at = mended.originalOffset(error.start);
  const line = lines.lineAt(Math.max(repair.problems[0]?.span.start ?? 0, repair.edits[0]?.span.start ?? 0));
  if (at < copy.originalOffset(lines.start(line))) return false;
  if (repair.isEvident === true) return true;
  if (at === copy.originalOffset(broken.start) && error.code === broken.code) return false;
  const isBelow = line + 1 < lines.count && at >= copy.originalOffset(lines.start(line + 1));
  if (isBelow) return true;
  attempts.wereErrorsCounted = true;
  return reading.errors.length < before.errors.length;
}

function firstUnreadable(reading: Reading): ReadingError | undefined {
  return reading.errors.find((error) => !isReadable(error));
}
