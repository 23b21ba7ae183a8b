import type { WorkspaceSymbol } from 'vscode-languageserver-types';
import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis.ts';
import { CANCELLED, NOT_CANCELLED, TEST_CONTEXT } from './testing/markedText.ts';
import { summarise, type FileSummary } from './workspacePlans/fileSummary.ts';
import { MOST_SYMBOLS, resolveWorkspaceSymbol, workspaceSymbols } from './workspaceSymbol.ts';

function file(name: string, year: number, practice: string, ids: readonly string[]): FileSummary {
  const text = `performance_year: ${year}\npractice: { name: ${practice} }\nactivities:\n${ids.map((id) => `  - id: ${id}\n`).join('')}`;
  return summarise(analyse(text, TEST_CONTEXT), { uri: `file:///plans/${name}.mips.yaml`, path: `${name}.mips.yaml` }, new Map());
}

const FILES = [
  file('elm', 2024, 'Elm Street Clinic', ['IA_EPA_1', 'IA_BE_4', 'IA_XX_9']),
  file('oak', 2023, 'Médecins d’Oak', ['IA_EPA_1', 'IA_EPA_10']),
];

function found(query: string, files: readonly FileSummary[] = FILES): string[] {
  const options = { inventory: TEST_CONTEXT.inventory, resolvesRange: false };
  return workspaceSymbols(files, query, options, NOT_CANCELLED).map(({ name, containerName }) => `${name.split(' ').slice(0, 8).join(' ')} | ${containerName ?? ''}`);
}

describe('workspace symbols', () => {
  it.each(['IA_EPA_1', 'ia_epa_1', 'epa1', 'EPA_1'])('are activities by id, the whole id first: %s', (query) => {
    expect(found(query)).toEqual([
      'IA_EPA_1 – Elm Street Clinic, 2024 – Provide | elm.mips.yaml',
      'IA_EPA_1 – Médecins d’Oak, 2023 – Provide 24/7 | oak.mips.yaml',
      'IA_EPA_10 – Médecins d’Oak, 2023 | oak.mips.yaml',
    ]);
  });

  it('are activities by words of the title', () => {
    expect(found('patient portal')[0]).toMatch(/^IA_BE_4 – Elm/);
    expect(found('24/7 access').map((line) => line.slice(0, 8))).toEqual(['IA_EPA_1', 'IA_EPA_1']);
  });

  it('are activities among those of a practice or a year', () => {
    expect(found('epa_1 elm')).toEqual(['IA_EPA_1 – Elm Street Clinic, 2024 – Provide | elm.mips.yaml']);
    expect(found('access 2023')[0]).toContain('Oak');
  });

  it('are plans by words of the practice’s name and the year, whatever the language', () => {
    expect(found('street elm')).toEqual(['Elm Street Clinic, 2024 | elm.mips.yaml']);
    expect(found('méd 2023')).toEqual(['Médecins d’Oak, 2023 | oak.mips.yaml']);
  });

  it('are all of them where nothing is asked, and none for what nothing fits', () => {
    expect(found('')).toHaveLength(7);
    expect(found('IA_XX_9')).toEqual(['IA_XX_9 – Elm Street Clinic, 2024 | elm.mips.yaml']);
    for (const query of ['elm nowhere', 'epa_1 birch', '…', '_']) expect(found(query)).toEqual([]);
  });

  it('are no more than anybody reads', () => {
    const many = Array.from({ length: MOST_SYMBOLS + 1 }, (_, index) => file(`p${index}`, 2024, `P${index}`, ['IA_BE_4']));
    for (const query of ['be_4', '']) expect(found(query, many)).toHaveLength(MOST_SYMBOLS);
  });

  it('show no TIN in full', () => {
    expect(found('123456789', [file('elm', 2024, 'Elm', ['"123456789"'])])).toEqual(['•••••6789 – Elm, 2024 | elm.mips.yaml']);
  });

  it('have their range, or get it when somebody wants to go there', () => {
    const ask = (resolvesRange: boolean) => workspaceSymbols(FILES, 'elm be_4', { inventory: TEST_CONTEXT.inventory, resolvesRange }, NOT_CANCELLED)[0] as WorkspaceSymbol;
    const range = { start: { line: 4, character: 8 }, end: { line: 4, character: 15 } };
    expect(ask(false).location).toEqual({ uri: 'file:///plans/elm.mips.yaml', range });
    expect(ask(true).location).toEqual({ uri: 'file:///plans/elm.mips.yaml' });
    expect(resolveWorkspaceSymbol(ask(true), FILES[0]).location).toEqual({ uri: 'file:///plans/elm.mips.yaml', range });
  });

  it('keep what they have where the file or the place has gone', () => {
    const options = { inventory: TEST_CONTEXT.inventory, resolvesRange: true };
    const [plan] = workspaceSymbols(FILES, 'elm street', options, NOT_CANCELLED) as WorkspaceSymbol[];
    expect(plan && resolveWorkspaceSymbol(plan, FILES[0]).location).toMatchObject({ range: { start: { line: 0, character: 0 } } });
    const gone = { ...plan, data: { plan: 0, use: 99 } } as WorkspaceSymbol;
    expect(resolveWorkspaceSymbol(gone, FILES[0])).toBe(gone);
    expect(resolveWorkspaceSymbol(gone, undefined)).toBe(gone);
  });

  it('are none once cancelled', () => {
    expect(workspaceSymbols(FILES, '', { inventory: TEST_CONTEXT.inventory, resolvesRange: false }, CANCELLED)).toEqual([]);
  });
});
