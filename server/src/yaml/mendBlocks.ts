import type { Span } from '../text/span.ts';
import { blocksOfDocument, inOrder, type BlocksOfFile, type ReadDocument } from './blockwise.ts';
import { cutAt } from './cutting.ts';
import { boundsOf, type DocumentParts } from './documentParts.ts';
import { parseYaml } from './parse.ts';
import type { ParsedYaml, SyntaxProblem } from './parsed.ts';
import type { YamlBlock } from './yamlBlock.ts';

/** A text with more broken blocks than that is mended in one piece. */
const MOST_BROKEN = 8;

/** What ends quoted text: the library looks for it to the end of the file. */
const CLOSING_QUOTES: Readonly<Record<string, RegExp>> = { '"': /"(?<=(?<!\\)(?:\\\\)*")/g, "'": /'(?!')(?<=(?<!')(?:'')*')/g };

/** What the library does not take for the rest of a text that began above. */
const HAS_KEY = /:(?:\s|$)/;

/** A block of the file. */
interface Stretch extends Span {
  readonly document: number;
  /** 0 for the head. */
  readonly index: number;
  /** The keys behind the activities. */
  readonly isTail: boolean;
  /** Undefined where it is broken. */
  readonly block: YamlBlock | undefined;
}

/** A block in an excerpt, and what stands there for it. */
interface Kept {
  readonly stretch: Stretch;
  readonly written: string;
}

/**
 * Mends the broken blocks of a file on an excerpt of it: what is broken, the blocks around it and the heads above. A block
 * that changes with them is broken, too. Undefined where mending the whole file might give something else.
 */
export function mendBlocks(text: string, documents: readonly ReadDocument[]): BlocksOfFile | undefined {
  const stretches = stretchesOf(documents);
  const broken = new Set(stretches.filter(({ block }) => block === undefined || block.problems.length > 0));
  while (broken.size <= MOST_BROKEN) {
    const kept = keptFor(stretches, broken, text);
    const excerpt = kept.length === stretches.length ? undefined : mendedExcerpt(kept);
    if (excerpt === undefined) return undefined;
    const more = excerpt.touched.filter((stretch) => !broken.has(stretch));
    if (more.length === 0) return joinedBy(documents, stretches, broken, excerpt);
    for (const stretch of more) broken.add(stretch);
  }
  return undefined;
}

function stretchesOf(documents: readonly ReadDocument[]): Stretch[] {
  return documents.flatMap(({ part, blocks }, document) => {
    const bounds = boundsOf(part);
    const tail = part.tail === undefined ? -1 : blocks.length - 1;
    return blocks.map((block, index) => ({ document, index, isTail: index === tail, block, start: bounds[index] as number, end: bounds[index + 1] as number }));
  });
}

function keptFor(stretches: readonly Stretch[], broken: ReadonlySet<Stretch>, text: string): Kept[] {
  const kept = new Set<Stretch>();
  /** What the library makes of a text that ends in a block goes on into those below, up to one with a key. */
  const keepFrom = (first: number, last: number): void => {
    const key = stretches.findIndex(({ start, end }, at) => at > last && HAS_KEY.test(text.slice(start, end)));
    for (const near of stretches.slice(Math.max(0, first), key === -1 ? undefined : key + 1)) kept.add(near);
  };
  for (const [index, stretch] of stretches.entries()) {
    if (!broken.has(stretch)) continue;
    keepFrom(index - 1, index);
    for (const [quote, closing] of Object.entries(CLOSING_QUOTES)) {
      if (!text.slice(stretch.start, stretch.end).includes(quote)) continue;
      closing.lastIndex = stretch.end;
      const at = closing.exec(text)?.index ?? Infinity;
      const closed = stretches.findIndex(({ end }) => at < end);
      if (closed !== -1) keepFrom(closed, closed);
    }
  }
  const documents = new Set([...kept].map(({ document }) => document));
  return stretches.flatMap((stretch, index): Kept | [] => {
    const next = stretches[index + 1];
    // Behind `activities:` alone the keys of the tail would mean something else.
    const isWhole = kept.has(stretch) || (next?.isTail === true && kept.has(next));
    if (!isWhole && (stretch.index > 0 || !documents.has(stretch.document))) return [];
    const written = text.slice(stretch.start, stretch.end);
    return { stretch, written: isWhole || next?.document !== stretch.document ? written : listLineOf(written) };
  });
}

/** Of a head far from what is broken, the line of its list is enough. */
function listLineOf(head: string): string {
  const list = head.lastIndexOf('\nactivities:') + 1;
  return list > 0 && head.startsWith('---') ? `---\n${head.slice(list)}` : head.slice(list);
}

function joinedBy(documents: readonly ReadDocument[], stretches: readonly Stretch[], broken: ReadonlySet<Stretch>, excerpt: Excerpt): BlocksOfFile | undefined {
  const mended = excerpt.cut();
  // Without a document it was a part of the one before.
  if (mended === undefined || [...broken].some((stretch) => mended.get(stretch)?.document === undefined)) return undefined;
  const blocks = documents.map((): YamlBlock[] => []);
  for (const stretch of stretches) blocks[stretch.document]?.push((broken.has(stretch) ? mended.get(stretch) : stretch.block) as YamlBlock);
  return documents.map(({ part }, document) => blocksOfDocument(part, blocks[document] as YamlBlock[]));
}

function mendedExcerpt(kept: readonly Kept[]): Excerpt | undefined {
  const excerpt = kept.map(({ written }) => written).join('');
  const parsed = parseYaml(excerpt);
  return 'code' in parsed || parsed.problems.length === 0 || !parsed.isMendedLocally ? undefined : new Excerpt(excerpt, parsed, kept);
}

/** Some blocks of a file, one after the other, after mending. */
class Excerpt {
  readonly #text: string;
  readonly #parsed: ParsedYaml;
  readonly #places: readonly (Span & { readonly stretch: Stretch })[];

  constructor(text: string, parsed: ParsedYaml, kept: readonly Kept[]) {
    this.#text = text;
    this.#parsed = parsed;
    let length = 0;
    this.#places = kept.map(({ stretch, written }) => {
      const start = length;
      length += written.length;
      return { stretch, start, end: length };
    });
  }

  /** The blocks that were mended or have a part in a problem. */
  get touched(): Stretch[] {
    const spans = this.#parsed.problems.flatMap(spansOf);
    return this.#places.filter((place) => !this.#parsed.isAsWritten(place) || spans.some((span) => meets(place, span))).map(({ stretch }) => stretch);
  }

  /** Each block as it was mended, in its place in the file. */
  cut(): ReadonlyMap<Stretch, YamlBlock> | undefined {
    const cut = cutAt(this.#parsed, this.#parts(), this.#text)?.flatMap(inOrder);
    const problems = this.#problems();
    if (cut === undefined || problems === undefined) return undefined;
    return new Map(this.#places.map(({ stretch }, index) => {
      const block = cut[index] as YamlBlock;
      block.place.offset = stretch.start;
      return [stretch, { ...block, problems: problems.get(stretch) ?? [], isMended: true }];
    }));
  }

  #parts(): DocumentParts[] {
    const heads = this.#places.filter(({ stretch }) => stretch.index === 0);
    return heads.map(({ stretch: { document }, start, end }) => {
      const others = this.#places.filter(({ stretch }) => stretch.document === document && stretch.index > 0);
      const entries = others.filter(({ stretch }) => !stretch.isTail);
      const tail = others.find(({ stretch }) => stretch.isTail);
      return { start, headEnd: end, entries: entries.map((entry) => entry.start), tail: tail?.start, end: others.at(-1)?.end ?? end, doubtful: new Set() };
    });
  }

  /** The problems in their places in the file, by the block in which they begin. */
  #problems(): ReadonlyMap<Stretch, readonly SyntaxProblem[]> | undefined {
    const found = new Map<Stretch, SyntaxProblem[]>();
    for (const problem of this.#parsed.problems) {
      const met = this.#places.filter((place) => spansOf(problem).some((span) => meets(place, span)));
      const shifts = new Set(met.map(({ stretch, start }) => stretch.start - start));
      const [first] = met;
      // Between two blocks may be others that the excerpt lacks.
      if (first === undefined || shifts.size > 1) return undefined;
      found.set(first.stretch, [...(found.get(first.stretch) ?? []), moved(problem, first.stretch.start - first.start)]);
    }
    return found;
  }
}

function spansOf({ span, fixes }: SyntaxProblem): Span[] {
  return [span, ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span))];
}

/** Whether a span has a part in a block; an empty one between two blocks belongs to the first. */
function meets(block: Span, span: Span): boolean {
  return span.start === span.end ? block.start < span.start && span.start <= block.end : block.start < span.end && span.start < block.end;
}

function moved(problem: SyntaxProblem, by: number): SyntaxProblem {
  const inFile = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  return {
    ...problem,
    span: inFile(problem.span),
    fixes: problem.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(({ span, newText }) => ({ span: inFile(span), newText })) })),
  };
}
