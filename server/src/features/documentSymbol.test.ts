import type { DocumentSymbol } from 'vscode-languageserver-types';
import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis.ts';
import type { SourceText } from '../text/sourceText.ts';
import { documentSymbols, flatSymbols } from './documentSymbol.ts';
import { CANCELLED, NOT_CANCELLED, TEST_CONTEXT } from './testing/markedText.ts';

const PLAN = `# Elm
performance_year: 2024
practice: { name: Elm, clinicians: 9 }
submission: { level: group }
special_statuses: [rural, hpsa]
roster:
  adams: { name: Ann Adams }
  baker:
activities:
  - id: IA_EPA_1 # nights
    period: 2024-01-15/2024-12-31
    performed_by: all
    status: in_progress
  - { id: IA_BE_4, status: dropped }
  - id: IA_XX_1
  - note: later
# the end
`;

function assertNested({ range, selectionRange, children, name }: DocumentSymbol, source: SourceText): void {
  const holds = (inner: DocumentSymbol['range']): void => {
    expect(source.offsetAt(range.start), name).toBeLessThanOrEqual(source.offsetAt(inner.start));
    expect(source.offsetAt(range.end), name).toBeGreaterThanOrEqual(source.offsetAt(inner.end));
  };
  expect(name).not.toBe('');
  holds(selectionRange);
  for (const child of children ?? []) {
    holds(child.range);
    assertNested(child, source);
  }
}

/** `name | detail | the selected text`, children indented. */
function outline(text: string): string[] {
  const { source, ...rest } = analyse(text, TEST_CONTEXT);
  const lines = ({ name, detail, selectionRange, children }: DocumentSymbol, depth: number): string[] => {
    const selected = text.slice(source.offsetAt(selectionRange.start), source.offsetAt(selectionRange.end));
    return [`${'  '.repeat(depth)}${name} | ${detail ?? ''} | ${selected}`, ...(children ?? []).flatMap((child) => lines(child, depth + 1))];
  };
  const symbols = documentSymbols({ source, ...rest }, NOT_CANCELLED);
  for (const symbol of symbols) assertNested(symbol, source);
  return symbols.flatMap((symbol) => lines(symbol, 0));
}

const EXPECTED = [
  'Elm, 2024 | 40 of 40 | performance_year',
  '  performance_year | 2024 | performance_year',
  '  practice |  | practice',
  '  submission |  | submission',
  '  special_statuses | rural, hpsa | special_statuses',
  '  roster |  | roster',
  '    adams | Ann Adams | adams',
  '    baker |  | baker',
  '  activities |  | activities',
  '    IA_EPA_1 Provide 24/7 Access to MIPS Eligible Cl… | 40 points · in progress | IA_EPA_1',
  '    IA_BE_4 Engagement of patients through implement… | dropped | IA_BE_4',
  '    IA_XX_1 | no points · planned | IA_XX_1',
  '    Activity without id | no points · planned | note',
];

describe('document symbols', () => {
  it.each([
    ['LF', PLAN],
    ['CRLF and a byte-order mark', `\uFEFF${PLAN.replaceAll('\n', '\r\n')}`],
  ])('are plans, sections and activities with what they earn: %s', (_, text) => {
    const shown = outline(text);
    expect(shown.map((line) => line.replace(/Engagement.*…/i, 'Engagement of patients through implement…'))).toEqual(EXPECTED);
  });

  it('are those of every document', () => {
    expect(outline(`${PLAN}--- # the next\nactivities: []\n---\n# nothing\n`).filter((line) => !line.startsWith(' '))).toEqual([EXPECTED[0], 'Plan 2 |  | activities']);
  });

  it('hold what came through aliases and merge keys', () => {
    const text = `x-all: &all\n  - &one { id: IA_BE_4 }\n  - *one\n<<: { practice: { name: 😀 } }\nactivities: *all\nroster: { adams: {}, <<: { baker: {} } }\n`;
    expect(outline(text).some((line) => line.includes('IA_BE_4'))).toBe(true);
  });

  it.each(['practice: { name: "', 'activities:\n  - id: IA_BE_4\n    period: [\n  - id', '- a\n- b\n', 'just text', 'practice:\n  name: ""\n"": 1\n', '\t- x: {'])('are there for broken text: %j', (text) => {
    expect(outline(text).length).toBeGreaterThan(0);
  });

  it('are one list for clients that want one', () => {
    const symbols = flatSymbols(analyse(PLAN, TEST_CONTEXT), 'file:///a', NOT_CANCELLED);
    expect(symbols).toHaveLength(EXPECTED.length);
    expect(symbols.map(({ containerName }) => containerName).slice(0, 3)).toEqual([undefined, 'Elm, 2024', 'Elm, 2024']);
    expect(symbols.every(({ location }) => location.uri === 'file:///a')).toBe(true);
  });

  it('are not made for a request that was cancelled', () => {
    expect(documentSymbols(analyse(PLAN, TEST_CONTEXT), CANCELLED)).toEqual([]);
    expect(flatSymbols(analyse(PLAN, TEST_CONTEXT), 'file:///a', CANCELLED)).toEqual([]);
  });
});
