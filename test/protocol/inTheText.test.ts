import type { CodeLens, InlayHint, SemanticTokens } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { SEMANTIC_TOKENS_LEGEND } from '../../server/src/features/semanticTokens.ts';
import { InMemory } from './inMemory.ts';
import { FULL, URI } from './plans.ts';
import { PULLING } from './testClient.ts';

const LINE_OF_ID = 5;
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const ONE_LINE = { start: { line: LINE_OF_ID, character: 0 }, end: { line: LINE_OF_ID, character: 99 } };
const REFRESHED = {
  ...PULLING,
  workspace: { ...PULLING.workspace, inlayHint: { refreshSupport: true }, codeLens: { refreshSupport: true }, semanticTokens: { refreshSupport: true } },
  experimental: { commands: { commands: ['mipsPlan.showScore'] } },
};
const REFRESHES = ['workspace/inlayHint/refresh', 'workspace/codeLens/refresh', 'workspace/semanticTokens/refresh'];
const METHODS = ['textDocument/inlayHint', 'textDocument/codeLens', 'textDocument/semanticTokens/full', 'textDocument/semanticTokens/range'];

function ask<T>(client: InMemory, method: string, range = WHOLE): Promise<T> {
  return client.connection.sendRequest(method, { textDocument: { uri: URI }, range });
}

function turnedOff(name: string): object {
  return { settings: { mipsPlan: { [name]: { enabled: false } } } };
}

describe('inlay hints', () => {
  it('are those of the range, until they are switched off', async () => {
    const client = await InMemory.start();
    client.open(URI, FULL);
    expect(await ask<InlayHint[]>(client, 'textDocument/inlayHint')).toHaveLength(3);
    expect(await ask<InlayHint[]>(client, 'textDocument/inlayHint', ONE_LINE)).toMatchObject([
      { position: { line: LINE_OF_ID, character: 16 }, label: expect.stringContaining('40 points') as string },
    ]);
    client.notify('workspace/didChangeConfiguration', turnedOff('inlayHints'));
    expect(await ask(client, 'textDocument/inlayHint')).toEqual([]);
    expect(await ask(client, 'textDocument/codeLens')).toHaveLength(1);
  });
});

describe('code lenses', () => {
  it('open the score where the client can, until they are switched off', async () => {
    const client = await InMemory.start({ capabilities: REFRESHED });
    for (const method of REFRESHES) client.connection.onRequest(method, () => null);
    client.open(URI, FULL);
    expect(await ask<CodeLens[]>(client, 'textDocument/codeLens')).toMatchObject([
      { range: { start: { line: 4, character: 0 } }, command: { title: '40 of 40 points · Show score', command: 'mipsPlan.showScore' } },
    ]);
    client.notify('workspace/didChangeConfiguration', turnedOff('codeLens'));
    expect(await ask(client, 'textDocument/codeLens')).toEqual([]);
    expect(await ask(client, 'textDocument/inlayHint')).toHaveLength(3);
  });

  it('only tell where it cannot', async () => {
    const client = await InMemory.start();
    client.open(URI, FULL);
    expect(await ask<CodeLens[]>(client, 'textDocument/codeLens')).toMatchObject([{ command: { title: '40 of 40 points', command: '' } }]);
  });
});

describe('a code lens that says what no longer holds', () => {
  const LONGER_THAN_A_CLIENT_TAKES = 700;
  const WAITING = { timeout: 5000 };
  const pause = () => new Promise((resolve) => setTimeout(resolve, LONGER_THAN_A_CLIENT_TAKES));

  async function start(): Promise<{ readonly client: InMemory; readonly reminders: () => number; readonly words: () => Promise<(string | undefined)[]> }> {
    const client = await InMemory.start({ capabilities: REFRESHED });
    let count = 0;
    client.connection.onRequest('workspace/codeLens/refresh', () => { count++; return null; });
    client.open(URI, FULL);
    return {
      client,
      reminders: () => count,
      words: async () => (await ask<CodeLens[]>(client, 'textDocument/codeLens')).map(({ command }) => command?.title),
    };
  }

  it('is asked for again once nothing is typed any more', async () => {
    const { client, reminders, words } = await start();
    expect(await words()).toEqual(['40 of 40 points · Show score']);
    client.edit(URI, 'IA_', 'IA_X');
    client.edit(URI, 'IA_X', 'IA_XX');
    await expect.poll(reminders, WAITING).toBeGreaterThan(0);
    expect(await words()).toEqual(['0 of 40 points, 40 missing · Show score']);
    const before = reminders();
    await pause();
    expect(reminders()).toBe(before);
  });

  it('is left to a client that has asked by itself', async () => {
    const { client, reminders, words } = await start();
    client.edit(URI, 'IA_', 'IA_X');
    await words();
    const before = reminders();
    await pause();
    expect(reminders()).toBe(before);
  });

  it('is asked for a few times where nobody sees it: once opened, and after each edit that gives another', async () => {
    const { client, reminders } = await start();
    await expect.poll(reminders, WAITING).toBe(3);
    await pause();
    expect(reminders()).toBe(3);
    client.edit(URI, 'IA_', 'IA_X');
    await expect.poll(reminders, WAITING).toBe(6);
  });

  it('is none where only its place is another, and where the plan is closed', async () => {
    const { client, reminders, words } = await start();
    await words();
    const before = reminders();
    client.edit(URI, 'activities', '# A line above.\nactivities');
    await pause();
    expect(reminders()).toBe(before);
    client.edit(URI, 'IA_', 'IA_X');
    client.close(URI);
    await pause();
    expect(reminders()).toBe(before);
  });
});

describe('semantic tokens', () => {
  it('are of the legend that the server announced, for the whole plan and a range', async () => {
    const client = new InMemory();
    const { capabilities } = await client.initialize();
    expect(capabilities.semanticTokensProvider).toEqual({ legend: SEMANTIC_TOKENS_LEGEND, full: true, range: true });
    client.open(URI, FULL);
    const high = 1 << SEMANTIC_TOKENS_LEGEND.tokenModifiers.indexOf('high');
    const ofId = [LINE_OF_ID, 8, 8, SEMANTIC_TOKENS_LEGEND.tokenTypes.indexOf('class'), high];
    expect((await ask<SemanticTokens>(client, 'textDocument/semanticTokens/full')).data).toHaveLength(5 * 5);
    expect(await ask(client, 'textDocument/semanticTokens/range', ONE_LINE)).toEqual({ data: ofId });
  });
});

describe('what is shown inside a plan', () => {
  it('is asked for again when the settings change, by a client that can', async () => {
    const client = await InMemory.start({ capabilities: REFRESHED });
    const refreshed: string[] = [];
    for (const method of REFRESHES) client.connection.onRequest(method, () => { refreshed.push(method); return null; });
    client.open(URI, FULL);
    await client.scoreSent(URI);
    client.notify('workspace/didChangeConfiguration', turnedOff('codeLens'));
    await client.until(() => client.refreshes === 1);
    await ask(client, 'textDocument/codeLens');
    expect(refreshed.sort()).toEqual([...REFRESHES].sort());
  });

  it('is nothing where no plan is open', async () => {
    const client = await InMemory.start();
    for (const method of METHODS.slice(0, 2)) expect(await ask(client, method)).toEqual([]);
    for (const method of METHODS.slice(2)) expect(await ask(client, method)).toEqual({ data: [] });
  });

  it.each(METHODS)('is not made once it is cancelled: %s', async (method) => {
    const client = await InMemory.start();
    client.open(URI, FULL);
    client.sendTogether(
      { id: 'asked', method, params: { textDocument: { uri: URI }, range: WHOLE } },
      { method: '$/cancelRequest', params: { id: 'asked' } },
    );
    await client.score(URI);
    expect(client.responses).toMatchObject([{ id: 'asked', error: { code: -32800 } }]);
  });
});
