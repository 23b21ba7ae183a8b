import type { ScoreChangedParams } from '../../../server/src/protocol/protocol.ts';

export interface KnownScore {
  readonly params: ScoreChangedParams;
  /** From before the language server went away; a new one has not scored the plan yet. */
  readonly outdated: boolean;
}

/** The newest score of each open plan, by the document's URI. */
export class PlanScores {
  readonly #scores = new Map<string, KnownScore>();

  get(uri: string): KnownScore | undefined {
    return this.#scores.get(uri);
  }

  /** False where a newer version's score is known already. */
  put(params: ScoreChangedParams): boolean {
    const known = this.#scores.get(params.uri);
    if (known && !known.outdated && known.params.version > params.version) return false;
    this.#scores.set(params.uri, { params, outdated: false });
    return true;
  }

  forget(uri: string): void {
    this.#scores.delete(uri);
  }

  /** The language server is gone. */
  markOutdated(): void {
    for (const [uri, { params }] of this.#scores) this.#scores.set(uri, { params, outdated: true });
  }
}
