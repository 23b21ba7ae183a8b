import { Block } from '../text/block.ts';
import type { Span, SpanOf } from '../text/span.ts';
import { convertDocument } from './convert.ts';
import type { ConvertedDocument } from './convertedDocument.ts';
import { parseHealthyYaml } from './parse.ts';
import type { SyntaxProblem } from './parsed.ts';
import { readWithoutLibrary } from './simple/readWithoutLibrary.ts';

/** A stretch of a file that stands for itself: the head of a document, or one activity. */
export interface YamlBlock {
  readonly text: string;
  readonly place: Block;
  /** Undefined for a stretch without content. */
  readonly document: ConvertedDocument | undefined;
  readonly comments: readonly Span[];
  /** None for a stretch that is healthy. */
  readonly problems: readonly SyntaxProblem[];
  /** What it means does not come from its own text alone: it was mended as a part of the file. */
  readonly isMended?: true;
}

/** Anchors, aliases and merge keys reach beyond a block. */
const REACHES_OUT = /(?:^|[\s,[{:-])[&*][^\s,\]}]|(?<!<)<<(?!<)/;
/** Deeper ones are left to the reading in one piece, which holds the limit for the whole file. */
const MOST_OPENERS = 40;
const DEEP_INDENTATION = /^ {40}|(?:[-?:] +){12}/m;

/** Whether a text means the same by itself as in its file, if it is healthy. */
export function standsForItself(text: string): boolean {
  return !REACHES_OUT.test(text) && !DEEP_INDENTATION.test(text) && (text.match(/[[{]/g)?.length ?? 0) <= MOST_OPENERS;
}

/** Reads a block by itself; undefined for a text that is broken or does not stand for itself. */
export function readBlock(text: string): YamlBlock | undefined {
  return readSimpleBlock(text) ?? readBlockByLibrary(text);
}

/** Reads a block that is simple YAML, but for a key that is being typed. */
export function readSimpleBlock(text: string): YamlBlock | undefined {
  const own = copyOf(text);
  const place = new Block();
  const spanOf: SpanOf = (start, end) => place.span(start, end);
  const read = readWithoutLibrary(own, spanOf);
  if (read === undefined || read.documents.length > 1) return undefined;
  return { text: own, place, document: read.documents[0], comments: read.comments, problems: read.problem === undefined ? [] : [read.problem] };
}

export function readBlockByLibrary(text: string): YamlBlock | undefined {
  return standsForItself(text) ? readDocumentByLibrary(text) : undefined;
}

/** Reads what is a whole document, which nothing reaches out of; undefined for a text that is broken. */
export function readDocumentByLibrary(text: string): YamlBlock | undefined {
  const own = copyOf(text);
  const parsed = parseHealthyYaml(own);
  if (parsed === undefined || parsed.documents.length > 1) return undefined;
  const place = new Block();
  const spanOf: SpanOf = (start, end) => place.span(start, end);
  const [first] = parsed.documents;
  const document = first === undefined ? undefined : convertDocument(first, own, parsed.originalOffset, spanOf);
  if (document === 'too-many-aliases') return undefined;
  return { text: own, place, document, comments: parsed.comments.map(({ start, end }) => spanOf(start, end)), problems: [] };
}

/** A slice keeps the whole text alive that it was cut from; a block outlives many versions of the file. */
export function copyOf(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
