import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { IPCMessageReader, IPCMessageWriter, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { onTestFinished } from 'vitest';
import { buildPrograms } from '../programs.ts';
import { TestClient } from './testClient.ts';

/** Each of the test files that run at a time has a folder. */
const folder = resolve(import.meta.dirname, '../../out/protocol', process.env['VITEST_POOL_ID'] ?? '');
/** The server as it is shipped. */
export const SERVER = join(folder, 'server.js');

export async function bundleServer(): Promise<void> {
  await buildPrograms(folder, 'server');
}

/** The server in a process of its own, and a client joined to it. */
export class ServerProcess {
  readonly process: ChildProcess;
  readonly client: TestClient;
  #errors = '';

  private constructor(process: ChildProcess, client: TestClient) {
    this.process = process;
    this.client = client;
    process.stderr?.on('data', (data: Buffer) => (this.#errors += data.toString()));
    onTestFinished(() => {
      client.connection.dispose();
      process.kill('SIGKILL');
    });
  }

  /** @param options for Node.js */
  static overStdio(...options: string[]): ServerProcess {
    const server = spawn(process.execPath, [...options, SERVER, '--stdio']);
    return new ServerProcess(server, new TestClient(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin)));
  }

  static overIpc(): ServerProcess {
    const server = fork(SERVER, ['--node-ipc'], { silent: true });
    return new ServerProcess(server, new TestClient(new IPCMessageReader(server), new IPCMessageWriter(server)));
  }

  /** Its exit code, once it ends. */
  async ended(): Promise<number | null> {
    if (this.process.exitCode === null && this.process.signalCode === null) await once(this.process, 'exit');
    return this.process.exitCode;
  }

  /** What it wrote to standard error. */
  get errors(): string {
    return this.#errors;
  }
}
