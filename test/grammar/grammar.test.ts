import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { describeTokens, loadGrammar, tokenise } from './tokenise.ts';

const FOLDERS = [new URL('plans/', import.meta.url), new URL('../../samples/', import.meta.url)];

let grammar: IGrammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});

describe('the colours of whole plans', () => {
  for (const folder of FOLDERS) {
    for (const name of readdirSync(folder).filter((file) => /\.mips\.ya?ml$/.test(file)).sort()) {
      it(name, async () => {
        const text = readFileSync(new URL(name, folder), 'utf8');
        await expect(describeTokens(tokenise(grammar, text))).toMatchFileSnapshot(`snapshots/${name}.txt`);
      });
    }
  }
});

/** The innermost scope of each piece of `text` in the last line of the plan. */
function scopeOf(plan: string, text: string): string | undefined {
  const token = tokenise(grammar, plan).at(-1)?.find((candidate) => candidate.text.trim() === text);
  return token === undefined ? 'no such token' : token.scopes.at(-1);
}

describe('what stands out', () => {
  it.each([
    ['performance_year: 2024', 'performance_year', 'keyword.control.section.mips-plan'],
    ['performance_yeer: 2024', 'performance_yeer', 'entity.name.tag.yaml'],
    ['  activities: 1', 'activities', 'entity.name.tag.yaml'],
    ['id: IA_EPA_1', 'IA_EPA_1', 'entity.name.type.activity.mips-plan'],
    ['id: "IA_PCMH"', 'IA_PCMH', 'entity.name.type.activity.mips-plan'],
    ['- {id: IA_EPA_1}', 'IA_EPA_1', 'entity.name.type.activity.mips-plan'],
    ['id: ia_epa_1', 'ia_epa_1', 'string.unquoted.plain.out.mips-plan'],
    ['note: IA_EPA_1', 'IA_EPA_1', 'string.unquoted.plain.out.mips-plan'],
    ['mvp: G0053', 'G0053', 'entity.name.type.mvp.mips-plan'],
    ['status: planned', 'planned', 'variable.other.enummember.mips-plan'],
    ['status: planed', 'planed', 'string.unquoted.plain.out.mips-plan'],
    ['note: planned', 'planned', 'string.unquoted.plain.out.mips-plan'],
    ['- {status: planned}', 'planned', 'variable.other.enummember.mips-plan'],
    ['special_statuses:\n- rural', 'rural', 'variable.other.enummember.mips-plan'],
    ['period: 2024-01-15/2024-06-30', '2024-06-30', 'constant.numeric.date.mips-plan'],
    ['period: 2024-01-15/2024-06-30', '/', 'keyword.operator.range.mips-plan'],
    ['start: 2024-01-15 # from', '2024-01-15', 'constant.numeric.date.mips-plan'],
    ['performed_by: 62.5%', '62.5%', 'constant.numeric.percentage.mips-plan'],
    ['performed_by: all', 'all', 'variable.other.enummember.mips-plan'],
    ['clinicians: 12', '12', 'constant.numeric.yaml'],
    ['ia_study: true', 'true', 'constant.language.boolean.yaml'],
    ['file: a#b', 'a#b', 'string.unquoted.plain.out.mips-plan'],
    ['- https://example.org/x', 'https://example.org/x', 'string.unquoted.plain.out.mips-plan'],
    ['<<: *base', '<<', 'keyword.operator.merge.yaml'],
    ['<<: *base', 'base', 'variable.other.alias.yaml'],
    ['a: &base', 'base', 'variable.other.anchor.yaml'],
    ['name: "\\n"', '\\n', 'constant.character.escape.yaml'],
    ['name: "\\q"', '\\q', 'invalid.illegal.escape.yaml'],
    ['---', '---', 'keyword.control.document.begin.yaml'],
    ['# mips-disable-line period-missing', 'period-missing', 'variable.other.enummember.finding-code.mips-plan'],
  ])('%j: %s is %s', (plan, text, scope) => {
    expect(scopeOf(plan, text)).toBe(scope);
  });
});

describe('nothing leaks into the line after it', () => {
  it.each([
    ['an unclosed double quote', 'name: "Riverbend'],
    ['an unclosed single quote', "name: 'Riverbend"],
    ['an unclosed flow map', 'submission: {program: app,'],
    ['an unclosed flow list', 'special_statuses: [rural,'],
    ['an empty block scalar', 'note: |'],
    ['a block scalar with text', 'note: >-\n  text'],
    ['a block scalar in a list item', '- note: |\n    text'],
    ['an unclosed quote in a list item', '- "text'],
    ['a list at the indentation of its key', 'activities:\n- id: "IA_EPA_1'],
  ])('%s', (_, plan) => {
    expect(scopeOf(`${plan}\nactivities:`, 'activities')).toBe('keyword.control.section.mips-plan');
  });

  it('a string goes on where YAML lets it', () => {
    expect(scopeOf('name: "Riverbend\n  Family Medicine"', 'Family Medicine')).toBe('string.quoted.double.mips-plan');
    expect(scopeOf('note: |\n  one\n\n  # two', '# two')).toBe('string.unquoted.block.mips-plan');
    expect(scopeOf('- note: |\n    status: planned', 'status: planned')).toBe('string.unquoted.block.mips-plan');
    expect(scopeOf('- note: |\n  status: planned', 'planned')).toBe('variable.other.enummember.mips-plan');
  });
});
