import { Composer, Lexer, Parser, type CST, type Document, type ErrorCode } from 'yaml';
import type { Span } from '../../text/span.ts';
import { LIMITS } from '../parsed.ts';

/** What one pass of the YAML library gives for a text. */
export interface Reading {
  readonly documents: readonly Document.Parsed[];
  /** In the order of the text; of very many only the first that the library met. */
  readonly errors: readonly ReadingError[];
  readonly comments: readonly Span[];
  /** How many pieces the library took the text for: a measure of the work. */
  readonly lexemes: number;
}

/** An error in the library's own words, by which those of one code are told apart. */
export interface ReadingError extends Span {
  readonly code: ErrorCode;
  readonly message: string;
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

const HASH = 35;

/** Reads a text once; undefined where its collections are nested deeper than the format allows. */
export function readOnce(text: string): Reading | undefined {
  const errors = new ErrorList();
  const composer = new Composer(OPTIONS);
  Reflect.set(composer, 'onError', errors.take);
  const parser = new Parser();
  const documents: Document.Parsed[] = [];
  const comments: Span[] = [];
  let offset = 0;
  let lexemes = 0;
  let scalarFollows = false;
  let directives: CST.Directive[] = [];
  const compose = (token: CST.Token): void => {
    if (token.type === 'directive') directives.push(token);
    else if (token.type === 'document') {
      errors.takeRepeated(directives);
      directives = [];
    }
    if (token.type === 'error') errors.take(token, 'UNEXPECTED_TOKEN', token.message);
    else for (const document of composer.next(token)) documents.push(document);
  };
  for (const lexeme of new Lexer().lex(text)) {
    lexemes++;
    for (const token of parser.next(lexeme)) compose(token);
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
    if (parser.stack.length > LIMITS.nesting && isTooDeep(parser)) return undefined;
  }
  for (const token of parser.end()) compose(token);
  for (const document of composer.end()) documents.push(document);
  // Neither this nor a repeated directive does the library mind.
  const [homeless] = directives;
  if (homeless !== undefined) errors.take(homeless, 'MISSING_CHAR', 'Missing directives-end indicator line');
  return { documents, errors: errors.inOrder(), comments, lexemes };
}

/** The library composes each within the one before, which takes room. */
const MOST_OPENED_BY_COLONS = 4 * LIMITS.nesting;

function isTooDeep({ stack }: Parser): boolean {
  let collections = 0;
  let openedByColons = 0;
  for (const [index, token] of stack.entries()) {
    if (token.type !== 'block-map' && token.type !== 'block-seq' && token.type !== 'flow-collection') continue;
    const around = stack[index - 1];
    // A colon in a text opens a map on the line of its key, and the library takes the keys below for that map's: each such
    // line is one deeper, which is a mistake to be mended and no nesting.
    if (token.type === 'block-map' && around?.type === 'block-map' && around.indent === token.indent) openedByColons++;
    else collections++;
  }
  return collections > LIMITS.nesting || openedByColons > MOST_OPENED_BY_COLONS;
}

/** What the library points to: an offset, two of them, or a token. */
type ErrorSource =
  number | readonly [number, number, ...number[]] | { readonly offset: number; readonly source?: unknown };

/**
 * Stands in for the list of the library, which makes an `Error` with a stack for each of what may be a million errors
 * of a text that is no YAML, and then needs minutes and gigabytes for them.
 */
class ErrorList {
  readonly #errors: ReadingError[] = [];

  readonly take = (source: ErrorSource, code: ErrorCode, message: string, isWarning?: boolean): void => {
    if (isWarning === true || this.#errors.length >= MOST_ERRORS) return;
    this.#errors.push({ ...spanOf(source), code, message });
  };

  takeRepeated(directives: readonly CST.Directive[]): void {
    const versions = directives.filter(({ source }) => source.startsWith('%YAML'));
    for (const directive of versions.slice(1)) this.take(directive, 'BAD_DIRECTIVE', 'Repeated directive');
  }

  inOrder(): readonly ReadingError[] {
    return this.#errors.sort((a, b) => a.start - b.start);
  }
}

const MOST_ERRORS = 1000;

function spanOf(source: ErrorSource): Span {
  if (typeof source === 'number') return { start: source, end: source + 1 };
  if ('offset' in source) {
    const length = typeof source.source === 'string' ? source.source.length : 1;
    return { start: source.offset, end: source.offset + length };
  }
  return { start: source[0], end: source[1] };
}
