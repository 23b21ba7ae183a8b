import type * as vscode from 'vscode';
import {
  CloseAction, ErrorAction, LanguageClient, MessageType, ProgressType, RevealOutputChannelOn, ShowMessageNotification, State, TransportKind,
  type InitializeParams, type LanguageClientOptions, type ServerOptions,
} from 'vscode-languageclient/node';
// Node.js sooner gives back what the server no longer uses: docs/performance.md has the figures.
import nodeOptions from './nodeOptions.json';
import { inform, tellError, warn } from './notifications.ts';
import { planSelector } from './planDocuments.ts';
import type { ServerState } from './serverState.ts';

/** What an answer brings in parts, before its end. */
export const PARTS = new ProgressType<unknown>();

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
 * A client of a server that is not started yet. The build makes a bundle of its own of this file and the library, which
 * is read only when VS Code no longer waits for the extension.
 * @param module absolute path of the server's bundle
 * @param tell called with each state that the server comes into
 */
export function createClient(module: string, log: vscode.LogOutputChannel, tell: (state: ServerState) => void): LanguageClient {
  const process = { module, transport: TransportKind.ipc };
  const serverOptions: ServerOptions = {
    run: { ...process, options: { execArgv: nodeOptions } },
    debug: { ...process, options: { execArgv: [...nodeOptions, '--nolazy', '--inspect=6019'] } },
  };
  const clientOptions: LanguageClientOptions = {
    documentSelector: planSelector(),
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationFailedHandler: () => false,
    diagnosticPullOptions: { onChange: true, onTabs: false },
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: async () => {
        // A server that ends before it has answered once would only do so again.
        const action = client.state === State.Starting ? CloseAction.DoNotRestart : (await counting.closed()).action;
        tell(action === CloseAction.Restart ? 'restarting' : 'stopped');
        return { action, handled: true };
      },
    },
  };
  const client = new QuietLanguageClient('mipsPlan', 'MIPS Plan', serverOptions, clientOptions);
  // In place of the library's own, which shows them as they come.
  client.onNotification(ShowMessageNotification.type, ({ type, message }) => {
    void (type === MessageType.Error ? tellError(message) : type === MessageType.Warning ? warn(message) : inform(message));
  });
  // Made once the client is there, since it counts the client's restarts.
  const counting = client.createDefaultErrorHandler(MOST_RESTARTS);
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) tell('running');
    if (newState === State.StartFailed) tell('stopped');
  });
  return client;
}
