import { CST, Lexer } from 'yaml';
import type { Span } from '../text/span.ts';

/** A piece of the text as YAML's grammar cuts it, blanks and line breaks included. Also of text that is broken. */
export interface Token {
  readonly type: Exclude<CST.TokenType, 'doc-mode' | 'flow-error-end'> | 'block-scalar';
  /** Of a block scalar its lines below the header, the last line break included. */
  readonly span: Span;
}

/** Cuts a text into its tokens: what the values do not tell, such as the names of anchors. */
export function* tokensOf(text: string): Generator<Token> {
  let start = 0;
  let header = false;
  let isScalar = false;
  // A carriage return alone ends a line, too; the library knows it only before a line feed.
  for (const source of new Lexer().lex(text.replace(/\r(?!\n)/g, '\n'))) {
    const type = isScalar ? 'scalar' : CST.tokenType(source);
    // These say what comes, and are no part of the text; what follows the last is a scalar whatever it looks like.
    if (type === 'doc-mode' || type === 'flow-error-end') continue;
    if (type === 'scalar' && !isScalar) {
      isScalar = true;
      continue;
    }
    const span = { start, end: start + source.length };
    start = span.end;
    if (isScalar) yield { type: header ? 'block-scalar' : 'scalar', span };
    else if (type !== null) yield { type, span };
    if (isScalar) header = false;
    else if (type === 'block-scalar-header') header = true;
    isScalar = false;
  }
}
