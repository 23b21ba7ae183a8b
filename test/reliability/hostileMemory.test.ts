import { beforeAll, expect, it } from 'vitest';
import { bundleServer, ServerProcess } from '../protocol/serverProcess.ts';
import { PULLING } from '../protocol/testClient.ts';
import { LIMITED, READ } from './hostileTexts.ts';

const URI = 'untitled:hostile.mips.yaml';

beforeAll(bundleServer);

it('Text that means harm finds room in a heap of 96 MB, however much of it comes', { timeout: 120_000 }, async () => {
  // Node.js ends where this is not enough.
  const server = ServerProcess.overStdio('--max-old-space-size=96');
  const { client } = server;
  await client.initialize({ capabilities: PULLING, initializationOptions: { asOfDate: '2024-10-01' } });
  for (const text of [...Object.values(LIMITED).map(([, limited]) => limited), ...Object.values(READ)]) {
    client.open(URI, text);
    await client.pull(URI);
    await client.score(URI);
    client.editAt(URI, text.length, 0, '\n');
    await client.pull(URI);
    client.close(URI);
  }
  await client.shutdown();
  client.notify('exit');
  expect(await server.ended()).toBe(0);
  expect(server.errors).toBe('');
});
