import {
  createProtocolConnection, DocumentDiagnosticRequest,
  type CancellationToken, type ClientCapabilities, type DidChangeTextDocumentParams, type DocumentDiagnosticReport, type InitializeParams,
  type InitializeResult, type MessageReader, type MessageWriter, type ProtocolConnection, type PublishDiagnosticsParams, type Registration, type ShowMessageParams,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { PLANS_CHANGED_NOTIFICATION, PLANS_REQUEST, type PlansChangedParams, type PlansParams, type PlansResult } from '../../server/src/protocol/plans.ts';
import {
  OVERVIEW_REQUEST, SCORE_CHANGED_NOTIFICATION, SCORE_REQUEST, type FileOverview, type ScoreChangedParams,
} from '../../server/src/protocol/protocol.ts';
import type { FileScore } from '../../server/src/score/fileScore.ts';

/** A machine that is slow and busy is no failure. */
const PATIENCE_MILLISECONDS = 60_000;
const SHOWN = { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true, tagSupport: { valueSet: [1, 2] as (1 | 2)[] } };

/** A client that asks for diagnostics, as VS Code does. */
export const PULLING: ClientCapabilities = {
  textDocument: { diagnostic: {}, publishDiagnostics: SHOWN },
  workspace: { diagnostics: { refreshSupport: true } },
};

/** A client that has diagnostics sent to it. */
export const PUSHED_TO: ClientCapabilities = { textDocument: { publishDiagnostics: { ...SHOWN, versionSupport: true } } };

export interface TestClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** URIs. */
  readonly workspaceFolders?: readonly string[];
  /** What `workspace/configuration` gives for the section `mipsPlan`. */
  readonly configuration?: () => unknown;
}

/** An editor, as much of one as a test needs: it keeps its documents' texts, and everything that the server sends. */
export class TestClient {
  readonly connection: ProtocolConnection;
  readonly pushes: PublishDiagnosticsParams[] = [];
  readonly scores: ScoreChangedParams[] = [];
  readonly plansChanged: PlansChangedParams[] = [];
  readonly logged: string[] = [];
  readonly shown: ShowMessageParams[] = [];
  readonly registrations: Registration[] = [];
  refreshes = 0;
  readonly #documents = new Map<string, TextDocument>();
  readonly #waiting = new Set<() => void>();

  constructor(reader: MessageReader, writer: MessageWriter) {
    this.connection = createProtocolConnection(reader, writer);
    this.#keep('textDocument/publishDiagnostics', (params) => this.pushes.push(params as PublishDiagnosticsParams));
    this.#keep(SCORE_CHANGED_NOTIFICATION, (params) => this.scores.push(params as ScoreChangedParams));
    this.#keep(PLANS_CHANGED_NOTIFICATION, (params) => this.plansChanged.push(params as PlansChangedParams));
    this.#keep('window/logMessage', (params) => this.logged.push((params as ShowMessageParams).message));
    this.#keep('window/showMessage', (params) => this.shown.push(params as ShowMessageParams));
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      this.#wake();
      return null;
    });
    this.connection.onRequest('client/registerCapability', ({ registrations }: { registrations: Registration[] }) => {
      this.registrations.push(...registrations);
      this.#wake();
      return null;
    });
    this.connection.onRequest('client/unregisterCapability', ({ unregisterations }: { unregisterations: Registration[] }) => {
      for (const { id } of unregisterations) this.registrations.splice(this.registrations.findIndex((registration) => registration.id === id), 1);
      this.#wake();
      return null;
    });
    this.connection.listen();
  }

  async initialize({ capabilities = PULLING, initializationOptions, workspaceFolders, configuration }: TestClientOptions = {}): Promise<InitializeResult> {
    if (configuration !== undefined) this.connection.onRequest('workspace/configuration', () => [configuration()]);
    const params: Omit<InitializeParams, 'rootUri'> = {
      processId: null,
      capabilities,
      initializationOptions,
      workspaceFolders: workspaceFolders?.map((uri) => ({ uri, name: uri })) ?? null,
    };
    const result = await this.connection.sendRequest<InitializeResult>('initialize', params);
    this.notify('initialized', {});
    return result;
  }

  notify(method: string, params?: unknown): void {
    void this.connection.sendNotification(method, params);
  }

  open(uri: string, text: string, languageId = 'mips-plan', version = 1): void {
    this.#documents.set(uri, TextDocument.create(uri, languageId, version, text));
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  /** Replaces the first place of a text by another, as somebody who types there does. */
  edit(uri: string, old: string, newText: string): void {
    this.notify('textDocument/didChange', this.edited(uri, old, newText));
  }

  /** The parameters of the notification for `edit`; the client's own document has the edit then. */
  edited(uri: string, old: string, newText: string): DidChangeTextDocumentParams {
    const offset = this.textOf(uri).indexOf(old);
    if (offset < 0) throw new Error(`No “${old}” in ${uri}`);
    return this.#replace(uri, offset, old.length, newText);
  }

  /** Replaces what stands at an offset. */
  editAt(uri: string, offset: number, length: number, newText: string): void {
    this.notify('textDocument/didChange', this.#replace(uri, offset, length, newText));
  }

  textOf(uri: string): string {
    return this.#document(uri).getText();
  }

  versionOf(uri: string): number {
    return this.#document(uri).version;
  }

  save(uri: string): void {
    this.notify('textDocument/didSave', { textDocument: { uri } });
  }

  close(uri: string): void {
    this.#documents.delete(uri);
    this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  pull(uri: string, previousResultId?: string, token?: CancellationToken): Promise<DocumentDiagnosticReport> {
    const params = { textDocument: { uri }, ...(previousResultId !== undefined && { previousResultId }) };
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, params, token);
  }

  /** The codes of the findings, pulled. */
  async codes(uri: string): Promise<unknown[]> {
    const report = await this.pull(uri);
    if (report.kind !== 'full') throw new Error('Unchanged, though nothing was there before');
    return report.items.map(({ code }) => code);
  }

  score(uri: string): Promise<FileScore | null> {
    return this.connection.sendRequest(SCORE_REQUEST, { textDocument: { uri } });
  }

  overview(uri: string): Promise<FileOverview | null> {
    return this.connection.sendRequest(OVERVIEW_REQUEST, { textDocument: { uri } });
  }

  plans(params: PlansParams = {}, token?: CancellationToken): Promise<PlansResult> {
    return token === undefined ? this.connection.sendRequest(PLANS_REQUEST, params) : this.connection.sendRequest(PLANS_REQUEST, params, token);
  }

  /** The score that is sent for the latest version, or has been. */
  scoreSent(uri: string, version = this.versionOf(uri)): Promise<ScoreChangedParams> {
    return this.until(() => this.scores.findLast((sent) => sent.uri === uri && sent.version === version));
  }

  /** The diagnostics that are pushed for the latest version, or have been. */
  pushed(uri: string, version = this.versionOf(uri)): Promise<PublishDiagnosticsParams> {
    return this.until(() => this.pushes.findLast((sent) => sent.uri === uri && sent.version === version));
  }

  /** Waits for the server's messages until there is what is looked for. */
  until<T>(find: () => T | undefined | false): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        reject(new Error(`Waited in vain: ${String(find)}\nLogged:\n${this.logged.join('\n')}`));
      }, PATIENCE_MILLISECONDS);
      const look = (): void => {
        const found = find();
        if (found === undefined || found === false) return;
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
    });
  }

  async shutdown(): Promise<void> {
    await this.connection.sendRequest('shutdown');
  }

  #replace(uri: string, offset: number, length: number, text: string): DidChangeTextDocumentParams {
    const document = this.#document(uri);
    const range = { start: document.positionAt(offset), end: document.positionAt(offset + length) };
    TextDocument.update(document, [{ range, text }], document.version + 1);
    return { textDocument: { uri, version: document.version }, contentChanges: [{ range, text }] };
  }

  #document(uri: string): TextDocument {
    const document = this.#documents.get(uri);
    if (document === undefined) throw new Error(`${uri} is not open`);
    return document;
  }

  #keep(method: string, keep: (params: unknown) => void): void {
    this.connection.onNotification(method, (params: unknown) => {
      keep(params);
      this.#wake();
    });
  }

  #wake(): void {
    for (const look of [...this.#waiting]) look();
  }
}
