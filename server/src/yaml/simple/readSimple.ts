import { fixedSpan, type Span, type SpanOf } from '../../text/span.ts';
import type { ConvertedDocument } from '../convertedDocument.ts';
import type { ListNode, MapNode, ValueNode } from '../node.ts';
import { exceedsFileLimit } from '../parse.ts';
import type { SyntaxProblem } from '../parsed.ts';
import { NOT_SIMPLE, NotSimple } from './notSimple.ts';
import { SimpleLines } from './simpleLines.ts';
import { Entries, SimpleValues } from './simpleValue.ts';

export interface SimpleYaml {
  readonly documents: readonly ConvertedDocument[];
  readonly comments: readonly Span[];
  /** What is wrong with a text that is simple but for that; undefined for a healthy one. */
  readonly problem?: SyntaxProblem;
}

const SPACE = 32;
const DASH = 45;
const DEEPEST = 16;

/** Tabs, control characters, carriage returns alone, and blanks that look like spaces (`unusualBlanks.ts`). */
const UNUSUAL = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u00a0\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]|\r(?!\n)/;

/**
 * Reads what nearly every healthy plan is made of: block maps and lists, values in one line, comments, several
 * documents. Undefined for a text with anything else, which is then left to the YAML library. Both give the same
 * (`readSimple.test.ts`), but the library takes ten times as long.
 */
export function readSimple(text: string, spanOf = fixedSpan): SimpleYaml | undefined {
  if (exceedsFileLimit(text) || UNUSUAL.test(text)) return undefined;
  try {
    return new SimpleReader(text, spanOf).read();
  } catch (error) {
    if (error instanceof NotSimple) return undefined;
    throw error;
  }
}

class SimpleReader {
  readonly #lines: SimpleLines;
  readonly #spanOf: SpanOf;
  readonly #values: SimpleValues;

  constructor(text: string, spanOf: SpanOf) {
    this.#lines = new SimpleLines(text, spanOf);
    this.#values = new SimpleValues(text, spanOf);
    this.#spanOf = spanOf;
  }

  read(): SimpleYaml {
    const lines = this.#lines;
    const documents: ConvertedDocument[] = [];
    lines.advance();
    while (!lines.isOver) documents.push(this.#document());
    return { documents, comments: lines.comments };
  }

  #document(): ConvertedDocument {
    const lines = this.#lines;
    const start = lines.at - lines.column;
    if (this.#isMark()) {
      lines.skipTo(start + 3);
      lines.leave();
    }
    const root = lines.isOver || this.#isMark() ? undefined : this.#root();
    if (!lines.isOver && !this.#isMark()) throw NOT_SIMPLE;
    return {
      root,
      span: this.#spanOf(start, lines.at),
      duplicates: [],
      danglingAliases: [],
      badMerges: [],
    };
  }

  #root(): ValueNode {
    const { column } = this.#lines;
    this.#lines.margin = column;
    if (this.#isDash()) return this.#list(column, 1);
    const root = this.#map(column, 1);
    const last = root.entries.at(-1)?.value;
    // A comment behind the brackets that end the document is none of the root's.
    return last === undefined || last.kind === 'scalar' || !last.flow ? root : { ...root, span: this.#spanOf(root.span.start, last.span.end) };
  }

  #isMark(): boolean {
    const { column, text, at } = this.#lines;
    return column === 0 && text.startsWith('---', at);
  }

  #map(column: number, depth: number): MapNode {
    const lines = this.#lines;
    if (depth > DEEPEST) throw NOT_SIMPLE;
    const start = lines.at;
    const entries = new Entries();
    while (lines.column === column && !this.#isMark()) {
      const { at } = lines;
      const name = this.#values.keyAt(at);
      if (name === undefined) {
        if (this.#isDash()) break;
        throw NOT_SIMPLE;
      }
      lines.skipTo(at + name.length + 1);
      entries.add({ name, key: { span: this.#spanOf(at, at + name.length) }, value: this.#valueOfKey(column, depth) });
    }
    if (entries.all.length === 0 || lines.column > column) throw NOT_SIMPLE;
    const end = lines.leftAt;
    return { kind: 'map', span: this.#spanOf(start, end), extent: this.#spanOf(start, this.#lineEnd(end)), flow: false, entries: entries.all };
  }

  #valueOfKey(column: number, depth: number): ValueNode | undefined {
    const lines = this.#lines;
    if (!lines.isAtEnd && !lines.isAtComment) return this.#valueInLine();
    lines.leave();
    if (lines.column > column) return this.#isDash() ? this.#list(lines.column, depth + 1) : this.#map(lines.column, depth + 1);
    if (lines.column === column && this.#isDash()) return this.#list(column, depth + 1);
    // To the library comments belong to what is not there.
    if (lines.isBelowComment) throw NOT_SIMPLE;
    return undefined;
  }

  #valueInLine(): ValueNode | undefined {
    const lines = this.#lines;
    const value = this.#values.read(lines.at, lines.end);
    lines.skipTo(this.#values.end);
    lines.leave();
    return value;
  }

  #list(column: number, depth: number): ListNode {
    const lines = this.#lines;
    if (depth > DEEPEST) throw NOT_SIMPLE;
    const start = lines.at;
    const items: (ValueNode | undefined)[] = [];
    while (lines.column === column && this.#isDash()) {
      lines.skipTo(lines.at + 1);
      items.push(this.#item(column, depth));
    }
    if (lines.column > column) throw NOT_SIMPLE;
    const end = lines.leftAt;
    return { kind: 'list', span: this.#spanOf(start, end), extent: this.#spanOf(start, this.#lineEnd(end)), flow: false, items };
  }

  #item(column: number, depth: number): ValueNode | undefined {
    const lines = this.#lines;
    if (lines.isAtEnd || lines.isAtComment) {
      lines.leave();
      if (lines.column > column || lines.isBelowComment) throw NOT_SIMPLE;
      return undefined;
    }
    return this.#values.keyAt(lines.at) === undefined ? this.#valueInLine() : this.#map(lines.column, depth + 1);
  }

  /** A dash that begins an item. */
  #isDash(): boolean {
    const { at, end, text } = this.#lines;
    return text.charCodeAt(at) === DASH && (at + 1 >= end || text.charCodeAt(at + 1) === SPACE) && !this.#lines.isOver;
  }

  #lineEnd(offset: number): number {
    const lineFeed = this.#lines.text.indexOf('\n', offset);
    return lineFeed === -1 ? this.#lines.text.length : lineFeed + 1;
  }
}
