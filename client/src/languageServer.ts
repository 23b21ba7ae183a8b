import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { PLANS_CHANGED_NOTIFICATION, type PlansChangedParams } from '../../server/src/protocol/plans.ts';
import { SCORE_CHANGED_NOTIFICATION, type ScoreChangedParams } from '../../server/src/protocol/protocol.ts';
import { tellError } from './notifications.ts';
import type { ServerState } from './serverState.ts';

const NOT_RUNNING = 'The checker of MIPS Plan is not running.';

/**
 * The language server's process and the connection to it. A server that crashes is started again;
 * one that cannot start, or crashes again and again, is left alone until `restart`.
 */
export class LanguageServer implements vscode.Disposable {
  readonly #module: string;
  readonly #log: vscode.LogOutputChannel;
  readonly #stateChanged = new vscode.EventEmitter<ServerState>();
  readonly #scoreChanged = new vscode.EventEmitter<ScoreChangedParams>();
  readonly #plansChanged = new vscode.EventEmitter<PlansChangedParams>();
  readonly onDidChangePlans = this.#plansChanged.event;
  readonly onDidChangeState = this.#stateChanged.event;
  readonly onDidChangeScore = this.#scoreChanged.event;
  #client: LanguageClient | undefined;
  /** The client of the newest start, once it is there; undefined where it was stopped before. */
  #coming: Promise<LanguageClient | undefined> = Promise.resolve(undefined);
  #starts = 0;
  #answersInParts = 0;
  #state: ServerState = 'starting';
  /** Restarts wait for each other: there is never a second process. */
  #lastRestart: Promise<void> = Promise.resolve();

  constructor(module: string, log: vscode.LogOutputChannel) {
    this.#module = module;
    this.#log = log;
  }

  get state(): ServerState {
    return this.#state;
  }

  async start(): Promise<void> {
    this.#coming = this.#newClient(++this.#starts);
    const client = await this.#coming;
    try {
      await client?.start();
    } catch {
      // Logged by the client.
      if (client === this.#client) this.#setState('stopped');
    }
  }

  /** Asks the server something beside LSP. Fails with the server's sentence where it says why not. */
  async request<R>(method: string, params: object, token?: vscode.CancellationToken): Promise<R> {
    const client = await this.#clientToAsk();
    // With a token that is not there the parameters would go as a list of two.
    return token === undefined ? client.sendRequest<R>(method, params) : client.sendRequest<R>(method, params, token);
  }

  /**
   * The same for an answer that comes in parts, each of which is told before it ends.
   * @param params to which the name is added by which the parts are known
   */
  async requestInParts<R>(method: string, params: object, take: (part: unknown) => void, token: vscode.CancellationToken): Promise<R> {
    const client = await this.#clientToAsk();
    const { PARTS } = await import('./languageClient.ts');
    const partialResultToken = `${method} ${++this.#answersInParts}`;
    const parts = client.onProgress(PARTS, partialResultToken, take);
    try {
      return await client.sendRequest<R>(method, { ...params, partialResultToken }, token);
    } finally {
      parts.dispose();
    }
  }

  /** Stops what runs and starts afresh, whatever happened before. */
  restart(): Promise<void> {
    this.#lastRestart = this.#lastRestart.then(async () => {
      this.#setState('restarting');
      await this.#stop();
      await this.start();
    });
    return this.#lastRestart;
  }

  async dispose(): Promise<void> {
    await this.#stop();
    this.#stateChanged.dispose();
    this.#scoreChanged.dispose();
    this.#plansChanged.dispose();
  }

  async #clientToAsk(): Promise<LanguageClient> {
    const client = this.#client ?? (await this.#coming);
    // A client that has stopped would say so in the library's words.
    if (client === undefined || this.#state === 'stopped') throw new Error(NOT_RUNNING);
    return client;
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#coming = Promise.resolve(undefined);
    this.#starts++;
    try {
      await client?.dispose();
    } catch (error) {
      // A client that never ran cannot be stopped, and need not be.
      this.#log.debug(String(error));
    }
  }

  async #newClient(start: number): Promise<LanguageClient | undefined> {
    try {
      // VS Code counts what runs in the same turn as the extension's activation.
      await new Promise((resolve) => setImmediate(resolve));
      const { createClient } = await import('./languageClient.ts');
      // Stopped, or started once more, meanwhile.
      if (start !== this.#starts) return undefined;
      const client = createClient(this.#module, this.#log, (state) => {
        if (client === this.#client) this.#setState(state);
      });
      this.#client = client;
      client.onNotification(SCORE_CHANGED_NOTIFICATION, (params: ScoreChangedParams) => this.#scoreChanged.fire(params));
      client.onNotification(PLANS_CHANGED_NOTIFICATION, (params: PlansChangedParams) => this.#plansChanged.fire(params));
      return client;
    } catch (error) {
      this.#log.error(String(error));
      if (start === this.#starts) this.#setState('stopped');
      return undefined;
    }
  }

  #setState(state: ServerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#stateChanged.fire(state);
    if (state === 'stopped') void this.#offerLog();
  }

  async #offerLog(): Promise<void> {
    const showLog = 'Show Log';
    const chosen = await tellError('The checker of MIPS Plan could not be started, so plans are not checked.', showLog);
    if (chosen === showLog) this.#log.show();
  }
}
