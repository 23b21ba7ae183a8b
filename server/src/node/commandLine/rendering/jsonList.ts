import { jsonText } from '../../../export/jsonText.ts';

/**
 * An item of a list in JSON, which is printed item by item: with the comma that parts it from the one before, which
 * `JsonList` leaves out of the first.
 *
 * @param depth blanks before the list's closing bracket
 */
export function jsonItem(value: unknown, depth = 0): string {
  return `,\n${jsonText(value)}`.replaceAll('\n', `\n${' '.repeat(depth + 2)}`);
}

/** Puts items of `jsonItem` together to what `JSON.stringify` makes of the whole list. */
export class JsonList {
  readonly #depth: number;
  #isEmpty = true;

  constructor(depth = 0) {
    this.#depth = depth;
  }

  /** @param items any number of them, one after the other */
  next(items: string): string {
    if (items === '') return '';
    const first = this.#isEmpty;
    this.#isEmpty = false;
    return first ? `[${items.slice(1)}` : items;
  }

  end(): string {
    return this.#isEmpty ? '[]' : `\n${' '.repeat(this.#depth)}]`;
  }
}
