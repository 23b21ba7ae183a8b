import type { Span } from '../text/span.ts';
import { withLineFeeds } from './parse.ts';
import { tokensOf as lexemesOf, type TokenKind } from './repair/tokens.ts';

/** A piece of the text as YAML's grammar cuts it, blanks and line breaks included. Also of text that is broken. */
export interface Token {
  readonly type: Exclude<TokenKind, 'doc-mode' | 'flow-error-end' | 'unknown'> | 'block-scalar';
  /** Of a block scalar its lines below the header, the last line break included. */
  readonly span: Span;
}

/** Cuts a text into its tokens: what the values do not tell, such as the names of anchors. */
export function* tokensOf(text: string): Generator<Token> {
  let isBelowHeader = false;
  for (const { kind, start, end } of lexemesOf(withLineFeeds(text))) {
    if (kind === 'doc-mode' || kind === 'flow-error-end' || kind === 'unknown') continue;
    yield { type: kind === 'scalar' && isBelowHeader ? 'block-scalar' : kind, span: { start, end } };
    if (kind === 'scalar') isBelowHeader = false;
    else if (kind === 'block-scalar-header') isBelowHeader = true;
  }
}
