import type { DataCallback, Disposable, Message, MessageReader } from 'vscode-languageserver/node';

/**
 * The client's messages as they come in, and which edits among them wait to be handled.
 *
 * The connection hands on one message per turn of the event loop. An edit that has come in but was not handed on yet
 * makes all work on the document as it stands futile: whoever is about to begin some asks here first.
 */
export class PendingEdits implements MessageReader {
  readonly #reader: MessageReader;
  readonly #waiting = new Map<unknown, number>();

  constructor(reader: MessageReader) {
    this.#reader = reader;
  }

  /** Whether an edit of the document has come in that was not handed on yet. */
  isAhead(uri: string): boolean {
    return this.#waiting.has(uri);
  }

  /** To be called when an edit is handed on, with what came. */
  handedOn(params: unknown): void {
    const uri = uriOf(params);
    const left = (this.#waiting.get(uri) ?? 0) - 1;
    if (left > 0) this.#waiting.set(uri, left);
    else this.#waiting.delete(uri);
  }

  get onError(): MessageReader['onError'] {
    return this.#reader.onError;
  }

  get onClose(): MessageReader['onClose'] {
    return this.#reader.onClose;
  }

  get onPartialMessage(): MessageReader['onPartialMessage'] {
    return this.#reader.onPartialMessage;
  }

  listen(callback: DataCallback): Disposable {
    return this.#reader.listen((message) => {
      this.#count(message);
      callback(message);
    });
  }

  dispose(): void {
    this.#reader.dispose();
  }

  #count(message: Message | null): void {
    // Whatever is JSON can come in.
    if (message === null || !('method' in message) || message.method !== 'textDocument/didChange') return;
    const uri = uriOf('params' in message ? message.params : undefined);
    this.#waiting.set(uri, (this.#waiting.get(uri) ?? 0) + 1);
  }
}

function uriOf(params: unknown): unknown {
  return (params as { readonly textDocument?: { readonly uri?: unknown } | null } | null | undefined)?.textDocument?.uri;
}
