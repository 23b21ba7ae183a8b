import * as vscode from 'vscode';
import {
  CloseAction, ErrorAction, LanguageClient, RevealOutputChannelOn, State, TransportKind,
  type ErrorHandler, type InitializeParams, type LanguageClientOptions, type ServerOptions,
} from 'vscode-languageclient/node';
import { PLANS_CHANGED_NOTIFICATION, type PlansChangedParams } from '../../server/src/protocol/plans.ts';
import { SCORE_CHANGED_NOTIFICATION, type ScoreChangedParams } from '../../server/src/protocol/protocol.ts';
import { planSelector } from './planDocuments.ts';
import type { ServerState } from './serverState.ts';

/** Within the library's three minutes; after that the server stays stopped. */
const MOST_RESTARTS = 4;

/** Writes everything to the log and nothing into notifications: the only pop-up is `LanguageServer`'s own. */
class QuietLanguageClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  /** Says which commands a completion, a code lens or an action may run. */
  protected override fillInitializeParams(params: InitializeParams): void {
    super.fillInitializeParams(params);
    params.capabilities.experimental = { commands: { commands: ['editor.action.triggerSuggest', 'mipsPlan.showScore', 'mipsPlan.carryOver'] } };
  }
}

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
    const client = this.#newClient();
    this.#client = client;
    client.onNotification(SCORE_CHANGED_NOTIFICATION, (params: ScoreChangedParams) => this.#scoreChanged.fire(params));
    client.onNotification(PLANS_CHANGED_NOTIFICATION, (params: PlansChangedParams) => this.#plansChanged.fire(params));
    client.onDidChangeState(({ newState }) => {
      if (client !== this.#client) return;
      if (newState === State.Running) this.#setState('running');
      if (newState === State.StartFailed) this.#setState('stopped');
    });
    try {
      await client.start();
    } catch {
      // Logged by the client.
      if (client === this.#client) this.#setState('stopped');
    }
  }

  /** Asks the server something beside LSP. Fails with the server's sentence where it says why not. */
  request<R>(method: string, params: object, token?: vscode.CancellationToken): Promise<R> {
    if (this.#client === undefined) return Promise.reject(new Error('The MIPS Plan language server is not running.'));
    return this.#client.sendRequest<R>(method, params, token);
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

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      // A client that never ran cannot be stopped, and need not be.
      this.#log.debug(String(error));
    }
  }

  #newClient(): LanguageClient {
    const run = { module: this.#module, transport: TransportKind.ipc };
    const serverOptions: ServerOptions = { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6019'] } } };
    const clientOptions: LanguageClientOptions = {
      documentSelector: planSelector(),
      outputChannel: this.#log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      diagnosticPullOptions: { onChange: true, onTabs: false },
      // Made once the client is there, since it counts the client's restarts.
      errorHandler: { error: () => ({ action: ErrorAction.Continue, handled: true }), closed: () => errorHandler.closed() },
    };
    const client = new QuietLanguageClient('mipsPlan', 'MIPS Plan', serverOptions, clientOptions);
    const errorHandler = this.#errorHandler(client);
    return client;
  }

  #errorHandler(client: LanguageClient): Pick<ErrorHandler, 'closed'> {
    const counting = client.createDefaultErrorHandler(MOST_RESTARTS);
    return {
      closed: async () => {
        // A server that ends before it has answered once would only do so again.
        const action = client.state === State.Starting ? CloseAction.DoNotRestart : (await counting.closed()).action;
        if (client === this.#client) this.#setState(action === CloseAction.Restart ? 'restarting' : 'stopped');
        return { action, handled: true };
      },
    };
  }

  #setState(state: ServerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#stateChanged.fire(state);
    if (state === 'stopped') void this.#offerLog();
  }

  async #offerLog(): Promise<void> {
    const showLog = 'Show Log';
    const chosen = await vscode.window.showErrorMessage('The MIPS Plan language server could not be started. Plans are not checked.', showLog);
    if (chosen === showLog) this.#log.show();
  }
}
