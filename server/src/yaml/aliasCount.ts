import { LIMITS } from './parsed.ts';

/** What following aliases has added: nodes, keys and values counted, and characters of their text. */
export interface Aliased {
  readonly nodes: number;
  readonly characters: number;
}

/** Counts what following the aliases of a file adds, over all of its documents: of thousands each may be within the limits. */
export class AliasCount {
  #nodes = 0;
  #characters = 0;

  add(nodes: number, characters: number): void {
    this.#nodes += nodes;
    this.#characters += characters;
  }

  get isTooMuch(): boolean {
    return this.#nodes > LIMITS.aliasNodes || this.#characters > LIMITS.aliasText;
  }

  /** What has been added since an earlier count; undefined for nothing. */
  since(before: Aliased): Aliased | undefined {
    return this.#nodes === before.nodes ? undefined : { nodes: this.#nodes - before.nodes, characters: this.#characters - before.characters };
  }

  get total(): Aliased {
    return { nodes: this.#nodes, characters: this.#characters };
  }
}
