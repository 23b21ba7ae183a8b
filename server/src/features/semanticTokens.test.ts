import { describe, expect, it } from 'vitest';
import type { Range } from 'vscode-languageserver-types';
import { analyse } from '../analysis.ts';
import { SEMANTIC_TOKENS_LEGEND, semanticTokens } from './semanticTokens.ts';
import { CANCELLED, NOT_CANCELLED, TEST_CONTEXT } from './testing/markedText.ts';

const HEAD = 'performance_year: 2024\npractice: { name: X }\nsubmission: { level: group }\n';

/** Each token as `text type.modifier`, decoded as a client does it. */
function tokens(text: string, range?: Range): string[] {
  const { source } = analyse(text, TEST_CONTEXT);
  const { data } = semanticTokens(analyse(text, TEST_CONTEXT), range, NOT_CANCELLED);
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, columns = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
    character = lines === 0 ? character + columns : columns;
    line += lines;
    expect(source.lineText(line).length).toBeGreaterThanOrEqual(character + length);
    const names = SEMANTIC_TOKENS_LEGEND.tokenModifiers.filter((_, bit) => (modifiers & (1 << bit)) !== 0);
    found.push(`${source.lineText(line).slice(character, character + length)} ${[SEMANTIC_TOKENS_LEGEND.tokenTypes[type], ...names].join('.')}`);
  }
  return found;
}

describe('semanticTokens', () => {
  it('tell ids by their weight and whether CMS lists them in the year', () => {
    const ids = ['IA_EPA_1', 'IA_BE_4', 'IA_PCMH', 'IA_BE_27', 'IA_BE_2', 'IA_NO_1'];
    expect(tokens(`${HEAD}activities:\n${ids.map((id) => `  - id: ${id}\n`).join('')}`)).toEqual([
      'IA_EPA_1 class.high', 'IA_BE_4 class.medium', 'IA_PCMH class', 'IA_BE_27 class.unknown', 'IA_BE_2 class.retired', 'IA_NO_1 class.unknown',
    ]);
    expect(tokens('activities: [{ id: IA_EPA_1 }, { id: x }]\n')).toEqual(['IA_EPA_1 class', 'x class.unknown']);
  });

  it('tell statuses, dates and clinicians', () => {
    expect(tokens(`${HEAD}special_statuses: [rural]\nroster: { ada: , bo: }\nactivities:\n  - status: completed\n    period: "2024-01-01/2024-06-30"\n    performed_by: [ada, cy]\n  - performed_by:\n      bo: { start: 2024-01-01, end: 2024-06-30 }\n    period: 2024-02-30/2024-06-30\n`)).toEqual([
      'rural enumMember', 'ada variable.declaration', 'bo variable.declaration', 'completed enumMember',
      '2024-01-01 number', '2024-06-30 number', 'ada variable', 'cy variable.unknown',
      'bo variable', '2024-01-01 number', '2024-06-30 number',
    ]);
  });

  it('stand once, where a value is written', () => {
    expect(tokens(`${HEAD}x: &base { id: IA_BE_4, period: 2024-01-01/2024-04-01 }\nactivities:\n  - *base\n  - <<: *base\n  - { id: IA_CC_2, period: &p 2024-01-01/2024-04-01 }\n  - { period: *p }\n`)).toEqual([
      'IA_BE_4 class.medium', '2024-01-01 number', '2024-04-01 number', 'IA_CC_2 class.medium', '2024-01-01 number', '2024-04-01 number',
    ]);
  });

  it('are of one line each', () => {
    expect(tokens(`${HEAD}activities:\n  - id: "IA_BE\n\n      4"\n  - id: >-\n      IA_BE_4\n  - id: 'x'\n`)).toEqual([
      '"IA_BE class.unknown', '4" class.unknown', 'IA_BE_4 class.medium', "'x' class.unknown",
    ]);
  });

  it('keep their places with CRLF, a byte-order mark and astral characters', () => {
    const text = `\uFEFF${HEAD}activities:\n  - { note: "𝒳𝒳", id: IA_BE_4, status: planned } # 𝒳\n  - { id: "IA_BE\n    _5" }\n`;
    const expected = ['IA_BE_4 class.medium', 'planned enumMember', '"IA_BE class.unknown', '_5" class.unknown'];
    expect(tokens(text)).toEqual(expected);
    expect(tokens(text.replaceAll('\n', '\r\n'))).toEqual(expected);
    expect(tokens('\uFEFFactivities: [{ id: x }]')).toEqual(['x class.unknown']);
  });

  it('are those of the range, and none once cancelled', () => {
    const text = `${HEAD}activities:\n  - id: IA_BE_4\n    status: planned\n  - id: IA_CC_2\n`;
    expect(tokens(text, { start: { line: 5, character: 0 }, end: { line: 6, character: 0 } })).toEqual(['planned enumMember']);
    expect(tokens(text, { start: { line: 4, character: 12 }, end: { line: 4, character: 13 } })).toEqual(['IA_BE_4 class.medium']);
    expect(semanticTokens(analyse(text, TEST_CONTEXT), undefined, CANCELLED)).toEqual({ data: [] });
  });

  it('are none where nothing can be read', () => {
    for (const text of ['', '\t', '['.repeat(70), 'text', '- x']) expect(tokens(text)).toEqual([]);
  });
});
