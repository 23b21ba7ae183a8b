import { Composer, Lexer, Parser, type Document, type YAMLError } from 'yaml';
import type { Span } from '../../text/span.ts';
import { LIMITS } from '../parsed.ts';

/** What one pass of the YAML library gives for a text. */
export interface Reading {
  readonly documents: readonly Document.Parsed[];
  /** In the order of the text. */
  readonly errors: readonly YAMLError[];
  readonly comments: readonly Span[];
}

const OPTIONS = {
  version: '1.2',
  schema: 'core',
  uniqueKeys: false,
  merge: false,
  prettyErrors: false,
  logLevel: 'silent',
  stringKeys: false,
  keepSourceTokens: false,
} as const;

/** Lexemes that stand for no text: start of a document, end of a broken flow collection, "a scalar follows". */
const DOCUMENT_MARK = '\u0002';
const FLOW_END_MARK = '\u0018';
const SCALAR_MARK = '\u001f';

/** Reads a text once; undefined where its collections are nested deeper than the format allows. */
export function readOnce(text: string): Reading | undefined {
  const composer = new Composer(OPTIONS);
  const parser = new Parser();
  const documents: Document.Parsed[] = [];
  const comments: Span[] = [];
  let offset = 0;
  let scalarFollows = false;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      for (const document of composer.next(token)) documents.push(document as Document.Parsed);
    }
    if (scalarFollows) {
      scalarFollows = false;
      offset += lexeme.length;
    } else if (lexeme === SCALAR_MARK) {
      scalarFollows = true;
    } else if (lexeme !== DOCUMENT_MARK && lexeme !== FLOW_END_MARK) {
      if (lexeme.charCodeAt(0) === HASH) comments.push({ start: offset, end: offset + lexeme.length });
      offset += lexeme.length;
    }
    // The stack holds a document and at most one scalar besides the collections.
    if (parser.stack.length > LIMITS.nesting && nestedCollections(parser) > LIMITS.nesting) return undefined;
  }
  for (const token of parser.end()) {
    for (const document of composer.next(token)) documents.push(document as Document.Parsed);
  }
  for (const document of composer.end()) documents.push(document as Document.Parsed);
  return { documents, errors: errorsOf(documents, composer), comments };
}

const HASH = 35;

function nestedCollections(parser: Parser): number {
  let collections = 0;
  for (const { type } of parser.stack) {
    if (type === 'block-map' || type === 'block-seq' || type === 'flow-collection') collections++;
  }
  return collections;
}

function errorsOf(documents: readonly Document.Parsed[], composer: Composer): readonly YAMLError[] {
  const errors = documents.length === 0 ? composer.streamInfo().errors : documents.flatMap((document) => document.errors);
  return errors.length > 1 ? [...errors].sort((a, b) => a.pos[0] - b.pos[0]) : errors;
}
