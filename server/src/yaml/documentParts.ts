/** One document of a file, cut where its activities begin and end. Offsets in the file. */
export interface DocumentParts {
  readonly start: number;
  /** Where the list of activities begins, or the document ends. */
  readonly headEnd: number;
  /** Where each entry of the list begins, at the start of its line; empty without a block list. */
  readonly entries: readonly number[];
  /** Where the keys behind the list begin, at the start of a line; undefined without any. */
  readonly tail: number | undefined;
  readonly end: number;
  /**
   * The blocks with a line that may mean something else than it seems, 0 for the head: a tab in the indentation,
   * something further left than the entries, or what may part two versions.
   */
  readonly doubtful: ReadonlySet<number>;
}

/** The same document as one block. */
export function inOneBlock({ start, end, doubtful }: DocumentParts): DocumentParts {
  return { start, headEnd: end, entries: [], tail: undefined, end, doubtful: new Set(doubtful.size === 0 ? [] : [0]) };
}

/** Where each block of a document begins, and the last ends. */
export function boundsOf({ start, headEnd, entries, tail, end }: DocumentParts): number[] {
  return [start, ...(entries.length === 0 ? [] : [headEnd, ...entries.slice(1)]), ...(tail === undefined ? [] : [tail]), end];
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const HASH = 35;
const PERCENT = 37;
const DASH = 45;
const DOT = 46;
const TAB = 9;

/** A key at the margin, and what its value in the same line begins with. */
const KEY_AT_MARGIN = /^[A-Za-z_][\w-]*:(?:\s+([^\s#])|\s|$)/;

/** With these begin the lines that version control leaves in a file with two versions of something. */
const MAY_BE_CONFLICT = '<|=>';

/**
 * Cuts a file into its documents, and each of them before every entry of its activities and behind the last. Undefined where a line may
 * mean something else to other documents: directives, the end of a document.
 */
export function splitDocuments(text: string): readonly DocumentParts[] | undefined {
  // A carriage return alone is a line break to YAML.
  if (text.includes('\r') && /\r(?!\n)/.test(text)) return undefined;
  const splitter = new Splitter(text);
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed + 1;
    if (!splitter.line(start, end)) return undefined;
    start = end;
  }
  return splitter.finish();
}

class Splitter {
  readonly #text: string;
  readonly #parts: DocumentParts[] = [];
  #start = 0;
  #hasContent = false;
  #headEnd: number | undefined;
  /** Where a list may begin: after `activities:`. */
  #listMayBegin = false;
  #dashColumn = -1;
  #entries: number[] = [];
  #tail: number | undefined;
  /** Whether the last key of the tail has no value in its line: a list may be it. */
  #tailListMayBegin = false;
  #doubtful = new Set<number>();

  constructor(text: string) {
    this.#text = text;
  }

  finish(): readonly DocumentParts[] {
    this.#close(this.#text.length);
    return this.#parts;
  }

  /** False where the file cannot be cut. */
  line(start: number, end: number): boolean {
    const text = this.#text;
    let at = start;
    while (at < end && text.charCodeAt(at) === SPACE) at++;
    const code = text.charCodeAt(at);
    if (code === TAB) return this.#doubt();
    if (at >= end || code === LINE_FEED || code === HASH) return true;
    if (code === CARRIAGE_RETURN) return true;
    const column = at - start;
    if (column === 0 && (code === PERCENT || code === DOT)) return false;
    if (column === 0 && text.startsWith('---', start)) return this.#mark(start, end);
    if (column === 0 && MAY_BE_CONFLICT.includes(text.charAt(at))) return this.#doubt();
    return this.#content(start, at, column, end);
  }

  /** A line `---`; with something behind it the document begins on that line. */
  #mark(start: number, end: number): boolean {
    if (!/^---\s*(?:\s#.*\s*)?$/.test(this.#text.slice(start, end))) return false;
    if (this.#hasContent) {
      this.#close(start);
      this.#start = start;
    }
    this.#hasContent = true;
    return true;
  }

  #content(start: number, at: number, column: number, end: number): boolean {
    this.#hasContent = true;
    const isEntry = this.#text.charCodeAt(at) === DASH && /^-(?:\s|$)/.test(this.#text.slice(at, at + 2));
    if (this.#dashColumn >= 0) return column > this.#dashColumn || (column === this.#dashColumn && isEntry ? this.#entry(start) : this.#behindEntries(start, column, end));
    if (this.#listMayBegin && isEntry) {
      this.#dashColumn = column;
      this.#headEnd = start;
      this.#entries.push(start);
      return true;
    }
    this.#listMayBegin = column === 0 && /^activities:\s*(?:\s#.*\s*)?$/.test(this.#text.slice(start, end));
    return true;
  }

  #entry(start: number): true {
    if (this.#tail !== undefined) {
      if (this.#tailListMayBegin) return true;
      // A key at the margin that has a value already, and then more entries: it was no tail.
      this.#tail = undefined;
      this.#doubt();
    }
    this.#entries.push(start);
    return true;
  }

  #behindEntries(start: number, column: number, end: number): true {
    const key = column === 0 ? KEY_AT_MARGIN.exec(this.#text.slice(start, end)) : null;
    if (key === null) return this.#tail === undefined ? this.#doubt() : true;
    this.#tail ??= start;
    this.#tailListMayBegin = key[1] === undefined;
    return true;
  }

  #doubt(): true {
    this.#hasContent = true;
    this.#doubtful.add(this.#entries.length + (this.#tail === undefined ? 0 : 1));
    return true;
  }

  #close(end: number): void {
    this.#parts.push({ start: this.#start, headEnd: this.#headEnd ?? end, entries: this.#entries, tail: this.#tail, end, doubtful: this.#doubtful });
    this.#headEnd = undefined;
    this.#entries = [];
    this.#tail = undefined;
    this.#doubtful = new Set();
    this.#dashColumn = -1;
    this.#listMayBegin = false;
  }
}
