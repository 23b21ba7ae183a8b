import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar, type IRawGrammar } from 'vscode-textmate';

const require = createRequire(import.meta.url);

const GRAMMAR = new URL('../../syntaxes/mips-plan.tmLanguage.json', import.meta.url);

export interface Token {
  readonly text: string;
  /** The innermost scope is the last; the grammar's own root scope is left out. */
  readonly scopes: readonly string[];
}

/** The grammar as VS Code loads it: alone, with no other grammar to include. */
export async function loadGrammar(): Promise<IGrammar> {
  const wasm = await readFile(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scopeName) =>
      scopeName === 'source.mips-plan' ? (JSON.parse(await readFile(GRAMMAR, 'utf8')) as IRawGrammar) : null,
  });
  const grammar = await registry.loadGrammar('source.mips-plan');
  if (!grammar) throw new Error('The grammar could not be loaded.');
  return grammar;
}

/** The tokens of each line. */
export function tokenise(grammar: IGrammar, text: string): readonly (readonly Token[])[] {
  let state = textmate.INITIAL;
  return text.split(/\r?\n/).map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map((token) => ({
      text: line.slice(token.startIndex, token.endIndex),
      scopes: token.scopes.filter((scope) => scope !== 'source.mips-plan'),
    }));
  });
}

/** Each line with its scopes below it, one row a token; what has no scope of its own has no row. */
export function describeTokens(lines: readonly (readonly Token[])[]): string {
  const rows: string[] = [];
  for (const line of lines) {
    rows.push(`>${line.map((token) => token.text).join('')}`);
    let column = 0;
    for (const token of line) {
      const width = Math.max(token.text.length, 1);
      if (token.scopes.length > 0 && token.text.trim() !== '') {
        rows.push(`#${' '.repeat(column)}${'^'.repeat(width)} ${token.scopes.join(' ')}`);
      }
      column += token.text.length;
    }
  }
  return `${rows.join('\n')}\n`;
}
