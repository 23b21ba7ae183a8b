import { describe, expect, it } from 'vitest';
import { InMemory } from './inMemory.ts';
import { FULL, URI } from './plans.ts';
import { PULLING, PUSHED_TO } from './testClient.ts';

describe('initialize', () => {
  it('says what the server can do', async () => {
    const { capabilities, serverInfo } = await new InMemory().initialize();
    expect(serverInfo).toMatchObject({ name: 'mips-plan', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string });
    expect(capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2, save: true },
      completionProvider: { resolveProvider: true },
      hoverProvider: true,
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
    });
  });

  it('offers diagnostics to be pulled only to a client that pulls', async () => {
    const { capabilities } = await new InMemory().initialize({ capabilities: PUSHED_TO });
    expect(capabilities.diagnosticProvider).toBeUndefined();
  });

  it.each([[['utf-8', 'utf-16']], [['utf-32']], [[]]])('keeps to UTF-16 with a client that offers %j', async (positionEncodings) => {
    const { capabilities } = await new InMemory().initialize({ capabilities: { ...PULLING, general: { positionEncodings } } });
    expect(capabilities.positionEncoding).toBe('utf-16');
  });

  it('comes once', async () => {
    const client = await InMemory.start();
    await expect(client.initialize()).rejects.toMatchObject({ code: -32600, message: 'The server is initialized already.' });
  });

  it('comes first', async () => {
    const client = new InMemory();
    await expect(client.score(URI)).rejects.toMatchObject({ code: -32002, message: 'The server is not initialized yet.' });
    client.open(URI, FULL);
    client.edit(URI, 'Riverbend', 'Hillside');
    await client.initialize();
    expect(await client.score(URI)).toBeNull();
    client.open(URI, FULL);
    expect((await client.scoreSent(URI)).score.plans[0]?.points).toBe(40);
  });
});

describe('after shutdown', () => {
  it('nothing is answered and nothing sent', async () => {
    const client = await InMemory.start();
    client.open(URI, FULL);
    await client.scoreSent(URI);
    await client.shutdown();
    client.edit(URI, 'Riverbend', 'Hillside');
    await expect(client.score(URI)).rejects.toMatchObject({ code: -32600, message: 'The server is shut down.' });
    expect(client.scores).toHaveLength(1);
  });
});

describe('what goes wrong', () => {
  it('a request that the server does not know is refused', async () => {
    const client = await InMemory.start();
    await expect(client.connection.sendRequest('mipsPlan/nothing', {})).rejects.toMatchObject({ code: -32601 });
  });

  it.each([
    ['textDocument/diagnostic', {}],
    ['mipsPlan/score', {}],
    ['mipsPlan/score', { textDocument: null }],
  ])('%s of %j is logged, answered with an error, and the next request works', async (method, params) => {
    const client = await InMemory.start();
    client.open(URI, FULL);
    await expect(client.connection.sendRequest(method, params)).rejects.toMatchObject({
      code: -32603,
      message: expect.stringMatching(new RegExp(`^${method} failed: `)) as string,
    });
    await client.until(() => client.logged.some((line) => line.startsWith(`${method} failed: `)));
    expect((await client.score(URI))?.plans[0]?.points).toBe(40);
  });

  it.each(['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose', 'textDocument/didSave', 'workspace/didChangeWatchedFiles'])(
    '%s without sense is logged and changes nothing',
    async (method) => {
      const client = await InMemory.start();
      client.open(URI, FULL);
      for (const params of [{}, { textDocument: null }, { textDocument: { uri: 7 } }, [URI], undefined]) client.notify(method, params);
      expect((await client.score(URI))?.plans[0]?.points).toBe(40);
      await client.until(() => client.logged.some((line) => line.includes(method)));
    },
  );

  it.each(['null', '[]', '17', '"x"', '{}', '{ not json', '{"jsonrpc":"2.0","method":"$/cancelRequest"}', '{"jsonrpc":"2.0","id":null,"result":1}'])(
    'the message %s does no harm',
    async (body) => {
      const client = await InMemory.start();
      client.sendRaw(`Content-Length: ${body.length}\r\n\r\n${body}`);
      client.open(URI, FULL);
      expect((await client.score(URI))?.plans[0]?.points).toBe(40);
    },
  );
});
