import { CST, Lexer } from 'yaml';
import { exceedsFileLimit } from './parse.ts';
import { LIMITS, type Refusal } from './parsed.ts';

/** What a file is answered whose aliases repeat more than the format allows. */
export const TOO_MANY_ALIASES: Refusal = {
  code: 'too-many-aliases',
  message: 'Following the aliases (`*name`) of this file gives more than 10,000 values or 2 MiB of text, so it is not read; write the values out.',
};

/**
 * Whether the aliases themselves are more than may be followed, each at least one value: then nothing has to be read to
 * refuse the file. Of a file that is too large anyway they are not counted.
 */
export function hasTooManyAliases(text: string): boolean {
  return hasMoreThan(LIMITS.aliasNodes, asterisks(text)) && !exceedsFileLimit(text) && hasMoreThan(LIMITS.aliasNodes, aliases(text));
}

function* asterisks(text: string): Generator {
  for (let at = text.indexOf('*'); at !== -1; at = text.indexOf('*', at + 1)) yield at;
}

/** Those that an anchor of their document goes before; any other is a mistake of its own and repeats nothing. */
function* aliases(text: string): Generator {
  const anchors = new Set<string>();
  for (const lexeme of new Lexer().lex(text)) {
    const kind = CST.tokenType(lexeme);
    if (kind === 'doc-start') anchors.clear();
    else if (kind === 'anchor') anchors.add(lexeme.slice(1));
    else if (kind === 'alias' && anchors.has(lexeme.slice(1))) yield lexeme;
  }
}

function hasMoreThan(most: number, items: Iterable<unknown>): boolean {
  let count = 0;
  for (const _ of items) if (++count > most) return true;
  return false;
}
