import type { Span } from '../text/span.ts';
import { AliasCount } from './aliasCount.ts';
import { hasTooManyAliases, TOO_MANY_ALIASES } from './aliasLimit.ts';
import { EMPTY_POOL, type BlockPool } from './blockPool.ts';
import { healthyBlocks, joinBlocks, readBlocks, type ReadDocument } from './blockwise.ts';
import { convertDocument } from './convert.ts';
import type { ConvertedDocument } from './convertedDocument.ts';
import { cutIntoBlocks } from './cutting.ts';
import { splitDocuments, type DocumentParts } from './documentParts.ts';
import { mendBlocks } from './mendBlocks.ts';
import { exceedsFileLimit, parseHealthyYaml, parseYaml } from './parse.ts';
import type { ParsedYaml, Refusal, SyntaxProblem } from './parsed.ts';
import { readWithoutLibrary } from './simple/readWithoutLibrary.ts';

/** A file as ranged values. */
export interface YamlFile {
  /** Documents without content included. */
  readonly documents: readonly ConvertedDocument[];
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly Span[];
  /** What can be kept if the next version of the file has it in common with this one. */
  readonly blocks: BlockPool;
}

/** Smaller files are read in one piece as fast. */
const FEWEST_CHARACTERS = 1500;

/** More blocks that only the library can read are sooner read in one piece. */
const MOST_BY_LIBRARY = 6;

/**
 * Reads a file. What the version before has in common with it is not read again: of a document with a block list of
 * activities and without anchors each activity, of others the whole document. Of a broken file what is broken is
 * mended with what stands around it. Where that cannot be done the whole file is read. All ways give the same
 * (`readYaml.test.ts`).
 * @param before blocks of the version before; they are moved, so that version cannot be read any more.
 */
export function readYaml(text: string, before: BlockPool = EMPTY_POOL): YamlFile | Refusal {
  if (hasTooManyAliases(text)) return TOO_MANY_ALIASES;
  const parts = partsOf(text);
  if (parts === undefined) return readWholeSimply(text, before) ?? readByLibrary(text, before);
  if (parts.some(({ doubtful }) => doubtful.size > 0)) return readWholeSimply(text, before) ?? readBroken(text, parts, before);
  const isOne = isOneBlock(parts);
  const read = readBlocks(text, parts, before, isOne ? 0 : MOST_BY_LIBRARY);
  // Blocks that were all read, and could not be put together, cannot be cut out of the whole either.
  if (read !== undefined) return joinRead(text, read) ?? readByLibrary(text, before);
  const parsed = isOne ? parseYaml(text) : parseHealthyYaml(text);
  if (parsed === undefined) return readBroken(text, parts, before);
  if ('code' in parsed) return parsed;
  const cut = cutIntoBlocks(parsed, parts, text);
  return (cut === undefined ? undefined : joinBlocks(cut)) ?? inOnePiece(parsed, text, before);
}

/** Gives what `readYaml` gives, sooner for a file of which no further version will come. */
export function readYamlOnce(text: string): YamlFile | Refusal {
  if (hasTooManyAliases(text)) return TOO_MANY_ALIASES;
  const simple = readWholeSimply(text, EMPTY_POOL);
  if (simple !== undefined) return simple;
  const parts = partsOf(text);
  if (parts === undefined || isOneBlock(parts)) return readByLibrary(text);
  const parsed = parseHealthyYaml(text);
  return parsed === undefined ? readBroken(text, parts, EMPTY_POOL) : inOnePiece(parsed, text, EMPTY_POOL);
}

/** Undefined for a file that is not cut. */
function partsOf(text: string): readonly DocumentParts[] | undefined {
  return text.length < FEWEST_CHARACTERS || exceedsFileLimit(text) ? undefined : splitDocuments(text);
}

/** Such a block is broken as the file is, and has nothing around it: it is not read by itself first. */
function isOneBlock([first, ...others]: readonly DocumentParts[]): boolean {
  return others.length === 0 && first?.entries.length === 0 && first.tail === undefined;
}

function readBroken(text: string, parts: readonly DocumentParts[], before: BlockPool): YamlFile | Refusal {
  const read = readBlocks(text, parts, before);
  return (read && joinRead(text, read)) ?? readByLibrary(text, before);
}

function joinRead(text: string, documents: readonly ReadDocument[]): YamlFile | undefined {
  const blocks = healthyBlocks(documents) ?? mendBlocks(text, documents);
  return blocks && joinBlocks(blocks);
}

function readWholeSimply(text: string, blocks: BlockPool): YamlFile | undefined {
  const simple = readWithoutLibrary(text);
  if (simple === undefined) return undefined;
  const { documents, comments, problem } = simple;
  return { documents: upToEachOther(documents, text), problems: problem === undefined ? [] : [problem], comments, blocks };
}

/** Reads a file in one piece with the YAML library, which knows all of YAML. */
export function readByLibrary(text: string, blocks: BlockPool = EMPTY_POOL): YamlFile | Refusal {
  const parsed = parseYaml(text);
  return 'code' in parsed ? parsed : inOnePiece(parsed, text, blocks);
}

function inOnePiece(parsed: ParsedYaml, text: string, blocks: BlockPool): YamlFile | Refusal {
  const documents: ConvertedDocument[] = [];
  const aliased = new AliasCount();
  for (const document of parsed.documents) {
    const converted = convertDocument(document, text, parsed.originalOffset, undefined, aliased);
    if (converted === 'too-many-aliases') return TOO_MANY_ALIASES;
    documents.push(converted);
  }
  return { documents: upToEachOther(documents, text), problems: parsed.problems, comments: parsed.comments, blocks };
}

/** A document reaches up to the next, comments and blank lines behind it included. */
function upToEachOther(documents: readonly ConvertedDocument[], text: string): readonly ConvertedDocument[] {
  return documents.map((document, index) => ({
    ...document,
    span: { start: document.span.start, end: documents[index + 1]?.span.start ?? text.length },
  }));
}
