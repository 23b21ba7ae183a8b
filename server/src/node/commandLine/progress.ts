import type { Output } from './io.ts';

const FIRST_AFTER_MILLISECONDS = 500;
const EVERY_MILLISECONDS = 100;
const ERASED = '\r\u001b[K';

/** Says on a terminal how far a long run is, in one line that goes again. */
export class Progress {
  readonly #output: Output;
  #next: number;
  #isShown = false;

  constructor(output: Output) {
    this.#output = output;
    this.#next = output.isTerminal ? performance.now() + FIRST_AFTER_MILLISECONDS : Infinity;
  }

  async show(files: number): Promise<void> {
    const now = performance.now();
    if (now < this.#next) return;
    this.#next = now + EVERY_MILLISECONDS;
    this.#isShown = true;
    await this.#output.write(`${ERASED}${files.toLocaleString('en-US')} files …`);
  }

  async clear(): Promise<void> {
    if (!this.#isShown) return;
    this.#isShown = false;
    await this.#output.write(ERASED);
  }
}
