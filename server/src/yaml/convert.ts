import { isAlias, isMap, isScalar, isSeq, type Alias, type Document, type Node, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { fixedSpan, type Place, type Span, type SpanOf } from '../text/span.ts';
import { AliasCount } from './aliasCount.ts';
import type { ConvertedDocument, DuplicateKey } from './convertedDocument.ts';
import type { ListNode, MapEntry, MapNode, ScalarNode, ScalarStyle, ValueNode } from './node.ts';

/** Thrown inside the conversion only; `convertDocument` answers with 'too-many-aliases'. */
class TooManyAliases extends Error {}

/**
 * Turns a document of the YAML library into ranged values, aliases and merge keys followed.
 * @param originalOffset maps offsets of the parsed text to offsets of `text`.
 * @param spanOf makes the spans, for a text that is a block of a file.
 * @param aliased of the file's other documents so far; takes up this one's.
 */
export function convertDocument(
  document: Document.Parsed,
  text: string,
  originalOffset: (offset: number) => number,
  spanOf = fixedSpan,
  aliased = new AliasCount(),
): ConvertedDocument | 'too-many-aliases' {
  try {
    return new Converter(document, text, originalOffset, spanOf, aliased).convert();
  } catch (error) {
    if (error instanceof TooManyAliases) return 'too-many-aliases';
    throw error;
  }
}

class Converter {
  readonly #document: Document.Parsed;
  readonly #text: string;
  readonly #originalOffset: (offset: number) => number;
  readonly #spanOf: SpanOf;
  readonly #anchors = new Map<string, Node>();
  /** What an alias means is settled where it stands first: a later anchor of the same name does not change it. */
  readonly #targets = new Map<Alias, Node>();
  readonly #inProgress = new Set<Node>();
  readonly #duplicates: DuplicateKey[] = [];
  readonly #dangling: { name: string; span: Span }[] = [];
  readonly #badMerges: Place[] = [];
  readonly #aliased: AliasCount;

  constructor(document: Document.Parsed, text: string, originalOffset: (offset: number) => number, spanOf: SpanOf, aliased: AliasCount) {
    this.#document = document;
    this.#text = text;
    this.#originalOffset = originalOffset;
    this.#spanOf = spanOf;
    this.#aliased = aliased;
  }

  convert(): ConvertedDocument {
    const before = this.#aliased.total;
    const root = this.#withoutTrailingComments(this.#value(this.#document.contents, undefined));
    const aliased = this.#aliased.since(before);
    const [start, , end] = this.#document.range;
    return {
      root,
      span: this.#span(start, end),
      duplicates: this.#duplicates,
      danglingAliases: this.#dangling,
      badMerges: this.#badMerges,
      ...(aliased !== undefined && { aliased }),
    };
  }

  /** The file's text between two offsets of the parsed text. */
  #slice(start: number, end: number): string {
    return this.#text.slice(this.#originalOffset(start), this.#originalOffset(end));
  }

  /** The library counts comments behind the last value to the root, and to nothing else. */
  #withoutTrailingComments(root: ValueNode | undefined): ValueNode | undefined {
    const last = root?.kind === 'map' && !root.flow ? root.entries.at(-1)?.value : undefined;
    if (root === undefined || last === undefined || last.kind === 'scalar' || last.origin !== undefined || last.span.end < root.span.start) return root;
    return { ...root, span: this.#spanOf(root.span.start, last.span.end), extent: this.#spanOf(root.span.start, this.#lineEnd(last.span.end)) } as MapNode;
  }

  #span(start: number, end: number): Span {
    return this.#spanOf(this.#originalOffset(start), this.#originalOffset(end));
  }

  #place(start: number, end: number, via: Span | undefined): Place {
    const own = this.#span(start, end);
    return via === undefined ? { span: own } : { span: via, origin: own };
  }

  #value(node: Node | null | undefined, via: Span | undefined): ValueNode | undefined {
    if (node === null || node === undefined) return undefined;
    if (via !== undefined) this.#countAliased(node);
    if (isAlias(node)) return this.#alias(node, via);
    const anchor = (node as Scalar).anchor;
    if (via === undefined && anchor !== undefined) this.#anchors.set(anchor, node);
    if (isScalar(node)) return this.#scalar(node, via);
    this.#inProgress.add(node);
    const value = isMap(node) ? this.#map(node, via) : isSeq(node) ? this.#list(node, via) : undefined;
    this.#inProgress.delete(node);
    return value;
  }

  /** @throws TooManyAliases */
  #countAliased(node: Node): void {
    this.#aliased.add(1, isScalar(node) ? (node.source?.length ?? 0) : 0);
    if (this.#aliased.isTooMuch) throw new TooManyAliases();
  }

  #alias(alias: Alias, via: Span | undefined): ValueNode | undefined {
    const [start, end] = alias.range ?? [0, 0];
    const target = this.#target(alias, via);
    if (target === undefined) {
      const source = this.#slice(start, end);
      return { kind: 'scalar', ...this.#place(start, end, via), value: source, source, style: 'plain', dangling: true };
    }
    // A map within itself has no end.
    if (this.#inProgress.has(target)) throw new TooManyAliases();
    return this.#value(target, via ?? this.#span(start, end));
  }

  #target(alias: Alias, via: Span | undefined): Node | undefined {
    const known = this.#targets.get(alias) ?? (via === undefined ? this.#anchors.get(alias.source) : undefined);
    if (known !== undefined) this.#targets.set(alias, known);
    else if (via === undefined) {
      const [start, end] = alias.range ?? [0, 0];
      this.#dangling.push({ name: alias.source, span: this.#span(start, end) });
    }
    return known;
  }

  #scalar(node: Scalar, via: Span | undefined): ScalarNode | undefined {
    const style = styleOf(node);
    // `~`, `null` and nothing at all are the same unfinished line.
    if (style === 'plain' && node.value === null) return undefined;
    const [start, end] = node.range ?? [0, 0];
    const block = style === 'literal' || style === 'folded';
    const written = node.source ?? this.#slice(start, end);
    const source = block ? withoutLastBreaks(written) : written;
    const shownEnd = block ? end - trailingBlanks(this.#slice(start, end)) : end;
    const value = block && typeof node.value === 'string' ? withoutLastBreaks(node.value) : node.value;
    const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint';
    return { kind: 'scalar', ...this.#place(start, shownEnd, via), value: known ? value : source, source, style };
  }

  #list(node: YAMLSeq, via: Span | undefined): ListNode {
    const { place, extent } = this.#collection(node, via);
    const items = node.items.map((item) => this.#value(item as Node | null, via));
    return { kind: 'list', ...place, extent, flow: node.flow === true, items };
  }

  #map(node: YAMLMap, via: Span | undefined): MapNode {
    const { place, extent } = this.#collection(node, via);
    const entries = new Map<string, MapEntry>();
    const merged: MapEntry[] = [];
    for (const pair of node.items as Pair<Node | null, Node | null>[]) {
      const key = this.#key(pair.key, via);
      if (key === undefined) continue;
      if (key.merges) {
        merged.push(...this.#merge(pair.value, via));
        continue;
      }
      const entry: MapEntry = { name: key.name, key: key.place, value: this.#value(pair.value, via) };
      const first = entries.get(key.name);
      if (first === undefined) entries.set(key.name, entry);
      else if (via === undefined) this.#duplicates.push({ entry, first });
    }
    for (const entry of merged) if (!entries.has(entry.name)) entries.set(entry.name, entry);
    return { kind: 'map', ...place, extent, flow: node.flow === true, entries: [...entries.values()] };
  }

  #collection(node: YAMLMap | YAMLSeq, via: Span | undefined): { place: Place; extent: Span } {
    const [start, end] = node.range ?? [0, 0];
    const shownEnd = end - trailingBlanks(this.#slice(start, end));
    return { place: this.#place(start, shownEnd, via), extent: via ?? this.#extent(start, node.flow === true ? end : shownEnd, node.flow === true) };
  }

  /** In block style a collection ends with its last line. The library counts what follows to it, now more, now less. */
  #extent(start: number, end: number, flow: boolean): Span {
    const [from, to] = [this.#originalOffset(start), this.#originalOffset(end)];
    if (flow) return this.#spanOf(from, to);
    return this.#spanOf(from, this.#lineEnd(to));
  }

  /** Where the line of an offset of the file ends, its line break included. */
  #lineEnd(offset: number): number {
    const lineFeed = this.#text.indexOf('\n', offset);
    return lineFeed === -1 ? this.#text.length : lineFeed + 1;
  }

  #key(node: Node | null, via: Span | undefined): { name: string; place: Place; merges: boolean } | undefined {
    if (node === null) return undefined;
    if (via !== undefined) this.#countAliased(node);
    const [start, end] = node.range ?? [0, 0];
    const place = this.#place(start, end, via);
    const anchor = (node as Scalar).anchor;
    if (via === undefined && anchor !== undefined && !isAlias(node)) this.#anchors.set(anchor, node);
    const scalar = isAlias(node) ? this.#target(node, via) : node;
    if (!isScalar(scalar)) {
      // A list or a map as key is no key of the format; it is named as it is written.
      return { name: this.#slice(start, end), place, merges: false };
    }
    const name = scalar.source ?? String(scalar.value);
    if (name === '' && end === start) return undefined;
    return { name, place, merges: name === '<<' && styleOf(scalar) === 'plain' };
  }

  /** The entries that a merge key brings; of several maps the earlier wins. */
  #merge(node: Node | null, via: Span | undefined): MapEntry[] {
    const value = this.#value(node, via);
    if (value === undefined) return [];
    const maps = value.kind === 'list' ? value.items : [value];
    const entries: MapEntry[] = [];
    for (const map of maps) {
      if (map?.kind === 'map') entries.push(...map.entries);
      else this.#badMerges.push(map ?? value);
    }
    const seen = new Set<string>();
    return entries.filter((entry) => !seen.has(entry.name) && seen.add(entry.name));
  }
}

/** A block scalar's last line ends with a break, which is no part of the id, date or name that it spells. */
function withoutLastBreaks(text: string): string {
  return text.replace(/\n+$/, '');
}

function trailingBlanks(text: string): number {
  return text.length - text.trimEnd().length;
}

function styleOf(node: Scalar): ScalarStyle {
  switch (node.type) {
    case 'QUOTE_DOUBLE':
      return 'double-quoted';
    case 'QUOTE_SINGLE':
      return 'single-quoted';
    case 'BLOCK_LITERAL':
      return 'literal';
    case 'BLOCK_FOLDED':
      return 'folded';
    default:
      return 'plain';
  }
}
