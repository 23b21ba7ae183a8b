import type { Span } from '../../text/span.ts';

/** A dash, or the key of a map, at a column. */
export interface Level {
  readonly column: number;
  readonly kind: 'dash' | 'key';
}

/** How a line begins: `  - id: x` has a dash at column 2 and content at column 4, which is the key `id`. */
export interface LineShape {
  readonly indent: number;
  readonly dashes: readonly number[];
  /** Column of what follows the dashes; where nothing does, two right of the last dash. */
  readonly column: number;
  readonly contentStart: number;
  /** The key before `: `, where the line has one. */
  readonly key: Span | undefined;
  /** What follows the colon; without a key, what follows the dashes. Trailing blanks and a comment are left out. */
  readonly value: Span;
}

/** The lines of a text as the YAML library sees them: they end at LF or CRLF. A byte-order mark is part of none. */
export class Lines {
  readonly text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    const starts = [text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = starts;
  }

  get count(): number {
    return this.#starts.length;
  }

  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return Math.max(0, low - 1);
  }

  start(line: number): number {
    return this.#starts[line] ?? this.text.length;
  }

  /** Offset of the first character that is no space or tab, or of the line's end. */
  contentStart(line: number): number {
    const end = this.contentEnd(line);
    let at = this.start(line);
    while (at < end && isBlank(this.text.charCodeAt(at))) at++;
    return at;
  }

  /** Offset after the last character that is no blank. */
  contentEnd(line: number): number {
    const start = this.start(line);
    let at = line + 1 < this.count ? this.start(line + 1) - 1 : this.text.length;
    while (at > start && isTrailing(this.text.charCodeAt(at - 1))) at--;
    return at;
  }

  indent(line: number): number {
    return this.contentStart(line) - this.start(line);
  }

  content(line: number): string {
    return this.text.slice(this.contentStart(line), this.contentEnd(line));
  }

  indentation(line: number): Span {
    return { start: this.start(line), end: this.contentStart(line) };
  }

  /** Whether the line has something besides blanks and a comment. */
  hasContent(line: number): boolean {
    const start = this.contentStart(line);
    return start < this.contentEnd(line) && this.text.charCodeAt(start) !== HASH;
  }

  /** Whether the line parts two documents: `---` or `...` at the left margin. */
  isDocumentMark(line: number): boolean {
    const start = this.start(line);
    const mark = this.text.slice(start, start + 3);
    return (mark === '---' || mark === '...') && /^\s?$/.test(this.text.charAt(start + 3));
  }

  /** The first line with content at or after this one. */
  contentLineFrom(line: number): number | undefined {
    for (let i = Math.max(0, line); i < this.count; i++) if (this.hasContent(i)) return i;
    return undefined;
  }

  contentLineBefore(line: number): number | undefined {
    for (let i = Math.min(line, this.count) - 1; i >= 0; i--) if (this.hasContent(i)) return i;
    return undefined;
  }

  /** The line behind the last with content below this one that is indented deeper. */
  blockEnd(line: number): number {
    const indent = this.indent(line);
    let end = line + 1;
    for (let i = this.contentLineFrom(end); i !== undefined && this.indent(i) > indent; i = this.contentLineFrom(i + 1))
      end = i + 1;
    return end;
  }

  /** Where unquoted text that begins at `from` ends on its line: before a comment and the blanks around it. */
  plainEnd(from: number): number {
    const end = this.contentEnd(this.lineAt(from));
    let at = commentStart(this.text, from, end);
    if (at === -1) return Math.max(from, end);
    while (at > from && isBlank(this.text.charCodeAt(at - 1))) at--;
    return at;
  }

  shape(line: number): LineShape {
    const lineStart = this.start(line);
    const end = this.contentEnd(line);
    const indent = this.indent(line);
    const dashes: number[] = [];
    let at = this.contentStart(line);
    while (this.text.charCodeAt(at) === DASH && (at + 1 >= end || isBlank(this.text.charCodeAt(at + 1)))) {
      dashes.push(at - lineStart);
      at++;
      while (at < end && isBlank(this.text.charCodeAt(at))) at++;
    }
    const lastDash = dashes.at(-1);
    const column = at < end || lastDash === undefined ? at - lineStart : lastDash + 2;
    const key = keySpan(this.text, at, end);
    let valueStart = at;
    if (key !== undefined) {
      valueStart = key.end;
      while (this.text.charCodeAt(valueStart) !== COLON) valueStart++;
      valueStart++;
      while (valueStart < end && isBlank(this.text.charCodeAt(valueStart))) valueStart++;
    }
    const value = { start: valueStart, end: this.plainEnd(valueStart) };
    return { indent, dashes, column, contentStart: at, key, value };
  }

  /** The maps and lists that a line could continue, the innermost first. Lines for which `skip` holds are passed over. */
  levelsAbove(line: number, skip: (line: number) => boolean = () => false): Level[] {
    const levels: Level[] = [];
    let column = Infinity;
    for (let i = this.contentLineBefore(line); i !== undefined && column >= 0; i = this.contentLineBefore(i)) {
      if (skip(i)) continue;
      const shape = this.shape(i);
      const found: Level[] = shape.dashes.map((dash) => ({ column: dash, kind: 'dash' }));
      if (shape.key !== undefined) found.push({ column: shape.column, kind: 'key' });
      for (const level of found.reverse()) {
        // A list may stand at the column of its key.
        if (
          level.column < column ||
          (level.column === column && level.kind === 'key' && levels.at(-1)?.kind === 'dash')
        ) {
          levels.push(level);
          column = level.column;
        }
      }
      if (column === 0 && levels.at(-1)?.kind === 'key') break;
      if (this.isDocumentMark(i)) break;
    }
    return levels;
  }
}

const BYTE_ORDER_MARK = 0xfeff;
const HASH = 35;
const DASH = 45;
const COLON = 58;

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

function isTrailing(code: number): boolean {
  return isBlank(code) || code === 13;
}

/** A key is one quoted text or words, then a colon with a blank or the line's end behind it. */
function keySpan(text: string, start: number, end: number): Span | undefined {
  const first = text.charAt(start);
  if (start >= end || NO_KEY.has(first)) return undefined;
  if (first === '"' || first === "'") {
    const keyEnd = closingQuote(text, start, end) + 1;
    if (keyEnd === 0) return undefined;
    let colon = keyEnd;
    while (isBlank(text.charCodeAt(colon))) colon++;
    return isColon(text, colon, end) ? { start, end: keyEnd } : undefined;
  }
  let colon = start;
  while (colon < end && !isColon(text, colon, end)) colon++;
  if (colon === end || commentStart(text, start, colon) !== -1) return undefined;
  let keyEnd = colon;
  while (keyEnd > start && isBlank(text.charCodeAt(keyEnd - 1))) keyEnd--;
  return { start, end: keyEnd };
}

const NO_KEY: ReadonlySet<string> = new Set('#,[]{}|>@`%:');

/** A colon that ends a key: a blank or the line's end follows. */
function isColon(text: string, at: number, end: number): boolean {
  return text.charCodeAt(at) === COLON && (at + 1 >= end || isBlank(text.charCodeAt(at + 1)));
}

/** Offset of the quote that closes the one at `start`, or -1. */
function closingQuote(text: string, start: number, end: number): number {
  const quote = text.charAt(start);
  for (let at = start + 1; at < end; at++) {
    const character = text.charAt(at);
    if (character === '\\' && quote === '"') at++;
    else if (character === quote && quote === "'" && text.charAt(at + 1) === "'") at++;
    else if (character === quote) return at;
  }
  return -1;
}

/** Offset of the `#` that begins a comment, or -1: the first one at `start` or behind a blank. */
function commentStart(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) === HASH && (at === start || isBlank(text.charCodeAt(at - 1)))) return at;
  }
  return -1;
}
