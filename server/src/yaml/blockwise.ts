import { spanAcross, type Span } from '../text/span.ts';
import type { ConvertedDocument } from './convert.ts';
import type { DocumentParts } from './documentParts.ts';
import type { ListNode, MapNode, ValueNode } from './node.ts';
import type { YamlFile } from './readYaml.ts';
import { readBlockByLibrary, readSimpleBlock, type BlockPool, type YamlBlock } from './yamlBlock.ts';

/** The blocks of a file in its order: of each document the head, then its activities. */
export type BlocksOfFile = readonly { readonly head: YamlBlock; readonly entries: readonly YamlBlock[] }[];

/** More blocks that only the library can read are sooner read in one piece. */
const MOST_BY_LIBRARY = 6;

/** Takes blocks from the version before where their text is the same, and reads the others, if few of them need the library. */
export function readMissingBlocks(text: string, parts: readonly DocumentParts[], before: BlockPool): BlocksOfFile | undefined {
  const taken = new Map<string, number>();
  let byLibrary = 0;
  const block = (start: number, end: number): YamlBlock | undefined => {
    const written = text.slice(start, end);
    const count = taken.get(written) ?? 0;
    taken.set(written, count + 1);
    const kept = before.get(written)?.[count];
    if (kept !== undefined) {
      kept.place.offset = start;
      return kept;
    }
    const read = readSimpleBlock(written) ?? (++byLibrary > MOST_BY_LIBRARY ? undefined : readBlockByLibrary(written));
    if (read !== undefined) read.place.offset = start;
    return read;
  };
  const blocks: { head: YamlBlock; entries: YamlBlock[] }[] = [];
  for (const part of parts) {
    const head = block(part.start, part.headEnd);
    if (head === undefined) return undefined;
    const entries: YamlBlock[] = [];
    for (const [index, start] of part.entries.entries()) {
      const entry = block(start, part.entries[index + 1] ?? part.end);
      if (entry === undefined) return undefined;
      entries.push(entry);
    }
    blocks.push({ head, entries });
  }
  return blocks;
}

/** What was made of blocks, by the first of them: as long as all of them stay it stays, and moves with them. */
const JOINED = new WeakMap<YamlBlock, { readonly entries: readonly YamlBlock[]; readonly document: ConvertedDocument | undefined | 'differs' }>();

/** A file of its blocks; undefined where that is not the same as reading it in one piece. */
export function joinBlocks(blocks: BlocksOfFile): YamlFile | undefined {
  const documents: ConvertedDocument[] = [];
  const comments: Span[] = [];
  const pool = new Map<string, YamlBlock[]>();
  for (const { head, entries } of blocks) {
    const document = joinOnce(head, entries);
    if (document === 'differs') return undefined;
    if (document !== undefined) documents.push(document);
    for (const block of [head, ...entries]) {
      for (const comment of block.comments) comments.push(comment);
      const same = pool.get(block.text);
      if (same === undefined) pool.set(block.text, [block]);
      else same.push(block);
    }
  }
  return { documents, problems: [], comments, blocks: pool };
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
