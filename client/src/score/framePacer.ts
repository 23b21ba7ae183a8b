import type { HostMessage } from '../../view/messages.ts';

/** One frame of a 60 Hz screen, in milliseconds. */
export const FRAME_MS = 16;

/**
 * Sends at most one message a frame. A newer message takes the place of a waiting one of its type;
 * types keep their order, so that the page learns that a plan was closed before it learns that it was opened again.
 */
export class FramePacer {
  readonly #send: (message: HostMessage) => void;
  readonly #waiting: HostMessage[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(send: (message: HostMessage) => void) {
    this.#send = send;
  }

  post(message: HostMessage): void {
    if (this.#waiting.at(-1)?.type === message.type) this.#waiting.pop();
    this.#waiting.push(message);
    if (this.#timer === undefined) this.#sendNext();
  }

  /** Forgets what waits. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting.length = 0;
  }

  #sendNext(): void {
    const message = this.#waiting.shift();
    this.#timer = message && setTimeout(() => this.#sendNext(), FRAME_MS);
    if (message) this.#send(message);
  }
}
