import { ErrorCodes, LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver/node';

type Phase = 'before-initialize' | 'running' | 'shut-down';

/**
 * What every message from the client goes through. A handler that throws is logged with the kind of its message, a
 * request is answered with an error that says so, and the next message is handled as if nothing had happened.
 */
export class Guard {
  readonly #log: (message: string) => void;
  #phase: Phase = 'before-initialize';
  #lastMessage = -Infinity;

  constructor(log: (message: string) => void) {
    this.#log = log;
  }

  get isShutDown(): boolean {
    return this.#phase === 'shut-down';
  }

  /** Milliseconds since the last message came or was answered: while somebody types, they are few. */
  get quietMilliseconds(): number {
    return performance.now() - this.#lastMessage;
  }

  initialize<P, R>(handle: (params: P) => R): (params: P) => R {
    return (params) => {
      if (this.#phase !== 'before-initialize') throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized already.');
      const result = this.#orError('initialize', () => handle(params));
      this.#phase = 'running';
      return result;
    };
  }

  shutdown(handle: () => void): () => void {
    return () => {
      this.#refuseUnlessRunning();
      this.#phase = 'shut-down';
      this.#orError('shutdown', handle);
    };
  }

  /** A request that nobody waits for any more is answered as cancelled, before and after the work. */
  request<P, R>(method: string, handle: (params: P, token: CancellationToken) => R | Promise<R>): (params: P, token: CancellationToken) => Promise<R> {
    return async (params, token) => {
      this.#lastMessage = performance.now();
      this.#refuseUnlessRunning();
      throwIfCancelled(token);
      try {
        const result = await handle(params, token);
        throwIfCancelled(token);
        return result;
      } catch (error) {
        throw this.#asResponse(method, error);
      } finally {
        this.#lastMessage = performance.now();
      }
    };
  }

  notification<P>(method: string, handle: (params: P) => void | Promise<void>): (params: P) => void {
    return (params) => {
      this.#lastMessage = performance.now();
      if (this.#phase === 'running') this.run(method, () => handle(params));
    };
  }

  /** Work that no message waits for. */
  run(what: string, work: () => void | Promise<void>): void {
    const log = (error: unknown): void => {
      // What was begun before the end fails with it: the connection is gone, and the log with it.
      if (!this.isShutDown) this.#log(failure(what, error));
    };
    try {
      const done = work();
      if (done instanceof Promise) done.catch(log);
    } catch (error) {
      log(error);
    }
  }

  /** The answer to a request that has no handler. */
  readonly unknownRequest = (method: string): never => {
    this.#refuseUnlessRunning();
    throw new ResponseError(ErrorCodes.MethodNotFound, `There is no ${method} here.`);
  };

  #refuseUnlessRunning(): void {
    if (this.#phase === 'before-initialize') throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The server is not initialized yet.');
    if (this.#phase === 'shut-down') throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is shut down.');
  }

  #orError<R>(method: string, handle: () => R): R {
    try {
      return handle();
    } catch (error) {
      throw this.#asResponse(method, error);
    }
  }

  #asResponse(method: string, error: unknown): unknown {
    if (error instanceof ResponseError) return error;
    this.#log(failure(method, error));
    return new ResponseError(ErrorCodes.InternalError, `${method} failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled by the client.');
}

function failure(what: string, error: unknown): string {
  return `${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
