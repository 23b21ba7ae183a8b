import type { FileOverview, ScoreChangedParams } from '../../../server/src/protocol/protocol.ts';
import { FRAME_MS } from './framePacer.ts';

/** @returns null where the plan is not open (any more) */
type AskServer = (uri: string) => Promise<FileOverview | null>;

interface Known {
  readonly of: ScoreChangedParams;
  readonly overview: FileOverview;
}

interface Turn {
  /** The score to ask for next. */
  next?: ScoreChangedParams;
}

/**
 * What views show of plans beside the score. It costs the server many times what the score does, so it is asked for only
 * where a view wants it: for the newest score, one question at a time and at most one a frame.
 */
export class PlanOverviews {
  readonly #ask: AskServer;
  readonly #came: (uri: string) => void;
  readonly #known = new Map<string, Known>();
  readonly #asked = new WeakSet<ScoreChangedParams>();
  /** By the URI of the plan that is asked about now. */
  readonly #turns = new Map<string, Turn>();

  /** @param came called when there is a newer one */
  constructor(ask: AskServer, came: (uri: string) => void) {
    this.#ask = ask;
    this.#came = came;
  }

  /** The newest that there is, of this score or an older one. Where it is not of this score, it is asked for. */
  of(score: ScoreChangedParams): FileOverview | undefined {
    const known = this.#known.get(score.uri);
    if (known?.of !== score) this.#want(score);
    return known?.overview;
  }

  /** The newest that a view has wanted. */
  latest(uri: string): FileOverview | undefined {
    return this.#known.get(uri)?.overview;
  }

  forget(uri: string): void {
    this.#known.delete(uri);
    this.#turns.delete(uri);
  }

  #want(score: ScoreChangedParams): void {
    if (this.#asked.has(score)) return;
    const turn = this.#turns.get(score.uri);
    if (turn) turn.next = score;
    else void this.#askFor(score);
  }

  async #askFor(of: ScoreChangedParams): Promise<void> {
    this.#asked.add(of);
    const turn: Turn = {};
    this.#turns.set(of.uri, turn);
    const isForgotten = (): boolean => this.#turns.get(of.uri) !== turn;
    const frame = new Promise((resolve) => setTimeout(resolve, FRAME_MS));
    // Where the server is gone its newest score is outdated, and the next server sends another.
    const overview = await this.#ask(of.uri).catch(() => null);
    if (overview !== null && !isForgotten()) {
      this.#known.set(of.uri, { of, overview });
      this.#came(of.uri);
    }
    await frame;
    if (isForgotten()) return;
    this.#turns.delete(of.uri);
    if (turn.next !== undefined) await this.#askFor(turn.next);
  }
}
