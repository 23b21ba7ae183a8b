import { CancellationTokenSource } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { InMemory } from './inMemory.ts';
import { FULL, URI } from './plans.ts';
import { PUSHED_TO } from './testClient.ts';

describe('pulled diagnostics', () => {
  it('are those of the text as it is', async () => {
    const client = await InMemory.start();
    client.open(URI, FULL);
    expect(await client.codes(URI)).toEqual([]);
    client.edit(URI, 'IA_EPA_1', 'IA_EPA_99');
    expect(await client.codes(URI)).toEqual(['score-below-maximum', 'unknown-activity']);
    client.edit(URI, 'IA_EPA_99', 'IA_EPA_1');
    expect(await client.codes(URI)).toEqual([]);
    expect(client.pushes).toEqual([]);
  });

  it('are unchanged for a client that has them', async () => {
    const client = await InMemory.start();
    client.open(URI, FULL);
    const first = await client.pull(URI);
    expect(await client.pull(URI, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    client.edit(URI, 'Riverbend', 'Hillside');
    const second = await client.pull(URI, first.resultId);
    expect(second.kind).toBe('full');
    expect(second.resultId).not.toBe(first.resultId);
  });

  it('have ids that another run of the server does not know', async () => {
    const [one, other] = [await InMemory.start(), await InMemory.start()];
    one.open(URI, FULL);
    other.open(URI, FULL);
    const { resultId } = await one.pull(URI);
    expect((await other.pull(URI, resultId)).kind).toBe('full');
  });

  it('of a plan that is not open are none', async () => {
    const client = await InMemory.start();
    expect(await client.pull(URI)).toEqual({ kind: 'full', items: [] });
    client.open(URI, `${FULL}unknown_key: 1\n`);
    expect(await client.codes(URI)).toEqual(['unknown-key']);
    client.close(URI);
    expect(await client.pull(URI)).toEqual({ kind: 'full', items: [] });
  });

  it('of a version that is superseded are left to the next pull', async () => {
    const client = await InMemory.start();
    client.open(URI, FULL);
    await client.codes(URI);
    client.sendTogether(
      { method: 'textDocument/didChange', params: client.edited(URI, 'IA_EPA_1', 'IA_EPA_') },
      { id: 'superseded', method: 'textDocument/diagnostic', params: { textDocument: { uri: URI } } },
      { method: 'textDocument/didChange', params: client.edited(URI, 'IA_EPA_', 'IA_EPA_2') },
      { id: 'newest', method: 'textDocument/diagnostic', params: { textDocument: { uri: URI } } },
    );
    await client.scoreSent(URI);
    await client.codes(URI);
    expect(client.responses).toMatchObject([
      { id: 'superseded', error: { code: -32802, data: { retriggerRequest: true } } },
      { id: 'newest', result: { kind: 'full' } },
    ]);
  });

  it('are not for a client that cancelled', async () => {
    const client = await InMemory.start();
    client.open(URI, FULL);
    const source = new CancellationTokenSource();
    const pulled = client.pull(URI, undefined, source.token);
    source.cancel();
    await expect(pulled).rejects.toMatchObject({ code: -32800 });
    expect(await client.codes(URI)).toEqual([]);
  });
});

describe('pushed diagnostics', () => {
  it('come with the version when a plan is opened and edited', async () => {
    const client = await InMemory.start({ capabilities: PUSHED_TO });
    client.open(URI, `${FULL}unknown_key: 1\n`, 'mips-plan', 7);
    expect(await client.pushed(URI, 7)).toMatchObject({ uri: URI, version: 7, diagnostics: [{ code: 'unknown-key' }] });
    client.edit(URI, 'unknown_key: 1\n', '');
    expect(await client.pushed(URI, 8)).toEqual({ uri: URI, version: 8, diagnostics: [] });
  });

  it('are cleared on close and stay so', async () => {
    const client = await InMemory.start({ capabilities: PUSHED_TO });
    client.open(URI, `${FULL}unknown_key: 1\n`);
    await client.pushed(URI);
    client.sendTogether(
      { method: 'textDocument/didChange', params: client.edited(URI, 'unknown_key', 'another_key') },
      { method: 'textDocument/didClose', params: { textDocument: { uri: URI } } },
    );
    await client.until(() => client.pushes.at(-1)?.diagnostics.length === 0);
    await client.score(URI);
    expect(client.pushes.at(-1)).toEqual({ uri: URI, diagnostics: [] });
    expect(client.pushes.filter(({ version }) => version === undefined)).toHaveLength(1);
  });

  it('of a plan that is opened again are sent again', async () => {
    const client = await InMemory.start({ capabilities: PUSHED_TO });
    for (const version of [1, 2]) {
      client.open(URI, `${FULL}unknown_key: 1\n`, 'mips-plan', version);
      expect((await client.pushed(URI, version)).diagnostics).toHaveLength(1);
      client.close(URI);
    }
  });
});

describe('a burst of 20 keys', () => {
  const typed = 'IA_BE_4 and so forth';

  it.each([['pushed to', PUSHED_TO], ['pulling', undefined]])('brings a client %s the newest result and no other', async (_, capabilities) => {
    const client = await InMemory.start(capabilities && { capabilities });
    client.open(URI, FULL);
    await client.scoreSent(URI);
    const keys = Array.from({ length: typed.length }, (__, index) => client.edited(URI, typed.slice(0, index) + '\n', typed.slice(0, index + 1) + '\n'));
    expect(keys).toHaveLength(20);
    client.sendTogether(...keys.map((params) => ({ method: 'textDocument/didChange', params })));
    await client.scoreSent(URI, 21);
    if (capabilities) await client.pushed(URI, 21);
    await client.score(URI);
    expect(client.scores.map(({ version }) => version)).toEqual([1, 21]);
    expect(client.pushes.map(({ version }) => version)).toEqual(capabilities ? [1, 21] : []);
  });
});

describe('which documents are plans', () => {
  it.each([
    ['file:///plans/a.mips.yaml', 'mips-plan', true],
    ['untitled:Untitled-1', 'mips-plan', true],
    ['file:///plans/a.mips.yml', 'yaml', true],
    ['file:///plans/A.MIPS.YAML', 'plaintext', true],
    ['file:///plans/a.yaml', 'yaml', false],
    ['file:///plans/mips.yaml', 'yaml', false],
    ['file:///plans/a.mips.yaml.bak', 'plaintext', false],
  ])('%s as %s: %s', async (uri, languageId, isPlan) => {
    const client = await InMemory.start();
    client.open(uri, 'unknown_key: 1\n', languageId);
    expect((await client.score(uri)) !== null).toBe(isPlan);
    expect((await client.codes(uri)).length > 0).toBe(isPlan);
  });
});
