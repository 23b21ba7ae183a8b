import { PassThrough } from 'node:stream';
import { createConnection, Message, StreamMessageReader, StreamMessageWriter, type ResponseMessage } from 'vscode-languageserver/node';
import { onTestFinished } from 'vitest';
import { createInventoryTexts } from '../../server/src/inventory/inventoryTexts.ts';
import type { Host } from '../../server/src/node/languageServer/host.ts';
import { PendingEdits } from '../../server/src/node/languageServer/pendingEdits.ts';
import { serve } from '../../server/src/node/languageServer/server.ts';
import { TestClient, type TestClientOptions } from './testClient.ts';

/** As the build writes them, of one activity. */
const TEXTS = JSON.stringify({ texts: ['Be there day and night.'], officialCount: 1, runs: { IA_EPA_1: [[2017, 2026, 0]] }, earlier: {} });

/** A client and the real server in this process, joined by two streams; both end with the test, or before with `end`. */
export class InMemory extends TestClient {
  /** Answers to requests of `sendTogether`. */
  readonly responses: ResponseMessage[] = [];
  readonly #toServer: PassThrough;
  readonly #endServer: () => void;

  /** @param endedByCaller for a test that needs so many that they cannot all wait for its end */
  constructor(host: Partial<Host> = {}, endedByCaller = false) {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    super(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    this.#toServer = toServer;
    new StreamMessageReader(toClient).listen((message) => {
      // The ids of the connection are numbers.
      if (Message.isResponse(message) && typeof message.id === 'string') this.responses.push(message);
    });
    const edits = new PendingEdits(new StreamMessageReader(toServer));
    const server = createConnection(edits, new StreamMessageWriter(toClient));
    serve(server, edits, { today: () => '2024-10-01', readTexts: (loaded) => Promise.resolve(createInventoryTexts(TEXTS, loaded)), ...host });
    server.listen();
    this.#endServer = () => server.dispose();
    if (!endedByCaller) onTestFinished(() => this.end());
  }

  async end(): Promise<void> {
    await this.shutdown().catch(() => undefined);
    this.#endServer();
    this.connection.dispose();
  }

  static async start(options: TestClientOptions = {}, host: Partial<Host> = {}): Promise<InMemory> {
    const client = new InMemory(host);
    await client.initialize(options);
    return client;
  }

  /** Sends messages in one piece: they are all there before the server handles the first. Requests have text as ids. */
  sendTogether(...messages: readonly object[]): void {
    this.sendRaw(messages.map((message) => {
      const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
      return `Content-Length: ${body.length}\r\n\r\n${body.toString()}`;
    }).join(''));
  }

  sendRaw(bytes: string): void {
    this.#toServer.write(bytes);
  }
}
