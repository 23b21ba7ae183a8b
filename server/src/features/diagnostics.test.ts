import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver-types';
import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis.ts';
import { createInventory } from '../inventory/createInventory.ts';
import { diagnostics, type DiagnosticsOptions } from './diagnostics.ts';

const URI = 'file:///plans/a.mips.yaml';
const EVERYTHING: DiagnosticsOptions = {
  uri: URI,
  levels: new Map(),
  relatedInformation: true,
  codeDescription: true,
  unnecessaryTag: true,
  data: true,
};
const inventory = createInventory();

function diagnosticsOf(text: string, options: Partial<DiagnosticsOptions> = {}, cancelled = false): Diagnostic[] {
  const analysis = analyse(text, { asOf: '2024-10-01', inventory });
  return diagnostics(analysis, { ...EVERYTHING, ...options }, { isCancellationRequested: cancelled });
}

function only(code: string, all: readonly Diagnostic[]): Diagnostic {
  const found = all.filter((diagnostic) => diagnostic.code === code);
  expect(found).toHaveLength(1);
  return found[0] as Diagnostic;
}

const DUPLICATE = `performance_year: 2024
practice: { name: A, clinicians: 4 }
submission: { level: group }
activities:
  - id: IA_BE_4 # mips-disable-line unknown-key
  - id: IA_BE_4
`;

describe('diagnostics', () => {
  it('say what, where and how bad, and link to the page of the code', () => {
    const diagnostic = only('duplicate-activity', diagnosticsOf(DUPLICATE));
    expect(diagnostic).toMatchObject({
      range: { start: { line: 5, character: 8 }, end: { line: 5, character: 15 } },
      severity: DiagnosticSeverity.Error,
      source: 'mips-plan',
      codeDescription: { href: 'https://github.com/mips-plan/mips-plan/blob/main/docs/findings/duplicate-activity.md' },
      data: { plan: 0 },
    });
    expect(diagnostic.message).not.toBe('');
  });

  it('relate to the other place in the same file', () => {
    const [related] = only('duplicate-activity', diagnosticsOf(DUPLICATE)).relatedInformation ?? [];
    expect(related?.location).toEqual({ uri: URI, range: { start: { line: 4, character: 8 }, end: { line: 4, character: 15 } } });
  });

  it('fade what is unnecessary', () => {
    expect(only('unused-suppression', diagnosticsOf(DUPLICATE)).tags).toEqual([DiagnosticTag.Unnecessary]);
  });

  it('leave out what the client cannot show', () => {
    const plain = diagnosticsOf(DUPLICATE, { relatedInformation: false, codeDescription: false, unnecessaryTag: false, data: false });
    expect(plain.length).toBeGreaterThan(2);
    for (const diagnostic of plain) expect(Object.keys(diagnostic).sort()).toEqual(['code', 'message', 'range', 'severity', 'source']);
  });

  it('have the severity that the user wants, or are off', () => {
    const levels = new Map([['duplicate-activity', 'hint'], ['unused-suppression', 'off']] as const);
    const shown = diagnosticsOf(DUPLICATE, { levels });
    expect(only('duplicate-activity', shown).severity).toBe(DiagnosticSeverity.Hint);
    expect(shown.map(({ code }) => code)).not.toContain('unused-suppression');
  });

  it('come in the order of the text and count in UTF-16', () => {
    const text = 'performance_year: 2024\npractice: { name: "😀", clinicians: x }\nsubmission: { level: nobody }\nactivities: []\n';
    const shown = diagnosticsOf(text);
    const lines = shown.map(({ range }) => range.start.line);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    expect(only('wrong-type', shown).range.start).toEqual({ line: 1, character: 'practice: { name: "😀", clinicians: '.length });
  });

  it('are not made for a request that was cancelled', () => {
    expect(diagnosticsOf(DUPLICATE, {}, true)).toEqual([]);
  });
});
