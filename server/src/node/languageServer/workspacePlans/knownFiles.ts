import type { FileSummary } from '../../../features/workspacePlans/fileSummary.ts';
import type { KnownFile } from './planReader.ts';

/** The files with plans that were read, each by its key. Whoever listens is told of each change. */
export class KnownFiles implements Iterable<readonly [key: string, file: KnownFile]> {
  readonly #files = new Map<string, KnownFile>();
  readonly #changed: (file: FileSummary | undefined, before: string | undefined) => void;

  /** @param changed is told what a file is now, if it is there, and the URI that it had, where it was known */
  constructor(changed: (file: FileSummary | undefined, before: string | undefined) => void) {
    this.#changed = changed;
  }

  get size(): number {
    return this.#files.size;
  }

  get summaries(): readonly FileSummary[] {
    return Array.from(this.#files.values(), ({ summary }) => summary);
  }

  [Symbol.iterator](): Iterator<readonly [string, KnownFile]> {
    return this.#files.entries();
  }

  keys(): Iterable<string> {
    return this.#files.keys();
  }

  has(key: string): boolean {
    return this.#files.has(key);
  }

  summaryOf(key: string): FileSummary | undefined {
    return this.#files.get(key)?.summary;
  }

  keep(key: string, file: KnownFile): void {
    const before = this.summaryOf(key)?.uri;
    this.#files.set(key, file);
    this.#changed(file.summary, before);
  }

  /** Whether it was known. */
  forget(key: string): boolean {
    const before = this.summaryOf(key)?.uri;
    if (before === undefined) return false;
    this.#files.delete(key);
    this.#changed(undefined, before);
    return true;
  }
}
