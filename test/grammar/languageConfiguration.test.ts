import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface OnEnterRule {
  readonly beforeText: string;
  readonly action: { readonly indent: 'none' | 'indent'; readonly appendText?: string };
}

const configuration = JSON.parse(
  readFileSync(new URL('../../language-configuration.json', import.meta.url), 'utf8'),
) as {
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly onEnterRules: readonly OnEnterRule[];
  readonly indentationRules: { readonly increaseIndentPattern: string };
};

/** The blanks before the cursor after Enter at the end of `line`, as VS Code applies the first rule that fits. */
function indentationAfterEnter(line: string): number {
  const rule = configuration.onEnterRules.find((candidate) => new RegExp(candidate.beforeText).test(line));
  const own = line.length - line.trimStart().length;
  if (!rule) return own;
  return own + (rule.action.indent === 'indent' ? 2 : 0) + (rule.action.appendText?.length ?? 0);
}

describe('Enter at the end of a line', () => {
  it.each([
    ['performance_year: 2024', 0],
    ['practice:', 2],
    ['practice: # who reports', 2],
    ['practice: &ours', 2],
    ['  name: Riverbend', 2],
    ['  name: "Riverbend: the clinic"', 2],
    ['activities:', 2],
    ['  - id: IA_EPA_1', 4],
    ['  - id: IA_EPA_1 # high', 4],
    ['  - id: "IA_EPA_1"', 4],
    ['- id: IA_EPA_1', 2],
    ['  - &first', 4],
    ['  - period:', 6],
    ['    evidence:', 6],
    ['      - evidence/log.pdf', 6],
    ['      - https://example.org/log', 6],
    ['      - "a: b"', 6],
    ['      - note: kept on paper', 8],
    ['      - note: |', 10],
    ['    note: >-', 6],
    ['    performed_by: 6', 4],
    ['  - { id: IA_BE_4, status: planned }', 2],
    ['# activities:', 0],
    ['  # - id: IA_EPA_1', 2],
    ['special_statuses: [rural]', 0],
  ])('%j goes on at column %i', (line, expected) => {
    expect(indentationAfterEnter(line)).toBe(expected);
  });
});

describe('words', () => {
  it.each([
    ['id: IA_EPA_1 # high', ['id', 'IA_EPA_1', 'high']],
    ['period: 2024-01-15/2024-06-30', ['period', '2024-01-15', '2024-06-30']],
    ['  - small_practice', ['small_practice']],
    ['performed_by: [dr-adams, müller]', ['performed_by', 'dr-adams', 'müller']],
  ])('of %j', (line, words) => {
    const { pattern, flags } = configuration.wordPattern;
    expect(line.match(new RegExp(pattern, `g${flags}`))).toEqual(words);
  });
});
