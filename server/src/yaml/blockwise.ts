import { spanAcross, type Span } from '../text/span.ts';
import { AliasCount } from './aliasCount.ts';
import { PoolReader, type BlockPool } from './blockPool.ts';
import type { ConvertedDocument } from './convertedDocument.ts';
import { boundsOf, inOneBlock, type DocumentParts } from './documentParts.ts';
import type { ListNode, MapNode, ValueNode } from './node.ts';
import type { SyntaxProblem } from './parsed.ts';
import type { YamlFile } from './readYaml.ts';
import { readBlockByLibrary, readDocumentByLibrary, readSimpleBlock, standsForItself, type YamlBlock } from './yamlBlock.ts';

/** The blocks of a document in its order: the head, the activities, and the keys behind them if there are any. */
export interface BlocksOfDocument {
  readonly head: YamlBlock;
  readonly entries: readonly YamlBlock[];
  readonly tail: YamlBlock | undefined;
}

export type BlocksOfFile = readonly BlocksOfDocument[];

/** A document of a file, and what was read of its blocks; undefined for those that are broken. */
export interface ReadDocument {
  readonly part: DocumentParts;
  readonly blocks: readonly (YamlBlock | undefined)[];
}

/**
 * Takes blocks from the version before where their text is the same, and reads the others. Of several documents one with
 * anchors, or with what else does not stand for itself, is a block of its own. Undefined where more blocks than that are
 * left to the library, where aliases repeat too much, or where a single document does not stand for itself.
 */
export function readBlocks(text: string, parts: readonly DocumentParts[], before: BlockPool, mostByLibrary = Infinity): readonly ReadDocument[] | undefined {
  const reader = new BlockReader(text, before, mostByLibrary);
  const documents: ReadDocument[] = [];
  for (const part of parts) {
    const document = reader.cut(part) ?? (parts.length > 1 ? reader.uncut(inOneBlock(part)) : undefined);
    if (document === undefined || reader.isTooMuch) return undefined;
    documents.push(document);
  }
  return documents;
}

/** Undefined where a block is broken, or two need a word each: one may be the doing of the other. */
export function healthyBlocks(documents: readonly ReadDocument[]): BlocksOfFile | undefined {
  let problems = 0;
  for (const { blocks } of documents) {
    for (const block of blocks) {
      if (block === undefined) return undefined;
      problems += block.problems.length;
    }
  }
  return problems > 1 ? undefined : documents.map(({ part, blocks }) => blocksOfDocument(part, blocks as readonly YamlBlock[]));
}

/** @param blocks of the document in its order */
export function blocksOfDocument({ tail }: DocumentParts, [head, ...others]: readonly YamlBlock[]): BlocksOfDocument {
  const behind = tail === undefined ? undefined : others.pop();
  return { head: head as YamlBlock, entries: others, tail: behind };
}

export function inOrder({ head, entries, tail }: BlocksOfDocument): readonly YamlBlock[] {
  return [head, ...entries, ...(tail === undefined ? [] : [tail])];
}

class BlockReader {
  readonly #text: string;
  readonly #before: PoolReader;
  readonly #mostByLibrary: number;
  readonly #aliased = new AliasCount();
  #byLibrary = 0;

  constructor(text: string, before: BlockPool, mostByLibrary: number) {
    this.#text = text;
    this.#before = new PoolReader(before);
    this.#mostByLibrary = mostByLibrary;
  }

  get isTooMuch(): boolean {
    return this.#byLibrary > this.#mostByLibrary || this.#aliased.isTooMuch;
  }

  /** Undefined where a block does not stand for itself. */
  cut(part: DocumentParts): ReadDocument | undefined {
    return this.#before.together(() => this.#cut(part));
  }

  #cut(part: DocumentParts): ReadDocument | undefined {
    const bounds = boundsOf(part);
    const blocks: (YamlBlock | undefined)[] = [];
    for (let index = 0; index < bounds.length - 1; index++) {
      const from = bounds[index] as number;
      const written = this.#text.slice(from, bounds[index + 1]);
      const block = part.doubtful.has(index) ? undefined : this.#block(from, written, readBlockByLibrary);
      if (block === undefined && (this.isTooMuch || !standsForItself(written))) return undefined;
      blocks.push(block);
    }
    return { part, blocks };
  }

  uncut(part: DocumentParts): ReadDocument {
    const isDoubtful = part.doubtful.size > 0;
    const block = isDoubtful ? undefined : this.#block(part.start, this.#text.slice(part.start, part.end), readDocumentByLibrary);
    const aliased = block?.document?.aliased;
    if (aliased !== undefined) this.#aliased.add(aliased.nodes, aliased.characters);
    return { part, blocks: [block] };
  }

  #block(start: number, written: string, byLibrary: (text: string) => YamlBlock | undefined): YamlBlock | undefined {
    const block = this.#before.take(written) ?? readSimpleBlock(written) ?? (++this.#byLibrary > this.#mostByLibrary ? undefined : byLibrary(written));
    if (block === undefined) return undefined;
    block.place.offset = start;
    return block;
  }
}

/** What was made of blocks, by the first of them: as long as all of them stay it stays, and moves with them. */
const JOINED = new WeakMap<YamlBlock, BlocksOfDocument & { readonly document: ConvertedDocument | undefined | 'differs' }>();

/** A file of its blocks; undefined where that is not the same as reading it in one piece. */
export function joinBlocks(blocks: BlocksOfFile): YamlFile | undefined {
  const documents: ConvertedDocument[] = [];
  const comments: Span[] = [];
  const problems: SyntaxProblem[] = [];
  const pool: YamlBlock[] = [];
  const aliased = new AliasCount();
  for (const ofDocument of blocks) {
    const document = joinOnce(ofDocument);
    if (document === 'differs') return undefined;
    if (document !== undefined) documents.push(document);
    if (document?.aliased !== undefined) aliased.add(document.aliased.nodes, document.aliased.characters);
    if (aliased.isTooMuch) return undefined;
    for (const block of inOrder(ofDocument)) {
      for (const comment of block.comments) comments.push(comment);
      for (const problem of block.problems) problems.push(problem);
      if (block.isMended !== true) pool.push(block);
    }
  }
  return { documents, problems, comments, blocks: pool };
}

function joinOnce(blocks: BlocksOfDocument): ConvertedDocument | undefined | 'differs' {
  const { head, entries, tail } = blocks;
  const known = JOINED.get(head);
  const before = known?.tail === tail ? known : undefined;
  if (before?.entries.length === entries.length && before.entries.every((entry, index) => entry === entries[index])) return before.document;
  const joined = join(blocks);
  const isKept = typeof joined === 'object' && typeof before?.document === 'object';
  const document = isKept ? { ...joined, rest: before.document.rest } : joined;
  JOINED.set(head, { ...blocks, document });
  return document;
}

/** A document of its blocks; undefined for one without content. */
export function join({ head, entries, tail }: BlocksOfDocument): ConvertedDocument | undefined | 'differs' {
  const { document } = head;
  if (document === undefined) return entries.length === 0 ? undefined : 'differs';
  const span = spanAcross(document.span, wholeOf(tail ?? entries.at(-1) ?? head));
  if (entries.length === 0) return { ...document, span };
  if (document.root?.kind !== 'map' || document.root.flow || !entries.every(holdsItems)) return 'differs';
  const last = document.root.entries.at(-1);
  if (last?.name !== 'activities' || last.value !== undefined) return 'differs';
  // Of a key that stands twice the first counts, and the list is the second's.
  if (document.duplicates.some(({ entry }) => entry.name === 'activities')) return 'differs';
  const behind = tail?.document?.root;
  if (tail !== undefined && (behind?.kind !== 'map' || behind.flow)) return 'differs';
  const keysBehind = behind?.kind === 'map' ? behind.entries : [];
  const names = new Set(document.root.entries.map(({ name }) => name));
  if (keysBehind.some(({ name }) => names.has(name))) return 'differs';
  const list = listOf(entries);
  const end = behind?.kind === 'map' ? behind : list;
  const root: MapNode = {
    ...document.root,
    span: spanAcross(document.root.span, end.span),
    extent: spanAcross(document.root.span, end.extent),
    entries: [...document.root.entries.slice(0, -1), { ...last, value: list }, ...keysBehind],
  };
  const duplicates = [head, ...entries, tail].flatMap((block) => block?.document?.duplicates ?? []);
  return { root, span, duplicates, danglingAliases: [], badMerges: [], rest: { head, tail } };
}

function wholeOf({ place, text }: YamlBlock): Span {
  return place.span(0, text.length);
}

function holdsItems({ document }: YamlBlock): boolean {
  return document?.root?.kind === 'list' && !document.root.flow;
}

function listOf(entries: readonly YamlBlock[]): ListNode {
  const lists = entries.map((entry) => entry.document?.root as ListNode);
  const [first] = lists as [ListNode];
  const last = lists.at(-1) as ListNode;
  const items: (ValueNode | undefined)[] = [];
  // With thousands of them `flatMap` takes twenty times as long.
  for (const list of lists) for (const item of list.items) items.push(item);
  // A lone dash at the end has no end of its own.
  const { place, text } = entries.at(-1) as YamlBlock;
  const content = place.span(0, text.slice(0, last.extent.end - place.offset).trimEnd().length);
  return { kind: 'list', span: spanAcross(first.span, content), extent: spanAcross(first.extent, last.extent), flow: false, items };
}
