import type { DocumentLink, DocumentSymbol, FoldingRange, SelectionRange, SymbolInformation } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { InMemory } from './inMemory.ts';
import { FULL, URI } from './plans.ts';
import { PULLING } from './testClient.ts';

const PLAN = FULL.replace('https://example.org/log', 'https://example.org/log, logs/nights.csv');
const NESTED = { ...PULLING, textDocument: { ...PULLING.textDocument, documentSymbol: { hierarchicalDocumentSymbolSupport: true } } };
const METHODS = ['documentSymbol', 'foldingRange', 'selectionRange', 'documentLink'];
const POSITIONS = [{ line: 5, character: 10 }, { line: 0, character: 0 }];

function ask<T>(client: InMemory, method: string, uri = URI): Promise<T> {
  return client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, positions: POSITIONS });
}

describe('the structure of a plan', () => {
  it('is announced', async () => {
    const { capabilities } = await new InMemory().initialize();
    expect(capabilities).toMatchObject({ documentSymbolProvider: true, foldingRangeProvider: true, selectionRangeProvider: true, documentLinkProvider: {} });
  });

  it('is given as symbols, within each other where the client shows that', async () => {
    const client = await InMemory.start({ capabilities: NESTED });
    client.open(URI, PLAN);
    const [plan] = await ask<DocumentSymbol[]>(client, 'documentSymbol');
    expect(plan).toMatchObject({ name: 'Riverbend, 2024', detail: '40 of 40' });
    expect(plan?.children?.at(-1)?.children).toMatchObject([{ detail: '40 points · completed', selectionRange: { start: { line: 5, character: 8 } } }]);
    const simple = await InMemory.start();
    simple.open(URI, PLAN);
    expect((await ask<SymbolInformation[]>(simple, 'documentSymbol')).at(-1)).toMatchObject({ containerName: 'activities', location: { uri: URI } });
  });

  it('is given for folding and selecting', async () => {
    const client = await InMemory.start();
    client.open(URI, PLAN);
    expect(await ask<FoldingRange[]>(client, 'foldingRange')).toEqual([{ startLine: 4, endLine: 9 }, { startLine: 5, endLine: 9 }]);
    const selections = await ask<SelectionRange[]>(client, 'selectionRange');
    expect(selections).toHaveLength(POSITIONS.length);
    expect(selections[0]?.range).toEqual({ start: { line: 5, character: 8 }, end: { line: 5, character: 16 } });
  });

  it('has links to pages, and to files where the plan is one', async () => {
    const client = await InMemory.start();
    client.open(URI, PLAN);
    const targets = async (uri: string): Promise<unknown[]> => (await ask<DocumentLink[]>(client, 'documentLink', uri)).map(({ target }) => target);
    const page = 'https://qpp.cms.gov/mips/explore-measures';
    expect(await targets(URI)).toEqual(['https://example.org/log', 'file:///plans/logs/nights.csv', page]);
    client.open('untitled:a.mips.yaml', PLAN);
    expect(await targets('untitled:a.mips.yaml')).toEqual(['https://example.org/log', page]);
  });

  it('is nothing where no plan is open', async () => {
    const client = await InMemory.start();
    for (const method of METHODS) expect(await ask(client, method)).toBeNull();
  });

  it('is not looked for once it was cancelled', async () => {
    const client = await InMemory.start();
    client.open(URI, PLAN);
    client.sendTogether(...METHODS.flatMap((method) => [
      { id: method, method: `textDocument/${method}`, params: { textDocument: { uri: URI }, positions: POSITIONS } },
      { method: '$/cancelRequest', params: { id: method } },
    ]));
    await client.score(URI);
    expect(client.responses).toHaveLength(METHODS.length);
    for (const { error } of client.responses) expect(error?.code).toBe(-32800);
  });
});
