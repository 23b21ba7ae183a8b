import { Block } from '../text/block.ts';
import type { Span, SpanOf } from '../text/span.ts';
import { AliasCount } from './aliasCount.ts';
import { join, type BlocksOfDocument, type BlocksOfFile } from './blockwise.ts';
import { convertDocument } from './convert.ts';
import type { ConvertedDocument } from './convertedDocument.ts';
import { boundsOf, inOneBlock, type DocumentParts } from './documentParts.ts';
import type { ListNode, MapEntry, MapNode, ValueNode } from './node.ts';
import type { ParsedYaml } from './parsed.ts';
import { copyOf, standsForItself, type YamlBlock } from './yamlBlock.ts';

/**
 * Cuts a file that was parsed in one piece into its blocks, as if each had been read by itself: at the first look at a
 * file one pass of the library is faster than many small ones. Of several documents those whose parts do not stand for
 * themselves stay whole. Undefined where it cannot be cut.
 */
export function cutIntoBlocks(parsed: ParsedYaml, parts: readonly DocumentParts[], text: string): BlocksOfFile | undefined {
  if (parsed.problems.length > 0 || parts.some(({ doubtful }) => doubtful.size > 0)) return undefined;
  const isCut = (part: DocumentParts): boolean => sectionsOf(part).every(({ start, end }) => standsForItself(text.slice(start, end)));
  if (parts.length === 1 && !parts.every(isCut)) return undefined;
  return cutAt(parsed, parts.map((part) => (isCut(part) ? part : inOneBlock(part))), text);
}

/** The same where it is known that each part can be cut, or has no entries. What is wrong with the text is left out. */
export function cutAt(parsed: ParsedYaml, parts: readonly DocumentParts[], text: string): BlocksOfFile | undefined {
  const sections = parts.flatMap((part) => sectionsOf(part));
  const map = new SectionMap(sections);
  const comments = map.grouped(parsed.comments, (comment) => comment.start);
  const aliased = new AliasCount();
  let next = 0;
  const blocks: BlocksOfDocument[] = [];
  for (const part of parts) {
    const document = parsed.documents[next];
    const isOfPart = document !== undefined && parsed.originalOffset(document.range[0]) < part.end;
    if (isOfPart) next++;
    const converted = isOfPart ? convertDocument(document, text, parsed.originalOffset, map.spanOf, aliased) : undefined;
    if (converted === 'too-many-aliases') return undefined;
    const ofDocument = cutDocument(converted, part, map, comments, text);
    if (ofDocument === undefined) return undefined;
    blocks.push(ofDocument);
  }
  return next === parsed.documents.length ? blocks : undefined;
}

/** What lies between two cuts of a file, and the place of the block that it becomes. */
interface Section extends Span {
  readonly place: Block;
}

function sectionsOf(part: DocumentParts): Section[] {
  const bounds = boundsOf(part);
  return bounds.slice(0, -1).map((from, index) => {
    const place = new Block();
    place.offset = from;
    return { start: from, end: bounds[index + 1] as number, place };
  });
}

/** The sections of a file by offset. */
class SectionMap {
  readonly #sections: readonly Section[];
  #last = 0;

  constructor(sections: readonly Section[]) {
    this.#sections = sections;
  }

  /** The index of the section in which an offset lies. Neighbours are asked for one after the other. */
  at(offset: number): number {
    let index = this.#last;
    while (index > 0 && offset < (this.#sections[index] as Section).start) index--;
    while (index + 1 < this.#sections.length && offset >= (this.#sections[index] as Section).end) index++;
    this.#last = index;
    return index;
  }

  section(index: number): Section {
    return this.#sections[index] as Section;
  }

  /** A span that moves with its section; one that reaches over several does not, and is made anew when they are joined. */
  readonly spanOf: SpanOf = (start, end) => {
    const { place, end: last } = this.section(this.at(start));
    return end <= last ? place.span(start - place.offset, end - place.offset) : { start, end };
  };

  grouped<T>(items: readonly T[], offsetOf: (item: T) => number): ReadonlyMap<number, readonly T[]> {
    const bySection = new Map<number, T[]>();
    for (const item of items) {
      const index = this.at(offsetOf(item));
      const same = bySection.get(index);
      if (same === undefined) bySection.set(index, [item]);
      else same.push(item);
    }
    return bySection;
  }
}

function cutDocument(
  converted: ConvertedDocument | undefined,
  part: DocumentParts,
  map: SectionMap,
  comments: ReadonlyMap<number, readonly Span[]>,
  text: string,
): BlocksOfDocument | undefined {
  const first = map.at(part.start);
  const duplicates = map.grouped(converted?.duplicates ?? [], ({ entry }) => entry.key.span.start);
  const block = (index: number, root: ValueNode | undefined, span: Span): YamlBlock => {
    const { place, start, end } = map.section(index);
    const document = { root, span, duplicates: duplicates.get(index) ?? [], danglingAliases: [], badMerges: [] };
    const own = (comments.get(index) ?? []).map((comment) => place.span(comment.start - start, comment.end - start));
    return { text: copyOf(text.slice(start, end)), place, document: converted === undefined ? undefined : document, comments: own, problems: [] };
  };
  const spanIn = (index: number, start: number, end: number): Span => {
    const { place } = map.section(index);
    return place.span(start - place.offset, end - place.offset);
  };
  // Where a text was mended a document may reach into the next.
  if ((converted?.root?.span.end ?? 0) > part.end) return undefined;
  const headSpan = converted === undefined ? { start: 0, end: 0 } : spanIn(first, converted.span.start, part.headEnd);
  if (part.entries.length === 0) {
    const head = block(first, converted?.root, headSpan);
    return { head: converted === undefined ? head : { ...head, document: { ...converted, span: headSpan } }, entries: [], tail: undefined };
  }
  const root = converted?.root;
  const list = activitiesOf(root);
  if (root?.kind !== 'map' || root.flow || list?.value?.kind !== 'list' || list.value.flow) return undefined;
  // Of a key that stands in two blocks one counts.
  if (converted?.duplicates.some(({ entry, first: other }) => map.at(entry.key.span.start) !== map.at(other.key.span.start)) === true) return undefined;
  const whole = list.value;
  const keysBehind = root.entries.slice(root.entries.indexOf(list) + 1);
  if (part.tail === undefined ? keysBehind.length > 0 : keysBehind.length === 0 || keysBehind.some(({ key }) => key.span.start < (part.tail ?? 0))) return undefined;
  const itemsOf = itemsByEntry(whole.items, part, map);
  if (itemsOf === undefined) return undefined;
  const headRoot: MapNode = {
    ...root,
    span: spanIn(first, root.span.start, part.headEnd),
    extent: spanIn(first, root.span.start, part.headEnd),
    entries: [...root.entries.slice(0, root.entries.indexOf(list)), { ...list, value: undefined }],
  };
  const tailBlock = (start: number): YamlBlock => {
    const at = first + 1 + part.entries.length;
    const [span, extent] = [spanIn(at, start, root.span.end), spanIn(at, start, root.extent.end)];
    return block(at, { kind: 'map', span, extent, flow: false, entries: keysBehind }, spanIn(at, start, part.end));
  };
  const entries = itemsOf.map((items, index): YamlBlock => {
    const at = first + 1 + index;
    const { start, end } = map.section(at);
    // In a text that was mended the first entry may have got another one.
    const dash = index === 0 ? whole.span.start : text.indexOf('-', start);
    const contentEnd = items.at(-1)?.span.end ?? dash + 1;
    const lineFeed = text.indexOf('\n', contentEnd);
    const span = spanIn(at, dash, contentEnd);
    const itemList: ListNode = { kind: 'list', span, extent: spanIn(at, dash, lineFeed === -1 ? end : lineFeed + 1), flow: false, items };
    return block(at, itemList, span);
  });
  const blocks = { head: block(first, headRoot, headSpan), entries, tail: part.tail === undefined ? undefined : tailBlock(part.tail) };
  const joined = join(blocks);
  const isSame = joined !== undefined && joined !== 'differs' && isAtSamePlace(joined.root, root) && isAtSamePlace(activitiesOf(joined.root)?.value, whole);
  return isSame ? blocks : undefined;
}

/** The items of each entry: in a text that was mended there may be several. Undefined where it is not certain. */
function itemsByEntry(items: ListNode['items'], part: DocumentParts, map: SectionMap): (ValueNode | undefined)[][] | undefined {
  const first = map.at(part.start) + 1;
  const isEach = items.length === part.entries.length;
  const found = part.entries.map((): (ValueNode | undefined)[] => []);
  for (const [index, item] of items.entries()) {
    // A lone dash has no place.
    const entry = item === undefined ? (isEach ? index : -1) : map.at(item.span.start) - first;
    if (isEach && entry !== index) return undefined;
    if (item !== undefined && extentOf(item).end > map.section(first + entry).end) return undefined;
    found[entry]?.push(item);
  }
  return found.every(({ length }) => length > 0) && found.flat().length === items.length ? found : undefined;
}

function extentOf(node: ValueNode): Span {
  return node.kind === 'scalar' ? node.span : node.extent;
}

function activitiesOf(root: ValueNode | undefined): MapEntry | undefined {
  return root?.kind === 'map' ? root.entries.find(({ name }) => name === 'activities') : undefined;
}

/** Whether blocks put together reach as far as what they were cut from, which may go on behind them in a text that was mended. */
function isAtSamePlace(one: ValueNode | undefined, other: MapNode | ListNode): boolean {
  if (one?.kind !== other.kind) return false;
  return one.span.start === other.span.start && one.span.end === other.span.end && one.extent.start === other.extent.start && one.extent.end === other.extent.end;
}
