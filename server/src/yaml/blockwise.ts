import type { Span } from '../text/span.ts';
import type { ConvertedDocument } from './convert.ts';
import { splitDocuments, type DocumentParts } from './documentParts.ts';
import type { ListNode, MapNode, ValueNode } from './node.ts';
import { exceedsFileLimit } from './parse.ts';
import type { YamlFile } from './readYaml.ts';
import { BlockReader, type BlockPool, type YamlBlock } from './yamlBlock.ts';

/** Smaller files are read in one piece as fast. */
const FEWEST_CHARACTERS = 1500;

/**
 * Reads a file block by block: each document's head up to `activities:`, and each activity. Undefined where that is
 * not the same as reading it in one piece.
 */
export function readByBlocks(text: string, before: BlockPool): YamlFile | undefined {
  if (text.length < FEWEST_CHARACTERS || exceedsFileLimit(text)) return undefined;
  const parts = splitDocuments(text);
  if (parts === undefined) return undefined;
  const reader = new BlockReader(before);
  const documents: ConvertedDocument[] = [];
  const comments: Span[] = [];
  for (const part of parts) {
    const head = reader.read(text.slice(part.start, part.headEnd), part.start);
    if (head === undefined) return undefined;
    comments.push(...head.comments);
    const entries: YamlBlock[] = [];
    for (const [index, start] of part.entries.entries()) {
      const entry = reader.read(text.slice(start, part.entries[index + 1] ?? part.end), start);
      if (entry === undefined || !holdsOneItem(entry)) return undefined;
      comments.push(...entry.comments);
      entries.push(entry);
    }
    const document = join(head, entries, part, text);
    if (document === 'differs') return undefined;
    if (document !== undefined) documents.push(document);
  }
  return { documents, problems: [], comments, blocks: reader.blocks };
}

function holdsOneItem({ document }: YamlBlock): boolean {
  return document?.root?.kind === 'list' && !document.root.flow && document.root.items.length === 1;
}

function join(head: YamlBlock, entries: readonly YamlBlock[], part: DocumentParts, text: string): ConvertedDocument | undefined | 'differs' {
  const { document } = head;
  if (document === undefined) return entries.length === 0 ? undefined : 'differs';
  const span = { start: document.span.start, end: part.end };
  if (entries.length === 0) return { ...document, span };
  if (document.root?.kind !== 'map' || document.root.flow) return 'differs';
  const last = document.root.entries.at(-1);
  if (last?.name !== 'activities' || last.value !== undefined) return 'differs';
  const list = listOf(entries, text);
  const end = list.span.end;
  const root: MapNode = {
    ...document.root,
    span: { start: document.root.span.start, end },
    extent: { start: document.root.span.start, end: list.extent.end },
    entries: [...document.root.entries.slice(0, -1), { ...last, value: list }],
  };
  return {
    root,
    span,
    duplicates: [...document.duplicates, ...entries.flatMap((entry) => entry.document?.duplicates ?? [])],
    danglingAliases: [],
    badMerges: [],
  };
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
