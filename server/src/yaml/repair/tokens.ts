import { CST, Lexer } from 'yaml';

/** A lexeme of the YAML library with its place. Those that stand for no text have none of its length. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

export type TokenKind = NonNullable<ReturnType<typeof CST.tokenType>> | 'unknown';

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  let scalarFollows = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (scalarFollows) {
      scalarFollows = false;
      tokens.push({ kind: 'scalar', start: offset, end: offset + lexeme.length });
      offset += lexeme.length;
      continue;
    }
    const kind = CST.tokenType(lexeme) ?? 'unknown';
    if (kind === 'scalar') scalarFollows = true;
    else if (kind === 'doc-mode' || kind === 'flow-error-end') tokens.push({ kind, start: offset, end: offset });
    else {
      tokens.push({ kind, start: offset, end: offset + lexeme.length });
      offset += lexeme.length;
    }
  }
  return tokens;
}

export function isQuoted(token: Token): boolean {
  return token.kind === 'double-quoted-scalar' || token.kind === 'single-quoted-scalar';
}

/** Whether a token says something: no blanks, line breaks or comments. */
export function isSignificant(token: Token): boolean {
  return token.kind !== 'space' && token.kind !== 'newline' && token.kind !== 'comment' && token.end > token.start;
}

export function isOpening(token: Token): boolean {
  return token.kind === 'flow-map-start' || token.kind === 'flow-seq-start';
}

/** The bracket that closes the one at a place. */
export function closerOf(text: string, opening: Pick<Token, 'start'>): '}' | ']' {
  return text.charAt(opening.start) === '{' ? '}' : ']';
}

/** Where text between brackets ends that would end at `end` without them: before a comma, a closing bracket and the blanks there. */
export function endInBrackets(text: string, start: number, end: number): number {
  const rest = text.slice(start, end);
  const delimiter = rest.search(/[,\]}]/);
  return start + (delimiter === -1 ? rest : rest.slice(0, delimiter)).trimEnd().length;
}

export function isClosing(token: Token): boolean {
  return token.kind === 'flow-map-end' || token.kind === 'flow-seq-end';
}
