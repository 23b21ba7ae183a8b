// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

/** @type {typeof import('vscode-languageserver/node')} */
const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = createRequire(import.meta.url)('vscode-languageserver/node');

/** @typedef {{ languageId: string, settings: Record<string, unknown>, nodeOptions?: readonly string[] }} Client */

/** A language server in a process of its own, driven over standard streams as by an editor that has diagnostics sent to it. */
export class DrivenServer {
  #began = performance.now();
  #process;
  #connection;
  #client;
  /** @type {Map<string, number>} */
  #versions = new Map();
  /** @type {{ uri: string, came: (when: number) => void }[]} */
  #waiting = [];
  /** @type {Map<string, (when: number) => void>} */
  #scored = new Map();
  /** Of the diagnostics that came, in their order. @type {{ uri: string, version: number | undefined }[]} */
  reported = [];

  /** @param {string} file @param {Client} client */
  constructor(file, client) {
    this.#client = client;
    this.#process = spawn(process.execPath, [...(client.nodeOptions ?? []), '--expose-gc', '--require', join(import.meta.dirname, 'reportMemory.cjs'), file, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
    });
    const { stdin, stdout } = this.#process;
    if (stdin === null || stdout === null) throw new Error('The server has no standard streams.');
    this.#connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#connection.onNotification('textDocument/publishDiagnostics', ({ uri, version }) => {
      this.reported.push({ uri, version });
      const when = performance.now();
      for (const { came } of take(this.#waiting, (one) => one.uri === uri)) came(when);
    });
    this.#connection.onNotification('mipsPlan/scoreChanged', ({ uri, version }) => this.#scored.get(`${uri} ${version}`)?.(performance.now()));
    this.#connection.onRequest('workspace/configuration', ({ items }) => items.map((/** @type {{ section: string }} */ { section }) => client.settings[section] ?? {}));
    this.#connection.onRequest('client/registerCapability', () => null);
    this.#connection.listen();
  }

  /** @returns {Promise<number>} milliseconds since the process was started */
  async initialize() {
    await this.#connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: {
        workspace: { configuration: true },
        textDocument: { publishDiagnostics: {}, completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } }, hover: { contentFormat: ['markdown'] } },
      },
    });
    const start = performance.now() - this.#began;
    void this.#connection.sendNotification('initialized', {});
    return start;
  }

  /** @param {string} uri @param {string} text @returns {Promise<number>} milliseconds until the diagnostics came */
  async open(uri, text) {
    this.#versions.set(uri, 1);
    const came = this.#diagnostics(uri);
    const opened = performance.now();
    void this.#connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: this.#client.languageId, version: 1, text } });
    return (await came) - opened;
  }

  /** @param {string} uri */
  async close(uri) {
    const cleared = this.#diagnostics(uri);
    void this.#connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await cleared;
  }

  /**
   * One key press. The server's answer is waited for.
   * @param {string} uri @param {import('vscode-languageserver/node').TextDocumentContentChangeEvent} change
   * @returns {Promise<number>} milliseconds until the diagnostics came
   */
  async press(uri, change) {
    const came = this.#diagnostics(uri);
    const pressed = performance.now();
    this.edit(uri, change);
    return (await came) - pressed;
  }

  /** `press`, waiting for the score as well. @param {string} uri @param {import('vscode-languageserver/node').TextDocumentContentChangeEvent} change */
  async pressAndScore(uri, change) {
    const key = `${uri} ${(this.#versions.get(uri) ?? 0) + 1}`;
    /** @type {Promise<number>} */
    const score = new Promise((came) => this.#scored.set(key, came));
    const pressed = performance.now();
    const [findings, scored] = await Promise.all([this.press(uri, change), score]);
    this.#scored.delete(key);
    return { findings, score: scored - pressed };
  }

  /** Waits for the diagnostics of the newest version. @param {string} uri */
  async upToDate(uri) {
    const newest = this.#versions.get(uri);
    while (this.reported.findLast((report) => report.uri === uri)?.version !== newest) await this.#diagnostics(uri);
  }

  /** A key press that nothing is waited for. @param {string} uri @param {import('vscode-languageserver/node').TextDocumentContentChangeEvent} change */
  edit(uri, change) {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    void this.#connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change] });
  }

  /** @param {string} method @param {object} params @returns {Promise<{ answer: unknown, time: number }>} time in milliseconds */
  async ask(method, params) {
    const asked = performance.now();
    const answer = await this.#connection.sendRequest(method, params);
    return { answer, time: performance.now() - asked };
  }

  /** @returns {Promise<{ resident: number, heap: number }>} bytes; `heap` is what is in use after a collection */
  async memory() {
    const reported = once(this.#process, 'message');
    this.#process.send('memory');
    return (await reported)[0];
  }

  async end() {
    this.#process.kill('SIGKILL');
    await once(this.#process, 'exit');
    this.#connection.dispose();
  }

  /** @param {string} uri @returns {Promise<number>} when the next came */
  #diagnostics(uri) {
    return new Promise((came) => this.#waiting.push({ uri, came }));
  }
}

/** @template T @param {T[]} list @param {(one: T) => boolean} which */
function take(list, which) {
  const taken = list.filter(which);
  list.splice(0, list.length, ...list.filter((one) => !which(one)));
  return taken;
}
