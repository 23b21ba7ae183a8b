import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { FULL, URI } from './plans.ts';
import { bundleServer, SERVER, ServerProcess } from './serverProcess.ts';

beforeAll(bundleServer);

const TRANSPORTS = [['--stdio', () => ServerProcess.overStdio()], ['--node-ipc', () => ServerProcess.overIpc()]] as const;

describe.each(TRANSPORTS)('the server with %s', (flag, start) => {
  it('serves an editor from start to end', async () => {
    const server = start();
    const { client } = server;
    await client.initialize({ initializationOptions: { asOfDate: '2024-10-01' } });
    client.open(URI, FULL);
    client.edit(URI, 'IA_EPA_1', 'IA_EPA_99');
    expect(await client.codes(URI)).toContain('unknown-activity');
    expect((await client.scoreSent(URI)).score.plans[0]?.points).toBe(0);
    await client.shutdown();
    client.notify('exit');
    expect(await server.ended()).toBe(0);
    expect(server.errors).toBe('');
  });

  it('ends with 1 where nobody shut it down', async () => {
    const server = start();
    await server.client.initialize();
    server.client.notify('exit');
    expect(await server.ended()).toBe(1);
  });

  it('ends when the client dies', async () => {
    // A process that starts the server, says which it is, and waits to be killed.
    const editor = spawn(process.execPath, ['-e', `
      const [server, flag] = process.argv.slice(1);
      const child = require('node:child_process').spawn(process.execPath, [server, flag], { stdio: ['pipe', 'pipe', 'pipe', 'ipc'] });
      console.log(child.pid);
    `, SERVER, flag]);
    const [pid] = (await once(editor.stdout, 'data')) as [Buffer];
    const server = Number(pid.toString());
    onTestFinished(() => { if (isRunning(server)) process.kill(server, 'SIGKILL'); });
    expect(isRunning(server)).toBe(true);
    editor.kill('SIGKILL');
    await expect.poll(() => isRunning(server)).toBe(false);
  });
});

describe('the server over standard streams', () => {
  it.each([[false, 1], [true, 0]])('ends with its input; after shutdown: %s, code %i', async (isShutDown, code) => {
    const server = ServerProcess.overStdio();
    await server.client.initialize();
    await server.client.score(URI);
    if (isShutDown) await server.client.shutdown();
    server.process.stdin?.end();
    expect(await server.ended()).toBe(code);
    expect(server.errors).toBe('');
  });

  it('ends quietly when nobody reads its output any more', async () => {
    const server = ServerProcess.overStdio();
    await server.client.initialize();
    server.process.stdout?.destroy();
    server.client.open(URI, FULL);
    expect(await server.ended()).toBe(1);
    expect(server.errors).toBe('');
  });

  it('survives what is no message', async () => {
    const server = ServerProcess.overStdio();
    server.process.stdin?.write('Content-Length: 2\r\n\r\n{[');
    await server.client.initialize();
    server.client.open(URI, FULL);
    expect((await server.client.score(URI))?.plans[0]?.points).toBe(40);
  });
});

it('says how it is started to whoever starts it by hand', () => {
  for (const flags of [[], ['--node-ipc']]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [SERVER, ...flags], { encoding: 'utf8' });
    expect([status, stdout, stderr]).toEqual([2, '', 'The language server of MIPS Plan. An editor starts it with --stdio or --node-ipc.\n']);
  }
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
