import type { MessagePort } from 'node:worker_threads';
import { FileWork, type FileResult, type FileTask, type WorkSettings } from './fileWork.ts';
import type { WorkerThread } from './workerThread.ts';

/** In a worker thread: answers each list of tasks with the list of its results. */
export function serveFileWork(settings: WorkSettings, port: MessagePort): void {
  const work = new FileWork(settings);
  port.on('message', (tasks: readonly FileTask[]) => {
    port.postMessage(tasks.map((task) => work.do(task)));
  });
}

interface Waiting {
  readonly resolve: (results: readonly FileResult[]) => void;
  readonly reject: (error: Error) => void;
}

/** A worker thread as the main thread sees it. */
export class FileThread {
  readonly #worker: WorkerThread;
  /** It answers in the order in which it was asked. */
  readonly #waiting: Waiting[] = [];
  #failure: Error | undefined;

  constructor(worker: WorkerThread) {
    this.#worker = worker;
    worker.on('message', (results) => this.#waiting.shift()?.resolve(results as readonly FileResult[]));
    worker.on('error', (error) => this.#fail(error));
    worker.on('exit', () => this.#fail(new Error('A thread ended before its work was done.')));
  }

  /** Lists of tasks not yet answered. */
  get load(): number {
    return this.#waiting.length;
  }

  do(tasks: readonly FileTask[]): Promise<readonly FileResult[]> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    const answer = new Promise<readonly FileResult[]>((resolve, reject) => this.#waiting.push({ resolve, reject }));
    // It may fail before anybody waits for it; who does then hears of it.
    answer.catch(() => undefined);
    this.#worker.postMessage(tasks);
    return answer;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}
