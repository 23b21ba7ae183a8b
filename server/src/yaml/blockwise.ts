import { spanAcross, type Span } from '../text/span.ts';
import type { ConvertedDocument } from './convert.ts';
import { boundsOf, type DocumentParts } from './documentParts.ts';
import type { ListNode, MapNode, ValueNode } from './node.ts';
import type { SyntaxProblem } from './parsed.ts';
import type { YamlFile } from './readYaml.ts';
import { readBlockByLibrary, readDocumentByLibrary, readSimpleBlock, type BlockPool, type YamlBlock } from './yamlBlock.ts';

/** The blocks of a file in its order: of each document the head, then its activities. */
export type BlocksOfFile = readonly { readonly head: YamlBlock; readonly entries: readonly YamlBlock[] }[];

/** More blocks that only the library can read are sooner read in one piece. */
const MOST_BY_LIBRARY = 6;

/**
 * Takes blocks from the version before where their text is the same, and reads the others, if few of them need the
 * library. Of several documents one with anchors, or with what else does not stand for itself, is a block of its own.
 */
export function readMissingBlocks(text: string, parts: readonly DocumentParts[], before: BlockPool): BlocksOfFile | undefined {
  const reader = new BlockReader(text, before);
  const blocks: { head: YamlBlock; entries: YamlBlock[] }[] = [];
  for (const part of parts) {
    const read = reader.cut(part) ?? (parts.length > 1 ? reader.uncut(part) : undefined);
    if (read === undefined) return undefined;
    blocks.push(read);
  }
  return blocks;
}

class BlockReader {
  readonly #text: string;
  readonly #before: BlockPool;
  /** How many blocks of each text were taken. */
  readonly #taken = new Map<string, number>();
  #byLibrary = 0;

  constructor(text: string, before: BlockPool) {
    this.#text = text;
    this.#before = before;
  }

  cut(part: DocumentParts): { head: YamlBlock; entries: YamlBlock[] } | undefined {
    const bounds = boundsOf(part);
    const blocks: YamlBlock[] = [];
    for (const [index, from] of bounds.slice(0, -1).entries()) {
      const block = this.#block(from, bounds[index + 1] as number, readBlockByLibrary);
      if (block === undefined) {
        for (const { text } of blocks) this.#giveBack(text);
        return undefined;
      }
      blocks.push(block);
    }
    const [head, ...entries] = blocks as [YamlBlock, ...YamlBlock[]];
    return { head, entries };
  }

  uncut(part: DocumentParts): { head: YamlBlock; entries: YamlBlock[] } | undefined {
    const head = this.#block(part.start, part.end, readDocumentByLibrary);
    return head && { head, entries: [] };
  }

  #block(start: number, end: number, byLibrary: (text: string) => YamlBlock | undefined): YamlBlock | undefined {
    const written = this.#text.slice(start, end);
    const count = this.#taken.get(written) ?? 0;
    const block = this.#before.get(written)?.[count] ?? readSimpleBlock(written) ?? (++this.#byLibrary > MOST_BY_LIBRARY ? undefined : byLibrary(written));
    if (block === undefined) return undefined;
    this.#taken.set(written, count + 1);
    block.place.offset = start;
    return block;
  }

  /** For another place with the same text. */
  #giveBack(text: string): void {
    this.#taken.set(text, (this.#taken.get(text) ?? 1) - 1);
  }
}

/** What was made of blocks, by the first of them: as long as all of them stay it stays, and moves with them. */
const JOINED = new WeakMap<YamlBlock, { readonly entries: readonly YamlBlock[]; readonly document: ConvertedDocument | undefined | 'differs' }>();

/** A file of its blocks; undefined where that is not the same as reading it in one piece. */
export function joinBlocks(blocks: BlocksOfFile): YamlFile | undefined {
  const documents: ConvertedDocument[] = [];
  const comments: Span[] = [];
  const problems: SyntaxProblem[] = [];
  const pool = new Map<string, YamlBlock[]>();
  for (const { head, entries } of blocks) {
    const document = joinOnce(head, entries);
    if (document === 'differs') return undefined;
    if (document !== undefined) documents.push(document);
    for (const block of [head, ...entries]) {
      for (const comment of block.comments) comments.push(comment);
      if (block.problem !== undefined) problems.push(block.problem);
      const same = pool.get(block.text);
      if (same === undefined) pool.set(block.text, [block]);
      else same.push(block);
    }
  }
  // One may be the doing of another.
  return problems.length > 1 ? undefined : { documents, problems, comments, blocks: pool };
}

function joinOnce(head: YamlBlock, entries: readonly YamlBlock[]): ConvertedDocument | undefined | 'differs' {
  const known = JOINED.get(head);
  if (known?.entries.length === entries.length && known.entries.every((entry, index) => entry === entries[index])) return known.document;
  const document = join(head, entries);
  JOINED.set(head, { entries, document });
  return document;
}

function join(head: YamlBlock, entries: readonly YamlBlock[]): ConvertedDocument | undefined | 'differs' {
  const { document } = head;
  if (document === undefined) return entries.length === 0 ? undefined : 'differs';
  const span = spanAcross(document.span, wholeOf(entries.at(-1) ?? head));
  if (entries.length === 0) return { ...document, span };
  if (document.root?.kind !== 'map' || document.root.flow || !entries.every(holdsOneItem)) return 'differs';
  const last = document.root.entries.at(-1);
  if (last?.name !== 'activities' || last.value !== undefined) return 'differs';
  // Of a key that stands twice the first counts, and the list is the second's.
  if (document.duplicates.some(({ entry }) => entry.name === 'activities')) return 'differs';
  const list = listOf(entries);
  const root: MapNode = {
    ...document.root,
    span: spanAcross(document.root.span, list.span),
    extent: spanAcross(document.root.span, list.extent),
    entries: [...document.root.entries.slice(0, -1), { ...last, value: list }],
  };
  const duplicates = [...document.duplicates, ...entries.flatMap((entry) => entry.document?.duplicates ?? [])];
  return { root, span, duplicates, danglingAliases: [], badMerges: [] };
}

function wholeOf({ place, text }: YamlBlock): Span {
  return place.span(0, text.length);
}

function holdsOneItem({ document }: YamlBlock): boolean {
  return document?.root?.kind === 'list' && !document.root.flow && document.root.items.length === 1;
}

function listOf(entries: readonly YamlBlock[]): ListNode {
  const lists = entries.map((entry) => entry.document?.root as ListNode);
  const [first] = lists as [ListNode];
  const last = lists.at(-1) as ListNode;
  const items: (ValueNode | undefined)[] = lists.map((list) => list.items[0]);
  // A lone dash at the end has no end of its own.
  const { place, text } = entries.at(-1) as YamlBlock;
  const content = place.span(0, text.slice(0, last.extent.end - place.offset).trimEnd().length);
  return { kind: 'list', span: spanAcross(first.span, content), extent: spanAcross(first.extent, last.extent), flow: false, items };
}
