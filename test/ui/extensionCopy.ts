import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const FILES = ['package.json', 'language-configuration.json', 'syntaxes', 'client/images', 'dist/client', 'dist/server'];

/** The built extension in a folder of its own, whose language server a test can find, end and break. */
export class ExtensionCopy {
  readonly path = mkdtempSync(join(tmpdir(), 'mips-plan-extension-'));
  readonly #server = join(this.path, 'dist/server/server.js');
  readonly #gate = join(this.path, 'gate');

  constructor() {
    for (const file of FILES) cpSync(join(root, file), join(this.path, file), { recursive: true });
  }

  /** The processes of this copy's language server. */
  servers(): readonly number[] {
    return processes().filter(({ command }) => command.includes(this.#server)).map(({ pid }) => pid);
  }

  crashServer(): void {
    for (const pid of this.servers()) process.kill(pid, 'SIGKILL');
  }

  /** The server stands still where it is, until it goes on. */
  pauseServer(): void {
    for (const pid of this.servers()) process.kill(pid, 'SIGSTOP');
  }

  resumeServer(): void {
    for (const pid of this.servers()) process.kill(pid, 'SIGCONT');
  }

  /** Lets a paused server go on for a moment at a time, and leaves it paused once something is so: nothing can be over before it is seen. */
  async runServerUntil(isSo: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + 60_000;
    while (!(await isSo())) {
      if (Date.now() > deadline) throw new Error('The server does not come to it.');
      this.resumeServer();
      await new Promise((done) => setTimeout(done, 30));
      this.pauseServer();
      // What it has said comes to be seen.
      await new Promise((done) => setTimeout(done, 150));
    }
  }

  /** The next server does nothing until it is let go. */
  holdServer(): void {
    const real = join(root, 'dist/server/server.js');
    rmSync(this.#gate, { force: true });
    writeFileSync(this.#server, `const waiting = setInterval(() => {
      if (!require('node:fs').existsSync(${JSON.stringify(this.#gate)})) return;
      clearInterval(waiting);
      require(${JSON.stringify(real)});
    }, 50);`);
  }

  letServerGo(): void {
    writeFileSync(this.#gate, '');
  }

  /** The next server ends before it has answered once. */
  breakServer(): void {
    writeFileSync(this.#server, 'process.exit(1);');
  }

  mendServer(): void {
    cpSync(join(root, 'dist/server/server.js'), this.#server);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

function processes(): { readonly pid: number; readonly command: string }[] {
  if (!existsSync('/proc/self/cmdline')) {
    return execFileSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8' })
      .split('\n')
      .map((line) => ({ pid: Number.parseInt(line, 10), command: line }));
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), command: commandOf(name) }));
}

/** Empty for a process that has just ended. */
function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
