import type { Span } from '../../text/span.ts';
import type { SpanEdit } from '../../text/spanEdit.ts';
import type { SyntaxFix } from '../parsed.ts';
import type { Broken, Repair } from './broken.ts';
import { blanking } from './edits.ts';

/** Lines of one conflict that version control left in the file; `base` where it shows the common ancestor, too. */
interface Conflict {
  readonly ours: number;
  readonly base: number | undefined;
  readonly parting: number;
  readonly theirs: number;
}

/** Reads on with the first side of each conflict. */
export function conflictMarkers(broken: Broken): readonly Repair[] {
  const { lines, text } = broken;
  const conflicts = findConflicts(broken);
  if (conflicts.length === 0) return [];
  const edits: SpanEdit[] = [];
  const problems = conflicts.map((conflict) => {
    const marker = linesSpan(broken, conflict.ours, conflict.ours);
    edits.push(
      blanking(text, marker),
      blanking(text, linesSpan(broken, conflict.base ?? conflict.parting, conflict.theirs)),
    );
    const span = { start: lines.start(conflict.ours), end: lines.contentEnd(conflict.ours) };
    return { message: MESSAGE, span, fixes: [keepFirst(broken, conflict), keepSecond(broken, conflict)] };
  });
  return [{ problems, edits }];
}

const MESSAGE = 'A merge left two versions here; keep one of them and remove the marker lines.';

function keepFirst(broken: Broken, { ours, base, parting, theirs }: Conflict): SyntaxFix {
  const after = linesSpan(broken, base ?? parting, theirs);
  return { title: 'Keep the first version', edits: [removal(linesSpan(broken, ours, ours)), removal(after)] };
}

function keepSecond(broken: Broken, { ours, parting, theirs }: Conflict): SyntaxFix {
  const before = linesSpan(broken, ours, parting);
  return { title: 'Keep the second version', edits: [removal(before), removal(linesSpan(broken, theirs, theirs))] };
}

function removal(span: Span): SpanEdit {
  return { span, newText: '' };
}

/** Whole lines with their line breaks. */
function linesSpan({ lines }: Broken, first: number, last: number): Span {
  return { start: lines.start(first), end: lines.start(last + 1) };
}

function findConflicts({ lines, text }: Broken): Conflict[] {
  const conflicts: Conflict[] = [];
  let ours: number | undefined;
  let base: number | undefined;
  let parting: number | undefined;
  for (let line = 0; line < lines.count; line++) {
    const marker = markerAt(text, lines.start(line));
    if (marker === '<') [ours, base, parting] = [line, undefined, undefined];
    else if (marker === '|' && ours !== undefined && parting === undefined) base = line;
    else if (marker === '=' && ours !== undefined) parting = line;
    else if (marker === '>' && ours !== undefined && parting !== undefined) {
      conflicts.push({ ours, base, parting, theirs: line });
      ours = undefined;
    }
  }
  return conflicts;
}

/** Seven of one of `<|=>` at the start of a line, with a blank or the line's end behind them. */
function markerAt(text: string, start: number): string | undefined {
  const character = text.charAt(start);
  if (character === '' || !'<|=>'.includes(character) || !text.startsWith(character.repeat(7), start)) return undefined;
  const next = text.charAt(start + 7);
  return next === '' || /\s/.test(next) ? character : undefined;
}
