import type { Position, Range } from 'vscode-languageserver-types';
import type { Span } from './span.ts';

/** A text with its lines. Positions are LSP's: zero-based lines and UTF-16 code units. Lines end at LF, CRLF or CR. */
export class SourceText {
  #lineStarts: number[] | undefined;
  #lineEnd: '\n' | '\r\n' | undefined;

  constructor(readonly text: string) {}

  /** How the file ends its lines, to do the same in what is inserted. */
  get lineEnd(): '\n' | '\r\n' {
    this.#lineEnd ??= this.text.includes('\r\n') ? '\r\n' : '\n';
    return this.#lineEnd;
  }

  get lineCount(): number {
    return this.#starts().length;
  }

  /** Columns do not count a byte-order mark. */
  positionAt(offset: number): Position {
    const starts = this.#starts();
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) > clamped) high = middle;
      else low = middle + 1;
    }
    const line = Math.max(0, low - 1);
    return { line, character: Math.max(0, clamped - (starts[line] ?? 0)) };
  }

  offsetAt(position: Position): number {
    const starts = this.#starts();
    if (position.line < 0) return 0;
    const start = starts[position.line];
    if (start === undefined) return this.text.length;
    return Math.min(start + Math.max(0, position.character), this.#contentEnd(position.line));
  }

  rangeOf(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }

  /** Whether `rangeOf` would give that range, without a search. */
  isRangeOf({ start, end }: Range, span: Span): boolean {
    return this.#isPositionAt(start, span.start) && this.#isPositionAt(end, span.end);
  }

  #isPositionAt({ line, character }: Position, offset: number): boolean {
    const starts = this.#starts();
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    const [start, next] = [starts[line], starts[line + 1]];
    if (start === undefined || (next !== undefined && clamped >= next) || (line > 0 && clamped < start)) return false;
    return character === Math.max(0, clamped - start);
  }

  /** The span of a line without its line break. */
  lineSpan(line: number): Span {
    return { start: this.#starts()[line] ?? this.text.length, end: this.#contentEnd(line) };
  }

  lineText(line: number): string {
    const { start, end } = this.lineSpan(line);
    return this.text.slice(start, end);
  }

  #contentEnd(line: number): number {
    const next = this.#starts()[line + 1];
    if (next === undefined) return this.text.length;
    const twoBefore = this.text.charCodeAt(next - 2);
    return this.text.charCodeAt(next - 1) === LINE_FEED && twoBefore === CARRIAGE_RETURN ? next - 2 : next - 1;
  }

  #starts(): number[] {
    this.#lineStarts ??= findLineStarts(this.text);
    return this.#lineStarts;
  }
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const BYTE_ORDER_MARK = 0xfeff;

function findLineStarts(text: string): number[] {
  // The mark is no character of the first line, neither for an editor nor for a reader of columns.
  const starts = [text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0];
  if (!text.includes('\r')) {
    for (let feed = text.indexOf('\n'); feed !== -1; feed = text.indexOf('\n', feed + 1)) starts.push(feed + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === CARRIAGE_RETURN && text.charCodeAt(i + 1) === LINE_FEED) continue;
    if (code === LINE_FEED || code === CARRIAGE_RETURN) starts.push(i + 1);
  }
  return starts;
}
