import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompletionItem, CompletionList, Hover } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { createInventoryTexts } from '../../server/src/inventory/inventoryTexts.ts';
import { newFolder } from './folder.ts';
import { InMemory } from './inMemory.ts';
import { FULL, URI } from './plans.ts';
import { PULLING } from './testClient.ts';

const AT_ID = { line: 5, character: 12 };
const MARKDOWN = { ...PULLING, textDocument: { ...PULLING.textDocument, hover: { contentFormat: ['markdown' as const] }, completion: { completionItem: { documentationFormat: ['markdown' as const] } } } };

function completion(client: InMemory): Promise<CompletionList | null> {
  return client.connection.sendRequest('textDocument/completion', { textDocument: { uri: URI }, position: AT_ID });
}

function hover(client: InMemory): Promise<Hover | null> {
  return client.connection.sendRequest('textDocument/hover', { textDocument: { uri: URI }, position: AT_ID });
}

function textOf(hovered: Hover | null): string {
  return (hovered?.contents as { value: string } | undefined)?.value ?? '';
}

describe('completion', () => {
  it('offers what can stand at the cursor, and describes it when asked', async () => {
    const client = await InMemory.start({ capabilities: MARKDOWN });
    client.open(URI, FULL.replace('IA_EPA_1', 'IA_EPA_'));
    const item = (await completion(client))?.items.find(({ label }) => label === 'IA_EPA_1');
    expect(item).toBeDefined();
    expect(item?.documentation).toBeUndefined();
    const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
    expect(resolved.documentation).toMatchObject({ kind: 'markdown', value: expect.stringContaining('Be there day and night.') as string });
  });

  it('is for the text as it stood when it was asked for', async () => {
    const client = await InMemory.start();
    client.open(URI, FULL);
    await client.scoreSent(URI);
    client.sendTogether(
      { method: 'textDocument/didChange', params: client.edited(URI, 'IA_EPA_1', 'IA_EPA_') },
      { id: 'completion', method: 'textDocument/completion', params: { textDocument: { uri: URI }, position: AT_ID } },
      { method: 'textDocument/didChange', params: client.edited(URI, '  - id: IA_EPA_', '') },
    );
    await client.scoreSent(URI);
    expect(client.responses).toMatchObject([{ id: 'completion', result: { items: expect.arrayContaining([expect.objectContaining({ label: 'IA_EPA_1' })]) as unknown } }]);
  });

  it('looks into the plan’s folder for evidence', async () => {
    const folder = newFolder();
    mkdirSync(join(folder.path, 'evidence'));
    for (const name of ['evidence/log.pdf', 'evidence/.draft.pdf', 'list, old.pdf']) writeFileSync(join(folder.path, name), '');
    const client = await InMemory.start();
    const labels = async (uri: string, written: string): Promise<string[] | undefined> => {
      client.open(uri, FULL.replace('https://example.org/log', written));
      const list = await client.connection.sendRequest<CompletionList | null>('textDocument/completion', {
        textDocument: { uri }, position: { line: 9, character: 15 + written.length },
      });
      return list?.items.map(({ label, textEdit, insertText }) => textEdit?.newText ?? insertText ?? label);
    };
    expect(await labels(folder.fileUri('a.mips.yaml'), '')).toEqual(["'list, old.pdf'", 'evidence/']);
    expect(await labels(folder.fileUri('b.mips.yaml'), 'evidence/')).toEqual(['evidence/log.pdf']);
    expect(await labels(folder.fileUri('c.mips.yaml'), 'evidence/x/')).toBeUndefined();
    expect(await labels('untitled:Untitled-1', 'evidence/')).toBeUndefined();
    expect(await labels('vscode-vfs://github/plans/plan.mips.yaml', 'evidence/')).toBeUndefined();
  });

  it('knows whether a character or a person asked', async () => {
    const client = await InMemory.start();
    client.open(URI, FULL.replace('IA_EPA_1', 'IA_EPA_1 # '));
    const ask = (context: object): Promise<CompletionList | null> => client.connection.sendRequest('textDocument/completion', { textDocument: { uri: URI }, position: { line: 5, character: 19 }, context });
    expect(await ask({ triggerKind: 2, triggerCharacter: ' ' })).toBeNull();
    expect((await ask({ triggerKind: 1 }))?.items.map(({ label }) => label)).toContain('mips-disable-line');
  });

  it('is nothing where no plan is open', async () => {
    const client = await InMemory.start();
    expect(await completion(client)).toBeNull();
  });

  it('that was cancelled before its turn is not made', async () => {
    const client = await InMemory.start();
    client.open(URI, FULL);
    client.sendTogether(
      { id: 'completion', method: 'textDocument/completion', params: { textDocument: { uri: URI }, position: AT_ID } },
      { method: '$/cancelRequest', params: { id: 'completion' } },
    );
    await client.score(URI);
    expect(client.responses).toMatchObject([{ id: 'completion', error: { code: -32800 } }]);
  });
});

describe('hover', () => {
  it('tells what an activity asks for, with texts that are read then and once', async () => {
    let reads = 0;
    const client = await InMemory.start({ capabilities: MARKDOWN }, {
      readTexts: (loaded) => {
        reads++;
        return Promise.resolve(createInventoryTexts('{"texts":["Day and night."],"officialCount":1,"runs":{"IA_EPA_1":[[2017,2026,0]]},"earlier":{}}', loaded));
      },
    });
    client.open(URI, FULL);
    await client.scoreSent(URI);
    expect(reads).toBe(0);
    const hovered = await hover(client);
    expect(hovered).toMatchObject({ contents: { kind: 'markdown' }, range: { start: { line: 5, character: 8 }, end: { line: 5, character: 16 } } });
    expect(textOf(hovered)).toContain('Day and night.');
    await hover(client);
    expect(reads).toBe(1);
  });

  it('works without the texts, which the log says once', async () => {
    const client = await InMemory.start({}, { readTexts: () => Promise.reject(new Error('no such file')) });
    client.open(URI, FULL);
    for (let times = 0; times < 2; times++) expect(textOf(await hover(client))).toContain('IA_EPA_1');
    expect(client.logged).toEqual(['The texts of the activities cannot be read: Error: no such file']);
  });

  it('during a burst is for the text as it stood, and what follows is right as well', async () => {
    const client = await InMemory.start();
    client.open(URI, FULL);
    await client.scoreSent(URI);
    const messages: object[] = [];
    for (let key = 0; key < 20; key++) {
      messages.push({ method: 'textDocument/didChange', params: client.edited(URI, 'performance_year', key % 2 === 0 ? '\nperformance_year' : '# performance_year') });
      client.edited(URI, client.textOf(URI), FULL);
      messages.push({ method: 'textDocument/didChange', params: { textDocument: { uri: URI, version: client.versionOf(URI) }, contentChanges: [{ text: FULL }] } });
      messages.push({ id: `hover ${key}`, method: 'textDocument/hover', params: { textDocument: { uri: URI }, position: AT_ID } });
    }
    client.sendTogether(...messages);
    await client.scoreSent(URI);
    expect(client.responses).toHaveLength(20);
    for (const { result } of client.responses) expect(textOf(result as unknown as Hover)).toContain('IA_EPA_1');
    expect((await client.score(URI))?.plans[0]?.points).toBe(40);
  });
});
