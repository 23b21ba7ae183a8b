import { Parser, type CST } from 'yaml';
import type { SourceText } from '../../text/sourceText.ts';
import { withLineFeeds } from '../../yaml/parse.ts';

/** What stands between blanks: the formatter moves these and never changes one. */
export interface Piece {
  readonly kind: PieceKind;
  readonly start: number;
  /** Exclusive; of a block of text the end of its last line. */
  readonly end: number;
  /** Column if the piece is the first of its line; undefined for a comment, which goes with what is around it. */
  readonly column: number | undefined;
  /** The block collection that it stands in. */
  readonly level: Level | undefined;
  /** Of a scalar: the column of its further lines. */
  readonly inner?: number;
  /** Of a block of text. */
  readonly block?: BlockText;
}

export type PieceKind =
  | 'comment' | 'dash' | 'question' | 'colon' | 'comma' | 'open-map' | 'close-map' | 'open-list' | 'close-list'
  | 'property' | 'alias' | 'scalar' | 'block-text' | 'document-start' | 'document-end' | 'directive' | 'mark';

/** A map or list in block style. */
export interface Level {
  readonly written: number;
  readonly column: number;
  readonly parent: Level | undefined;
}

export interface BlockText {
  /** By how many columns its lines move; undefined where that follows from its first line and `inner`. */
  readonly shift: number | undefined;
  /** Whether blank lines behind it are part of its value. */
  readonly keepsBlankLines: boolean;
  /** Whether a line break at the end of the file would be part of its value. */
  readonly endsWithItsText: boolean;
}

/** First and last line in which indentation may change; what stands partly outside keeps its columns. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

const STEP = 2;

const KINDS: Readonly<Partial<Record<CST.Token['type'], PieceKind>>> = {
  'comment': 'comment', 'seq-item-ind': 'dash', 'explicit-key-ind': 'question', 'map-value-ind': 'colon', 'comma': 'comma',
  'flow-map-start': 'open-map', 'flow-map-end': 'close-map', 'flow-seq-start': 'open-list', 'flow-seq-end': 'close-list',
  'anchor': 'property', 'tag': 'property', 'alias': 'alias', 'scalar': 'scalar', 'single-quoted-scalar': 'scalar',
  'double-quoted-scalar': 'scalar', 'block-scalar-header': 'scalar', 'doc-start': 'document-start', 'doc-end': 'document-end',
  'directive': 'directive', 'byte-order-mark': 'mark',
};

/** The pieces of a file in their order, with the columns they should have. Undefined where something cannot be told. */
export function piecesOf(source: SourceText, within: Lines): readonly Piece[] | undefined {
  return new Walk(source, within).file(withLineFeeds(source.text));
}

interface Place {
  readonly level: Level | undefined;
  /** Where a piece begins that has a line to itself. */
  readonly column: number;
  /** Where comments stand within brackets. */
  readonly comments?: number | undefined;
}

interface Brackets {
  readonly line: number;
  readonly base: number;
}

class Walk {
  readonly #source: SourceText;
  readonly #within: Lines;
  readonly #pieces: Piece[] = [];
  #readable = true;

  constructor(source: SourceText, within: Lines) {
    this.#source = source;
    this.#within = within;
  }

  file(text: string): readonly Piece[] | undefined {
    const top: Place = { level: undefined, column: 0 };
    for (const token of new Parser().parse(text)) {
      if (token.type === 'document') {
        this.#sourceTokens(token.start, top);
        if (token.value !== undefined) this.#token(token.value, top, 0);
        this.#sourceTokens(token.end, top);
      } else if (token.type === 'doc-end') {
        this.#leaf(token, top);
        this.#sourceTokens(token.end, top);
      } else {
        this.#leaf(token, top);
      }
    }
    return this.#readable ? this.#pieces : undefined;
  }

  /** @param base column of the line that the token is part of, for brackets that close on a line of their own */
  #token(token: CST.Token, place: Place, base: number, outer?: Brackets): void {
    switch (token.type) {
      case 'block-map':
      case 'block-seq':
        return this.#collection(token, place);
      case 'flow-collection':
        return this.#brackets(token, place, base, outer);
      case 'block-scalar':
        return this.#blockText(token, place);
      default:
        this.#leaf(token, place);
        if ('end' in token) this.#sourceTokens(token.end, place);
    }
  }

  #collection(token: CST.BlockMap | CST.BlockSequence, { level: parent, column: wanted }: Place): void {
    const written = this.#columnOf(firstOffset(token));
    const level: Level = { written, column: this.#isWithin(token) ? wanted : written, parent };
    const own = { level, column: level.column };
    const below = { level, column: level.column + STEP };
    for (const item of token.items) {
      const indicator = item.start.findIndex(({ type }) => type === 'seq-item-ind' || type === 'explicit-key-ind');
      this.#sourceTokens(item.start.slice(0, indicator + 1), own);
      this.#sourceTokens(item.start.slice(indicator + 1), indicator === -1 ? own : below);
      if (item.key) this.#token(item.key, indicator === -1 ? own : below, level.column);
      const colon = item.sep?.findIndex(({ type }) => type === 'map-value-ind') ?? -1;
      this.#sourceTokens(item.sep?.slice(0, colon + 1), own);
      this.#sourceTokens(item.sep?.slice(colon + 1), below);
      if (item.value === undefined) continue;
      const hasItsLine = this.#lineOf(item.value.offset) !== this.#lineOf(this.#pieces.at(-1)?.start ?? 0);
      this.#token(item.value, below, token.type === 'block-seq' || hasItsLine ? below.column : level.column);
    }
  }

  /** Brackets that are opened on one line indent together what stands in them, once. */
  #brackets(token: CST.FlowCollection, { level, column, comments }: Place, base: number, outer: Brackets | undefined): void {
    const line = this.#lineOf(token.offset);
    const own: Brackets = { line, base: outer === undefined || outer.line === line ? (outer?.base ?? base) : outer.base + STEP };
    const inside: Place = { level, column: own.base + STEP, comments: own.base + STEP };
    this.#leaf(token.start, { level, column });
    for (const { start, key, sep, value } of token.items) {
      this.#sourceTokens(start, inside);
      if (key) this.#token(key, inside, inside.column, own);
      this.#sourceTokens(sep, inside);
      if (value !== undefined) this.#token(value, inside, inside.column, own);
    }
    const [close, ...behind] = token.end;
    if (close !== undefined) this.#leaf(close, { level, column: own.base });
    this.#sourceTokens(behind, { level, column, comments });
  }

  #blockText(token: CST.BlockScalar, place: Place): void {
    const props = token.props as CST.SourceToken[];
    this.#sourceTokens(props, place);
    const header = props.find(({ type }) => type === 'block-scalar-header')?.source ?? '';
    const digit = /\d/.exec(header)?.[0];
    const { level, column: inner } = place;
    const start = textStart(token);
    const end = start + lengthOfText(token.source, digit === undefined ? undefined : (level?.written ?? 0) + Number(digit));
    const isWhole = this.#lineOf(token.offset) >= this.#within.first && this.#lineOf(end) <= this.#within.last;
    const shift = !isWhole ? 0 : digit === undefined ? undefined : (level?.column ?? 0) - (level?.written ?? 0);
    const keepsBlankLines = header.includes('+');
    if (start === end && !keepsBlankLines) return;
    this.#pieces.push({ kind: 'block-text', start, end, column: 0, level, inner, block: { shift, keepsBlankLines, endsWithItsText: !header.includes('-') } });
  }

  #sourceTokens(tokens: readonly CST.SourceToken[] | undefined, place: Place): void {
    for (const token of tokens ?? []) this.#leaf(token, place);
  }

  #leaf(token: CST.Token, { level, column, comments }: Place): void {
    if (token.type === 'space' || token.type === 'newline') return;
    const kind = KINDS[token.type];
    if (kind === undefined || !('source' in token)) {
      this.#readable = false;
      return;
    }
    const end = token.offset + token.source.length;
    // An empty scalar stands where nothing is.
    if (end === token.offset) return;
    this.#pieces.push({ kind, start: token.offset, end, column: kind === 'comment' ? comments : column, level, inner: column });
  }

  #isWithin(token: CST.BlockMap | CST.BlockSequence): boolean {
    return this.#lineOf(firstOffset(token)) >= this.#within.first && this.#lineOf(lastOffset(token)) <= this.#within.last;
  }

  #lineOf(offset: number): number {
    return this.#source.positionAt(offset).line;
  }

  #columnOf(offset: number): number {
    return this.#source.positionAt(offset).character;
  }
}

/** The length of a block's text without the blank lines behind it; blanks beyond its indentation are text. */
function lengthOfText(text: string, indentation?: number): number {
  let length = 0;
  let known = indentation;
  for (const { index, 0: line } of text.matchAll(/[^\r\n]+/g)) {
    const blanks = /^ */.exec(line)?.[0].length ?? 0;
    if (line.trim() !== '') known ??= blanks;
    if (line.trim() !== '' || (known !== undefined && line.length > known)) length = index + line.length;
  }
  return length;
}

/** Behind the header's line. */
function textStart(token: CST.BlockScalar): number {
  return token.offset + (token.props as CST.SourceToken[]).reduce((length, { source }) => length + source.length, 0);
}

/** The dash of a list's first item, or what a map's first key begins with. */
function firstOffset(token: CST.BlockMap | CST.BlockSequence): number {
  const [first] = token.items;
  const piece = first?.start.find(({ type }) => KINDS[type] !== undefined && type !== 'comment');
  return piece?.offset ?? first?.key?.offset ?? first?.sep?.[0]?.offset ?? token.offset;
}

/** The last thing of the token that is no comment. */
function lastOffset(token: CST.Token): number {
  switch (token.type) {
    case 'block-map':
    case 'block-seq': {
      const last = token.items.findLast(({ start, key, value }) => Boolean(key ?? value) || start.some(({ type }) => type === 'seq-item-ind' || type === 'explicit-key-ind'));
      return last?.value === undefined ? (last?.sep?.[0]?.offset ?? last?.start[0]?.offset ?? token.offset) : lastOffset(last.value);
    }
    case 'flow-collection':
      return token.end[0]?.offset ?? token.offset;
    case 'block-scalar':
      return textStart(token) + token.source.trimEnd().length;
    default:
      return token.offset + ('source' in token ? token.source.length : 0);
  }
}
