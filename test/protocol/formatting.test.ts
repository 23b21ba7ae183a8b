import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { InMemory } from './inMemory.ts';
import { FULL, URI } from './plans.ts';

const OPTIONS = { tabSize: 4, insertSpaces: false };
const UNTIDY = FULL.replace('submission: {', 'submission:   {').replace('  - id: IA_EPA_1', '  -   id: IA_EPA_1').replaceAll('\n    ', '\n      ');
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const SUBMISSION = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } };

function ask(client: InMemory, method: string, params: object = {}): Promise<TextEdit[] | null> {
  return client.connection.sendRequest(method, { textDocument: { uri: URI }, options: OPTIONS, ...params });
}

function applied(client: InMemory, edits: TextEdit[] | null): string {
  return TextDocument.applyEdits(TextDocument.create(URI, 'mips-plan', 1, client.textOf(URI)), edits ?? []);
}

describe('formatting', () => {
  it('is announced', async () => {
    const { capabilities } = await new InMemory().initialize();
    expect(capabilities).toMatchObject({
      documentFormattingProvider: true, documentRangeFormattingProvider: true, documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
    });
  });

  it('gives a plan its look, whatever the editor uses for other files', async () => {
    const client = await InMemory.start();
    client.open(URI, UNTIDY);
    expect(applied(client, await ask(client, 'textDocument/formatting'))).toBe(FULL);
    expect(applied(client, await ask(client, 'textDocument/rangeFormatting', { range: WHOLE }))).toBe(FULL);
    expect(applied(client, await ask(client, 'textDocument/rangeFormatting', { range: SUBMISSION }))).toBe(UNTIDY.replace('submission:   {', 'submission: {'));
  });

  it('indents the line that was begun', async () => {
    const client = await InMemory.start();
    client.open(URI, FULL);
    client.edit(URI, 'IA_EPA_1', 'IA_EPA_1\n');
    const edits = await ask(client, 'textDocument/onTypeFormatting', { position: { line: 6, character: 0 }, ch: '\n' });
    expect(edits).toEqual([{ range: { start: { line: 6, character: 0 }, end: { line: 6, character: 0 } }, newText: '    ' }]);
  });

  it('leaves a plan with mistakes of syntax, and what is no plan', async () => {
    const client = await InMemory.start();
    expect(await ask(client, 'textDocument/formatting')).toBeNull();
    client.open(URI, UNTIDY.replace('[rural]', '[rural'));
    expect(await ask(client, 'textDocument/formatting')).toEqual([]);
  });

  it.each([
    ['textDocument/formatting', {}],
    ['textDocument/rangeFormatting', { range: WHOLE }],
    ['textDocument/onTypeFormatting', { position: { line: 1, character: 0 }, ch: '\n' }],
  ])('is not made once it is cancelled: %s', async (method, params) => {
    const client = await InMemory.start();
    client.open(URI, UNTIDY);
    client.sendTogether(
      { id: 'asked', method, params: { textDocument: { uri: URI }, options: OPTIONS, ...params } },
      { method: '$/cancelRequest', params: { id: 'asked' } },
    );
    await client.score(URI);
    expect(client.responses).toMatchObject([{ id: 'asked', error: { code: -32800 } }]);
  });
});
