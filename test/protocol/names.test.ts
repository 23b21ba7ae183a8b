import type { DocumentHighlight, Location, Range, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { InMemory } from './inMemory.ts';
import { FULL, URI } from './plans.ts';
import { PULLING } from './testClient.ts';

const TEAM = FULL.replace(', clinicians: 20', '').replace('activities:', 'roster: { adams: {}, baker: {} }\nactivities:').replace('by: all', 'by: [adams, baker]');
const DECLARED = { start: { line: 4, character: 10 }, end: { line: 4, character: 15 } };
const USED = { start: { line: 8, character: 19 }, end: { line: 8, character: 24 } };
const RENAMING = { ...PULLING, textDocument: { ...PULLING.textDocument, rename: { prepareSupport: true } }, workspace: { ...PULLING.workspace, workspaceEdit: { documentChanges: true } } };
const METHODS = ['definition', 'references', 'documentHighlight', 'prepareRename', 'rename'];

function ask<T>(client: InMemory, method: string, more: object = {}, position = USED.start): Promise<T> {
  return client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: URI }, position, ...more });
}

describe('names', () => {
  it('are found from where they are used', async () => {
    const client = await InMemory.start();
    client.open(URI, TEAM);
    expect(await ask<Location[]>(client, 'definition')).toEqual([{ uri: URI, range: DECLARED }]);
    expect(await ask<Location[]>(client, 'references', { context: { includeDeclaration: true } })).toEqual([{ uri: URI, range: DECLARED }, { uri: URI, range: USED }]);
    expect(await ask<Location[]>(client, 'references', { context: { includeDeclaration: false } })).toEqual([{ uri: URI, range: USED }]);
    expect(await ask<DocumentHighlight[]>(client, 'documentHighlight')).toEqual([{ range: DECLARED, kind: 3 }, { range: USED, kind: 2 }]);
  });

  it('are renamed in the version that was asked about', async () => {
    const client = new InMemory();
    const { capabilities } = await client.initialize({ capabilities: RENAMING });
    expect(capabilities.renameProvider).toEqual({ prepareProvider: true });
    client.open(URI, TEAM, 'mips-plan', 3);
    expect(await ask<{ range: Range }>(client, 'prepareRename')).toEqual({ range: USED, placeholder: 'adams' });
    client.sendTogether(
      { id: 'rename', method: 'textDocument/rename', params: { textDocument: { uri: URI }, position: USED.start, newName: 'smith' } },
      { method: 'textDocument/didChange', params: client.edited(URI, 'performance_year', '\nperformance_year') },
    );
    await client.scoreSent(URI);
    const [change] = (client.responses[0]?.result as unknown as WorkspaceEdit).documentChanges as TextDocumentEdit[];
    expect(change).toEqual({ textDocument: { uri: URI, version: 3 }, edits: [{ range: DECLARED, newText: 'smith' }, { range: USED, newText: 'smith' }] });
  });

  it('that cannot be are refused with a sentence, and nothing is logged', async () => {
    const client = await InMemory.start({ capabilities: RENAMING });
    client.open(URI, TEAM);
    await expect(ask(client, 'prepareRename', {}, { line: 0, character: 3 })).rejects.toMatchObject({ code: -32803, message: 'Only clinicians’ short names and anchors can be renamed.' });
    await expect(ask(client, 'rename', { newName: 'baker' })).rejects.toMatchObject({ code: -32803, message: '“baker” is somebody’s short name already.' });
    expect(client.logged).toEqual([]);
  });

  it('are nothing where no plan is open', async () => {
    const client = await InMemory.start();
    for (const method of METHODS) expect(await ask(client, method, { context: {}, newName: 'smith' })).toBeNull();
  });

  it('are not looked for once it was cancelled', async () => {
    const client = await InMemory.start();
    client.open(URI, TEAM);
    client.sendTogether(...METHODS.flatMap((method) => [
      { id: method, method: `textDocument/${method}`, params: { textDocument: { uri: URI }, position: USED.start, context: {}, newName: 'smith' } },
      { method: '$/cancelRequest', params: { id: method } },
    ]));
    await client.score(URI);
    expect(client.responses).toHaveLength(METHODS.length);
    for (const { error } of client.responses) expect(error?.code).toBe(-32800);
  });
});
