import type { Span } from '../text/span.ts';
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

/** A file of its blocks; undefined where that is not the same as reading it in one piece. */
export function joinBlocks(blocks: BlocksOfFile, parts: readonly DocumentParts[], text: string): YamlFile | undefined {
  const documents: ConvertedDocument[] = [];
  const comments: Span[] = [];
  const pool = new Map<string, YamlBlock[]>();
  for (const [index, { head, entries }] of blocks.entries()) {
    const document = join(head, entries, parts[index] as DocumentParts, text);
    if (document === 'differs') return undefined;
    if (document !== undefined) documents.push(document);
    for (const block of [head, ...entries]) {
      comments.push(...block.comments);
      const same = pool.get(block.text);
      if (same === undefined) pool.set(block.text, [block]);
      else same.push(block);
    }
  }
  return { documents, problems: [], comments, blocks: pool };
}

function join(head: YamlBlock, entries: readonly YamlBlock[], part: DocumentParts, text: string): ConvertedDocument | undefined | 'differs' {
  const { document } = head;
  if (document === undefined) return entries.length === 0 ? undefined : 'differs';
  const span = { start: document.span.start, end: part.end };
  if (entries.length === 0) return { ...document, span };
  if (document.root?.kind !== 'map' || document.root.flow || !entries.every(holdsOneItem)) return 'differs';
  const last = document.root.entries.at(-1);
  if (last?.name !== 'activities' || last.value !== undefined) return 'differs';
  // Of a key that stands twice the first counts, and the list is the second's.
  if (document.duplicates.some(({ entry }) => entry.name === 'activities')) return 'differs';
  const list = listOf(entries, text);
  const root: MapNode = {
    ...document.root,
    span: { start: document.root.span.start, end: list.span.end },
    extent: { start: document.root.span.start, end: list.extent.end },
    entries: [...document.root.entries.slice(0, -1), { ...last, value: list }],
  };
  const duplicates = [...document.duplicates, ...entries.flatMap((entry) => entry.document?.duplicates ?? [])];
  return { root, span, duplicates, danglingAliases: [], badMerges: [] };
}

function holdsOneItem({ document }: YamlBlock): boolean {
  return document?.root?.kind === 'list' && !document.root.flow && document.root.items.length === 1;
}

function listOf(entries: readonly YamlBlock[], text: string): ListNode {
  const lists = entries.map((entry) => entry.document?.root as ListNode);
  const [first] = lists as [ListNode];
  const last = lists.at(-1) as ListNode;
  const items: (ValueNode | undefined)[] = lists.map((list) => list.items[0]);
  const extent = { start: first.extent.start, end: last.extent.end };
  // A lone dash at the end has no end of its own.
  const end = extent.start + text.slice(extent.start, extent.end).trimEnd().length;
  return { kind: 'list', span: { start: first.span.start, end }, extent, flow: false, items };
}
