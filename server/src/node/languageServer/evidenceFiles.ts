import { dirname } from 'node:path';
import { evidenceFile } from '../host/evidenceFile.ts';
import { waitAtMost } from './patience.ts';

type Exists = (file: string) => Promise<boolean>;

/** A drive that does not answer must not hold up the other plans: what is not known by then counts as there. */
const PATIENCE_MILLISECONDS = 1000;

/**
 * The evidence files that one plan's file names, and which of them are there.
 *
 * The analysis asks at once and cannot wait: a path that was never looked up counts as there, is looked up then, and
 * where it is missing the analysis is made again.
 */
export class EvidenceFiles {
  readonly #planPath: string;
  readonly #lookFor: Exists;
  /** By path as written. */
  readonly #known = new Map<string, boolean>();
  /** What the newest analysis asked for. */
  readonly #asked = new Set<string>();
  #revision = 0;

  /** @param planPath absolute path of the plan's file */
  constructor(planPath: string, lookFor: Exists) {
    this.#planPath = planPath;
    this.#lookFor = lookFor;
  }

  /** Another number whenever an analysis made before would now be told something else. */
  get revision(): number {
    return this.#revision;
  }

  readonly exists = (written: string): boolean => {
    this.#asked.add(written);
    return this.#known.get(written) ?? true;
  };

  /** To be called before each analysis. */
  forgetWhatWasAsked(): void {
    this.#asked.clear();
  }

  /** Looks for what the newest analysis asked and is not known yet; undefined where there is none. */
  lookUp(): Promise<void> | undefined {
    const unknown = [...this.#asked].filter((written) => !this.#known.has(written));
    return unknown.length === 0 ? undefined : this.#find(unknown);
  }

  /**
   * What is made of a plan that nobody has open: made again where files are not there after all.
   * @param read asks by `exists`
   */
  async settled<T>(read: () => T): Promise<T> {
    this.forgetWhatWasAsked();
    const before = this.#revision;
    const first = read();
    const looking = this.lookUp();
    if (looking !== undefined) await waitAtMost(PATIENCE_MILLISECONDS, looking);
    if (this.#revision === before) return first;
    this.forgetWhatWasAsked();
    return read();
  }

  /** Looks for everything once more. */
  lookUpAgain(): Promise<void> {
    return this.#find([...this.#asked]);
  }

  /** Whether the newest analysis asked for none. */
  get isEmpty(): boolean {
    return this.#asked.size === 0;
  }

  /** Whether the plan names one of the files, or a file below one of the folders. */
  concerns(changed: ReadonlySet<string>): boolean {
    for (const written of this.#asked) {
      const file = evidenceFile(this.#planPath, written);
      if (file !== undefined && isOrIsBelow(file, changed)) return true;
    }
    return false;
  }

  async #find(paths: readonly string[]): Promise<void> {
    const found = await Promise.all(paths.map(async (written) => {
      const file = evidenceFile(this.#planPath, written);
      return [written, file === undefined || (await this.#lookFor(file))] as const;
    }));
    let changed = false;
    for (const [written, there] of found) {
      changed ||= (this.#known.get(written) ?? true) !== there;
      this.#known.set(written, there);
    }
    // Each key typed within a path makes another one.
    for (const written of this.#known.keys()) if (!this.#asked.has(written)) this.#known.delete(written);
    if (changed) this.#revision++;
  }
}

function isOrIsBelow(file: string, changed: ReadonlySet<string>): boolean {
  for (let path = file, above = dirname(path); ; path = above, above = dirname(path)) {
    if (changed.has(path)) return true;
    if (above === path) return false;
  }
}
