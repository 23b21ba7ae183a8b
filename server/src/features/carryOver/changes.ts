import { insertKey, setEmptyValue } from '../../edits/mapEdits.ts';
import type { FileStyle } from '../../edits/fileStyle.ts';
import type { CarryOverNote } from '../../protocol/carryOver.ts';
import { SourceText } from '../../text/sourceText.ts';
import type { Span } from '../../text/span.ts';
import { textStretches } from '../../yaml/textStretches.ts';
import type { MapNode } from '../../yaml/node.ts';
import { asShown } from '../../text/asShown.ts';
import type { SpanEdit } from '../../text/spanEdit.ts';

const LONGEST_COMMENT = 100;

interface Noted extends Omit<CarryOverNote, 'line'> {
  /** In the text before. */
  readonly at: number;
}

/** What becomes of a text, and what is said about it. Offsets are those of the text before. */
export class Changes {
  readonly source: SourceText;
  /** Texts by the line that they are to stand above. */
  readonly #comments = new Map<number, string[]>();
  readonly #edits: SpanEdit[] = [];
  readonly #edited = new Set<string>();
  /** By what they say where. */
  readonly #notes = new Map<string, Noted>();
  /** Lines that hold nothing but a comment. */
  readonly #commentLines: ReadonlySet<number>;
  readonly #inserted = new Map<MapNode, Set<string>>();
  /** Lines that begin within a text, where a comment would be part of it. */
  readonly #textLines: ReadonlySet<number>;

  /** @param comments all of the file */
  constructor(source: SourceText, comments: readonly Span[]) {
    this.source = source;
    const isAlone = ({ start }: Span): boolean => source.text.slice(source.lineSpan(source.positionAt(start).line).start, start).trim() === '';
    this.#commentLines = new Set(comments.filter(isAlone).map(({ start }) => source.positionAt(start).line));
    this.#textLines = new Set(textStretches(source.text).flatMap((text) => linesBegunIn(text, source)));
  }

  /** What was done at a place. */
  done(at: number, message: string): void {
    this.#note({ kind: 'done', message, at });
  }

  /** What somebody has to look at. */
  decide(at: number, message: string): void {
    this.#note({ kind: 'decide', message, at });
  }

  /** The same, said in the text as well: above the line of the place. */
  decideInText(at: number, message: string, year: number): void {
    this.decide(at, message);
    this.comment(at, [toDecide(year, message)]);
  }

  /** Writes comments above the line of a place; above its plan's first line where they cannot stand there. */
  comment(at: number, lines: readonly string[], otherwise?: number): void {
    let { line } = this.source.positionAt(at);
    if (this.#isDashAlone(line - 1)) line--;
    // Such a comment is about the line below it.
    while (this.#commentLines.has(line - 1) && this.source.lineText(line - 1).includes('mips-disable-next-line')) line--;
    if (this.#textLines.has(line)) return otherwise === undefined ? undefined : this.comment(otherwise, lines);
    const there = this.#comments.get(line);
    if (there === undefined) this.#comments.set(line, [...lines]);
    else there.push(...lines.filter((text) => !there.includes(text)));
  }

  replace(span: Span, newText: string): void {
    if (!this.#edited.has(`${span.start} ${span.end}`)) this.#edit({ span, newText });
  }

  /** Gives a key of a map a value: in place of what stands there, of its alias, or behind a key. */
  write(map: MapNode, name: string, value: string, style: FileStyle, after: string): void {
    const entry = map.entries.find((each) => each.name === name);
    if (entry !== undefined && entry.key.origin === undefined) {
      if (entry.value !== undefined) return this.replace(entry.value.span, value);
      const edit = setEmptyValue(this.source, entry, value);
      return this.replace(edit.span, edit.newText);
    }
    const inserted = this.#inserted.get(map) ?? new Set();
    const edit = inserted.has(name) ? undefined : insertKey(this.source, map, { name, value }, style, after);
    // Two keys can come behind the same one.
    if (edit !== undefined) this.#edit(edit);
    this.#inserted.set(map, inserted.add(name));
  }

  /** The text as it becomes; where two changes meet, the first holds. */
  text(): string {
    return this.#apply().text;
  }

  finish(): { readonly text: string; readonly notes: readonly CarryOverNote[] } {
    const { text, moved } = this.#apply();
    const after = new SourceText(text);
    const inOrder = [...this.#notes.values()].sort((a, b) => Number(a.kind === 'done') - Number(b.kind === 'done') || a.at - b.at);
    return { text, notes: inOrder.map(({ kind, message, at }) => ({ kind, message: asShown(message), line: after.positionAt(moved(at)).line })) };
  }

  #edit(edit: SpanEdit): void {
    this.#edits.push(edit);
    this.#edited.add(`${edit.span.start} ${edit.span.end}`);
  }

  #note(note: Noted): void {
    this.#notes.set(`${note.at} ${note.kind} ${note.message}`, note);
  }

  #isDashAlone(line: number): boolean {
    return line >= 0 && /^\s*-\s*(?:&\S+\s*)?(?:#.*)?$/.test(this.source.lineText(line));
  }

  #apply(): { readonly text: string; readonly moved: (offset: number) => number } {
    const { text } = this.source;
    const edits = [...this.#commentEdits(), ...this.#edits].map((edit, index) => ({ ...edit, index }))
      .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || a.index - b.index);
    /** Where each edit ends in the text before, and how far what comes behind it has moved by then. */
    const ends: number[] = [];
    const shifts: number[] = [];
    let after = '';
    let at = 0;
    for (const { span, newText } of edits) {
      if (span.start < at) continue;
      after += text.slice(at, span.start) + newText;
      at = span.end;
      ends.push(span.end);
      shifts.push(after.length - at);
    }
    const moved = (offset: number): number => offset + (shifts[upTo(ends, offset) - 1] ?? 0);
    return { text: after + text.slice(at), moved };
  }

  #commentEdits(): readonly SpanEdit[] {
    const { lineEnd } = this.source;
    return [...this.#comments].map(([line, texts]) => {
      const { start } = this.source.lineSpan(line);
      const indentation = /^ */.exec(this.source.lineText(line))?.[0] ?? '';
      const lines = texts.flatMap((text) => wrapped(text, LONGEST_COMMENT - indentation.length));
      return { span: { start, end: start }, newText: lines.map((text) => `${indentation}# ${text}${lineEnd}`).join('') };
    });
  }
}

function linesBegunIn({ start, end }: Span, source: SourceText): readonly number[] {
  const first = source.positionAt(start).line;
  const last = source.positionAt(Math.max(start, end - 1)).line;
  const lines = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return lines.filter((line) => source.lineSpan(line).start >= start);
}

/** How many of the ascending offsets are not behind one. */
function upTo(offsets: readonly number[], offset: number): number {
  let [from, to] = [0, offsets.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((offsets[middle] ?? Infinity) <= offset) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** How a comment begins that somebody has to look at: what can be searched for. */
export function toDecide(year: number, message: string): string {
  return `To decide for ${year}. ${message}`;
}

/** Breaks a text between words; what is indented or quoted from the file stays in one line. */
function wrapped(text: string, width: number): readonly string[] {
  if (!text.startsWith('To decide')) return [text];
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(lines.length === 0 ? word : `  ${word}`);
  }
  return lines;
}
