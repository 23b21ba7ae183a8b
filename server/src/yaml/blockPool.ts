import type { YamlBlock } from './yamlBlock.ts';

/** The blocks of a version of a file that the next one may have in common with it, in the order of the file. */
export type BlockPool = readonly YamlBlock[];
export const EMPTY_POOL: BlockPool = [];

/**
 * Takes blocks out of a pool by their text, each at most once. From one version of a file to the next nearly all stay,
 * and in their order: the text is compared with that of the next block, and looked for among all only where that is another.
 */
export class PoolReader {
  readonly #pool: BlockPool;
  readonly #isTaken: Uint8Array;
  /** The places of those that were taken, in the order of taking. */
  readonly #taken: number[] = [];
  #next = 0;
  #byText: PlacesByText | undefined;

  constructor(pool: BlockPool) {
    this.#pool = pool;
    this.#isTaken = new Uint8Array(pool.length);
  }

  /** Undefined where no block with that text is left. */
  take(text: string): YamlBlock | undefined {
    const place = this.#placeOf(text);
    // What is in the place of a block that is gone stands before the one behind it.
    this.#next = (place ?? this.#next) + 1;
    if (place === undefined) return undefined;
    this.#isTaken[place] = 1;
    this.#taken.push(place);
    return this.#pool[place];
  }

  /** Takes several that are of use together; where they are not, and the result is undefined, all are given back. */
  together<T>(take: () => T | undefined): T | undefined {
    const [count, next] = [this.#taken.length, this.#next];
    const result = take();
    if (result !== undefined) return result;
    for (const place of this.#taken.splice(count)) {
      this.#isTaken[place] = 0;
      this.#byText?.giveBack((this.#pool[place] as YamlBlock).text, place);
    }
    this.#next = next;
    return undefined;
  }

  #placeOf(text: string): number | undefined {
    if (this.#isTaken[this.#next] === 0 && this.#pool[this.#next]?.text === text) return this.#next;
    if (this.#pool.length === 0) return undefined;
    this.#byText ??= new PlacesByText(this.#pool);
    return this.#byText.firstOf(text, this.#isTaken);
  }
}

/** Where each text of a pool stands, without an object for each. */
class PlacesByText {
  readonly #first = new Map<string, number>();
  /** For each place the next one with the same text, or -1. */
  readonly #following: Int32Array;

  constructor(pool: BlockPool) {
    this.#following = new Int32Array(pool.length);
    for (let place = pool.length - 1; place >= 0; place--) {
      const { text } = pool[place] as YamlBlock;
      this.#following[place] = this.#first.get(text) ?? -1;
      this.#first.set(text, place);
    }
  }

  /** The first one that is not taken. */
  firstOf(text: string, isTaken: Uint8Array): number | undefined {
    const first = this.#first.get(text);
    if (first === undefined) return undefined;
    let place = first;
    while (isTaken[place] === 1) place = this.#following[place] ?? -1;
    // Those before it need not be looked at again, unless they are given back.
    this.#first.set(text, place);
    return place === -1 ? undefined : place;
  }

  giveBack(text: string, place: number): void {
    const first = this.#first.get(text) ?? -1;
    if (first === -1 || place < first) this.#first.set(text, place);
  }
}
