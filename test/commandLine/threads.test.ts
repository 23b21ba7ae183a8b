import { describe, expect, it } from 'vitest';
import { FileWork, type FileTask, type WorkSettings } from '../../server/src/node/commandLine/work/fileWork.ts';
import type { WorkerThread } from '../../server/src/node/commandLine/work/workerThread.ts';
import { BAD, folderWith, GOOD, runWith } from './fakeIo.ts';

type Listener = (value: never) => void;

/** Does the work in this thread, but answers after a while that differs from thread to thread. */
class FakeThread implements WorkerThread {
  static started = 0;
  static ended = 0;
  static mostWaiting = 0;
  readonly #work: FileWork;
  readonly #delay = FakeThread.started++ * 3;
  readonly #listeners = new Map<string, Listener>();
  #answers: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(settings: unknown) {
    this.#work = new FileWork(settings as WorkSettings);
  }

  postMessage(message: unknown): void {
    FakeThread.mostWaiting = Math.max(FakeThread.mostWaiting, ++this.#waiting);
    this.#answers = this.#answers
      .then(() => new Promise((resolve) => setTimeout(resolve, this.#delay)))
      .then(() => {
        this.#waiting--;
        this.#listeners.get('message')?.((message as FileTask[]).map((task) => this.#work.do(task)) as never);
      });
  }

  on(event: string, listener: Listener): void {
    this.#listeners.set(event, listener);
  }

  terminate(): Promise<void> {
    FakeThread.ended++;
    return Promise.resolve();
  }
}

const FILES = 300;
const folderOfMany = (): string =>
  folderWith({
    ...Object.fromEntries(Array.from({ length: FILES }, (_, number) => [`${number % 7}/plan-${number}.mips.yaml`, number % 3 === 0 ? BAD : GOOD])),
    '5/not-utf8.mips.yaml': new Uint8Array([0xff]),
    '2/not-utf8.mips.yaml': new Uint8Array([0xff]),
  });

describe('many files', () => {
  it.each(['text', 'json', 'sarif'])('are checked by several threads, with the same %s', async (format) => {
    Object.assign(FakeThread, { started: 0, ended: 0, mostWaiting: 0 });
    const folder = folderOfMany();
    const args = ['check', 'absent', '.', '--format', format];
    const alone = await runWith(args, { folder });
    const together = await runWith(args, { folder, threads: { count: 3, start: (settings) => new FakeThread(structuredClone(settings)) } });
    expect(together).toEqual(alone);
    expect(together.code).toBe(2);
    expect(together.stderr).toMatch(/^mips-plan: absent: .*\nmips-plan: \.\/2\/not-utf8.*\nmips-plan: \.\/5\/not-utf8.*\n$/);
    expect([FakeThread.started, FakeThread.ended]).toEqual([3, 3]);
    // What waits is bounded, however many files there are.
    expect(FakeThread.mostWaiting).toBeLessThanOrEqual(12);
  });

  it('start no threads where there are few', async () => {
    const folder = folderWith({ 'a.mips.yaml': GOOD, 'b.mips.yaml': BAD });
    const start = (): never => {
      throw new Error('started');
    };
    expect((await runWith(['check', '.'], { folder, threads: { count: 8, start } })).code).toBe(1);
  });

  it('report a thread that fails', async () => {
    const folder = folderOfMany();
    const failing: WorkerThread = {
      postMessage: () => undefined,
      on: (event: string, listener: Listener) => {
        if (event === 'error') setTimeout(() => listener(new Error('out of memory') as never), 5);
      },
      terminate: () => Promise.resolve(),
    };
    await expect(runWith(['check', '.'], { folder, threads: { count: 2, start: () => failing } })).rejects.toThrow('out of memory');
  });
});
