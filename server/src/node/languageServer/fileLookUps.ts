import { fileExists } from '../host/evidenceFile.ts';

/** Node has four threads for files. A look-up on a drive that does not answer holds one of them; one stays free for the rest. */
const AT_ONCE = 3;

/** Looks for files, few at a time. */
export class FileLookUps {
  #running = 0;
  #waiting: (() => void)[] = [];
  /** Of those that wait: to take the first out of a long list takes long. */
  #first = 0;

  readonly exists = (file: string): Promise<boolean> => this.inTurn(() => fileExists(file));

  async inTurn<T>(lookUp: () => Promise<T>): Promise<T> {
    if (this.#running === AT_ONCE) await new Promise<void>((proceed) => this.#waiting.push(proceed));
    else this.#running++;
    try {
      return await lookUp();
    } finally {
      const next = this.#waiting[this.#first++];
      if (next === undefined) {
        [this.#waiting, this.#first] = [[], 0];
        this.#running--;
      } else next();
    }
  }
}
