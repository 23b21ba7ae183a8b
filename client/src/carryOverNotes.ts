import type { CarriedOver, CarryOverNote } from '../../server/src/protocol/carryOver.ts';
import { letterByLetter } from './letterByLetter.ts';

/** In characters. */
const LONGEST_LABEL = 70;

/** An entry of the list that VS Code shows. */
export interface NoteItem {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly isHeading: boolean;
  /** Zero-based, in the new plan; undefined for a heading. */
  readonly line?: number;
}

export function noteItems({ notes }: CarriedOver): NoteItem[] {
  const headings = { decide: 'To decide', done: 'Done' } as const;
  return (['decide', 'done'] as const).flatMap((kind) => {
    const items = notes.filter((note) => note.kind === kind).map(asItem);
    return items.length === 0 ? [] : [{ label: headings[kind], isHeading: true }, ...items];
  });
}

export function summary({ year, notes }: CarriedOver): string {
  const open = notes.filter(({ kind }) => kind === 'decide').length;
  return open === 0 ? `Carried over to ${year}` : `Carried over to ${year}: ${open} to decide`;
}

/** The list has one line for each; a message that is longer goes on below it, from where it makes a pause. */
function asItem({ message, line }: CarryOverNote): NoteItem {
  const [, first = message, rest] = message.length <= LONGEST_LABEL ? [] : (/^(.{8,75}[.:?;]) (.+)$/.exec(message) ?? []);
  return { label: letterByLetter(first), isHeading: false, description: `line ${line + 1}`, ...(rest !== undefined && { detail: letterByLetter(rest) }), line };
}

/** A change of a text, in lines of the text before: from the first to the last, which became so many. */
export interface LinesChanged {
  readonly first: number;
  readonly last: number;
  readonly lines: number;
}

/** The notes after the text was edited, each with the place that it is about. The changes are in any order and do not overlap. */
export function movedNotes(notes: readonly CarryOverNote[], changes: readonly LinesChanged[]): readonly CarryOverNote[] {
  const fromTheEnd = [...changes].sort((a, b) => b.first - a.first);
  return notes.map((note) => ({
    ...note,
    line: fromTheEnd.reduce((line, { first, last, lines }) => (line <= first ? line : line <= last ? Math.min(line, first + lines - 1) : line + lines - 1 - (last - first)), note.line),
  }));
}
