import { Block } from '../text/block.ts';
import type { Span } from '../text/span.ts';
import { convertDocument, type ConvertedDocument } from './convert.ts';
import { parseYaml } from './parse.ts';

/** A stretch of a file read by itself: the head of a document, or one activity. */
export interface YamlBlock {
  readonly text: string;
  readonly place: Block;
  /** Undefined for a stretch without content. */
  readonly document: ConvertedDocument | undefined;
  readonly comments: readonly Span[];
}

/** The blocks of a version of a file by their text; a text that stands several times has several. */
export type BlockPool = ReadonlyMap<string, readonly YamlBlock[]>;
export const EMPTY_POOL: BlockPool = new Map();

/** Takes blocks from the version before where the text is the same, and reads the others. */
export class BlockReader {
  readonly #before: BlockPool;
  readonly #taken = new Map<string, number>();
  readonly #blocks = new Map<string, YamlBlock[]>();

  constructor(before: BlockPool) {
    this.#before = before;
  }

  get blocks(): BlockPool {
    return this.#blocks;
  }

  /** Undefined for a text that does not stand for itself: broken, or with anchors. */
  read(text: string, offset: number): YamlBlock | undefined {
    const count = this.#taken.get(text) ?? 0;
    const block = this.#before.get(text)?.[count] ?? readBlock(text);
    if (block === undefined) return undefined;
    this.#taken.set(text, count + 1);
    block.place.offset = offset;
    const same = this.#blocks.get(block.text);
    if (same === undefined) this.#blocks.set(block.text, [block]);
    else same.push(block);
    return block;
  }
}

/** Anchors, aliases and merge keys reach beyond a block. */
const REACHES_OUT = /(?:^|[\s,[{:-])[&*][^\s,\]}]|<</;
/** Deeper ones are left to the reading in one piece, which holds the limit for the whole file. */
const MOST_OPENERS = 40;
const DEEP_INDENTATION = /^ {40}|(?:[-?:] +){12}/m;

function readBlock(text: string): YamlBlock | undefined {
  if (REACHES_OUT.test(text) || DEEP_INDENTATION.test(text) || (text.match(/[[{]/g)?.length ?? 0) > MOST_OPENERS) return undefined;
  const own = copyOf(text);
  const parsed = parseYaml(own);
  if ('code' in parsed || parsed.problems.length > 0 || parsed.documents.length > 1) return undefined;
  const place = new Block();
  const spanOf = (start: number, end: number): Span => place.span(start, end);
  const [first] = parsed.documents;
  const document = first === undefined ? undefined : convertDocument(first, own, parsed.originalOffset, spanOf);
  if (document === 'too-many-aliases') return undefined;
  return { text: own, place, document, comments: parsed.comments.map(({ start, end }) => spanOf(start, end)) };
}

/** A slice keeps the whole text alive that it was cut from; a block outlives many versions of the file. */
function copyOf(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
