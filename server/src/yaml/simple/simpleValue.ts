import type { SpanOf } from '../../text/span.ts';
import type { ListNode, MapEntry, MapNode, ScalarNode, ValueNode } from '../node.ts';
import { NOT_SIMPLE } from './notSimple.ts';

const SPACE = 32;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const COMMA = 44;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** A key as the format has them, and the colon behind it. YAML allows keys of 1024 characters in a line. */
const KEY = /[A-Za-z_][\w-]{0,200}:(?=[ \r\n]|$)/y;

/** What begins neither a quoted nor a bracketed value, and is no plain text either, or seldom. */
const OTHER_BEGINNING = /[-?:,\]}#&*!|>%@`]/;
const MAY_BE_NO_TEXT = /^(?:[-+.\d~]|true$|false$|null$)/i;
const NUMBER = /^(?:[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?|0o[0-7]+|0x[\da-f]+|[-+]?\.inf|\.nan)$/i;
const SHORT_INTEGER = /^\d{1,15}$/;
const DEEPEST = 8;

/** Reads values that begin and end in one line. */
export class SimpleValues {
  readonly #text: string;
  readonly #spanOf: SpanOf;
  /** Where the value that was read last ends. */
  end = 0;

  constructor(text: string, spanOf: SpanOf) {
    this.#text = text;
    this.#spanOf = spanOf;
  }

  /** The value that begins at the offset; undefined for null. Sets `end`. */
  read(start: number, lineEnd: number): ValueNode | undefined {
    switch (this.#text.charCodeAt(start)) {
      case DOUBLE_QUOTE:
      case SINGLE_QUOTE:
        return this.#quoted(start, lineEnd);
      case OPEN_BRACKET:
        return this.#flowList(start, lineEnd, 1);
      case OPEN_BRACE:
        return this.#flowMap(start, lineEnd, 1);
      default:
        return this.#plain(start, lineEnd);
    }
  }

  /** Up to the end of the line or the comment at its end. */
  #plain(start: number, lineEnd: number): ScalarNode | undefined {
    const rest = this.#text.slice(start, lineEnd);
    const comment = rest.indexOf(' #');
    return this.#plainScalar(start, (comment === -1 ? rest : rest.slice(0, comment)).trimEnd());
  }

  #plainScalar(start: number, source: string): ScalarNode | undefined {
    if (source === '' || OTHER_BEGINNING.test(source.charAt(0)) || source.includes(': ') || source.endsWith(':')) throw NOT_SIMPLE;
    this.end = start + source.length;
    const value = MAY_BE_NO_TEXT.test(source) ? coreValue(source) : source;
    if (value === null) return undefined;
    return { kind: 'scalar', span: this.#spanOf(start, this.end), value, source, style: 'plain' };
  }

  #quoted(start: number, lineEnd: number): ScalarNode {
    const text = this.#text;
    const isDouble = text.charCodeAt(start) === DOUBLE_QUOTE;
    const close = text.indexOf(isDouble ? '"' : "'", start + 1);
    const value = text.slice(start + 1, close);
    // A second quote behind a single one stands for one that ends nothing.
    if (close === -1 || close >= lineEnd || (isDouble ? value.includes('\\') : text.charCodeAt(close + 1) === SINGLE_QUOTE)) throw NOT_SIMPLE;
    this.end = close + 1;
    return { kind: 'scalar', span: this.#spanOf(start, this.end), value, source: value, style: isDouble ? 'double-quoted' : 'single-quoted' };
  }

  #inFlow(start: number, lineEnd: number, depth: number): ValueNode | undefined {
    const code = this.#text.charCodeAt(start);
    if (depth >= DEEPEST) throw NOT_SIMPLE;
    if (code === OPEN_BRACKET) return this.#flowList(start, lineEnd, depth + 1);
    if (code === OPEN_BRACE) return this.#flowMap(start, lineEnd, depth + 1);
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return this.#quoted(start, lineEnd);
    let end = start;
    while (end < lineEnd && !isFlowIndicator(this.#text.charCodeAt(end))) end++;
    const source = this.#text.slice(start, end).trimEnd();
    if (source.includes(' #')) throw NOT_SIMPLE;
    return this.#plainScalar(start, source);
  }

  #flowList(start: number, lineEnd: number, depth: number): ListNode {
    const items: (ValueNode | undefined)[] = [];
    let at = this.#behindBlanks(start + 1);
    for (let isFirst = true; !(isFirst && this.#text.charCodeAt(at) === CLOSE_BRACKET); isFirst = false) {
      items.push(this.#inFlow(at, lineEnd, depth));
      at = this.#behindBlanks(this.end);
      if (this.#text.charCodeAt(at) === CLOSE_BRACKET) break;
      if (this.#text.charCodeAt(at) !== COMMA) throw NOT_SIMPLE;
      at = this.#behindBlanks(at + 1);
    }
    this.end = at + 1;
    return { kind: 'list', span: this.#spanOf(start, this.end), extent: this.#spanOf(start, this.end), flow: true, items };
  }

  #flowMap(start: number, lineEnd: number, depth: number): MapNode {
    const entries = new Entries();
    let at = this.#behindBlanks(start + 1);
    for (let isFirst = true; !(isFirst && this.#text.charCodeAt(at) === CLOSE_BRACE); isFirst = false) {
      const name = this.keyAt(at);
      if (name === undefined) throw NOT_SIMPLE;
      const key = { span: this.#spanOf(at, at + name.length) };
      const value = this.#inFlow(this.#behindBlanks(at + name.length + 1), lineEnd, depth);
      entries.add({ name, key, value });
      at = this.#behindBlanks(this.end);
      if (this.#text.charCodeAt(at) === CLOSE_BRACE) break;
      if (this.#text.charCodeAt(at) !== COMMA) throw NOT_SIMPLE;
      at = this.#behindBlanks(at + 1);
    }
    this.end = at + 1;
    return { kind: 'map', span: this.#spanOf(start, this.end), extent: this.#spanOf(start, this.end), flow: true, entries: entries.all };
  }

  /** The key that stands there. */
  keyAt(offset: number): string | undefined {
    KEY.lastIndex = offset;
    return KEY.test(this.#text) ? this.#text.slice(offset, KEY.lastIndex - 1) : undefined;
  }

  #behindBlanks(offset: number): number {
    let at = offset;
    while (this.#text.charCodeAt(at) === SPACE) at++;
    return at;
  }
}

/** The entries of a map. */
export class Entries {
  readonly all: MapEntry[] = [];
  readonly #names = new Set<string>();

  add(entry: MapEntry): void {
    if (this.#names.has(entry.name)) throw NOT_SIMPLE;
    this.#names.add(entry.name);
    this.all.push(entry);
  }
}

function isFlowIndicator(code: number): boolean {
  return code === COMMA || code === OPEN_BRACKET || code === CLOSE_BRACKET || code === OPEN_BRACE || code === CLOSE_BRACE;
}

/** What the core schema makes of the plain texts that may be something else. */
function coreValue(source: string): string | number | boolean | null {
  if (SHORT_INTEGER.test(source)) return Number(source);
  if (NUMBER.test(source)) throw NOT_SIMPLE;
  switch (source) {
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    default:
      return source;
  }
}
