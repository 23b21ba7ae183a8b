import type { Span } from '../text/span.ts';
import { joinBlocks, readMissingBlocks } from './blockwise.ts';
import { convertDocument, type ConvertedDocument } from './convert.ts';
import { cutIntoBlocks } from './cutting.ts';
import { splitDocuments } from './documentParts.ts';
import { exceedsFileLimit, parseYaml } from './parse.ts';
import type { ParsedYaml, Refusal, SyntaxProblem } from './parsed.ts';
import { readHalfTyped } from './simple/halfTypedKey.ts';
import { readSimple } from './simple/readSimple.ts';
import { EMPTY_POOL, type BlockPool } from './yamlBlock.ts';

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

/**
 * Reads a file. What the version before has in common with it is not read again, as long as it is healthy YAML: of a
 * document that ends with a block list of activities and has no anchors each activity, of others the whole document.
 * Otherwise the whole file is read. All ways give the same (`readYaml.test.ts`).
 * @param before blocks of the version before; they are moved, so that version cannot be read any more.
 */
export function readYaml(text: string, before: BlockPool = EMPTY_POOL): YamlFile | Refusal {
  const isCuttable = text.length >= FEWEST_CHARACTERS && !exceedsFileLimit(text);
  const parts = isCuttable ? splitDocuments(text) : undefined;
  if (parts === undefined) return readWhole(text, before);
  const kept = readMissingBlocks(text, parts, before);
  const joined = kept === undefined ? undefined : joinBlocks(kept);
  if (joined !== undefined) return joined;
  const parsed = parseYaml(text);
  if ('code' in parsed) return parsed;
  const cut = cutIntoBlocks(parsed, parts, text);
  return (cut === undefined ? undefined : joinBlocks(cut)) ?? inOnePiece(parsed, text, before);
}

/** Reads a file in one piece. */
export function readWhole(text: string, blocks: BlockPool = EMPTY_POOL): YamlFile | Refusal {
  const simple = readSimple(text) ?? readHalfTyped(text);
  if (simple === undefined) return readByLibrary(text, blocks);
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
  for (const document of parsed.documents) {
    const converted = convertDocument(document, text, parsed.originalOffset);
    if (converted === 'too-many-aliases') return { code: 'too-many-aliases', message: TOO_MANY_ALIASES };
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

const TOO_MANY_ALIASES = 'Following the aliases (`*name`) of this file gives more than 10,000 values or 2 MiB of text, so it is not read; write the values out.';
