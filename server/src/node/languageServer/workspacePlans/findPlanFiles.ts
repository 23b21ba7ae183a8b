import nodeFiles from 'node:fs/promises';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { isAbsence, reasonOf } from '../../host/fileErrors.ts';
import { isSearched, PLAN_FILE } from '../../host/planNames.ts';

/** What a search asks of the file system. */
export type SearchedFiles = Pick<typeof nodeFiles, 'readdir' | 'realpath' | 'stat'>;

/**
 * The plan files in a folder and the folders below, by name: absolute paths. Links are followed, in circles once.
 * What cannot be searched is said and left out.
 *
 * @param folder absolute path; nothing where it is no folder
 * @param log says which folder was left out, and why
 */
export function findPlanFiles(folder: string, log: (message: string) => void, files: SearchedFiles = nodeFiles): AsyncGenerator<string> {
  return new Search(log, files).in(folder);
}

class Search {
  readonly #log: (message: string) => void;
  readonly #files: SearchedFiles;
  /** True paths of the folders that were searched: where links lead is known by them. */
  readonly #seen = new Set<string>();

  constructor(log: (message: string) => void, files: SearchedFiles) {
    this.#log = log;
    this.#files = files;
  }

  /** @param isListed whether it was there a moment ago, as a folder */
  async *in(folder: string, isListed = false): AsyncGenerator<string> {
    for (const entry of await this.#entriesOf(folder, isListed)) {
      const path = join(folder, entry.name);
      const isPlan = PLAN_FILE.test(entry.name);
      if (!isPlan && !entry.isSymbolicLink() && !entry.isDirectory()) continue;
      const kind = entry.isSymbolicLink() ? await this.#kindOf(path, isPlan) : entry;
      if (kind?.isFile() === true && isPlan) yield path;
      else if (kind?.isDirectory() === true && isSearched(entry.name)) yield* this.in(path, true);
    }
  }

  async #entriesOf(folder: string, isListed: boolean): Promise<readonly Dirent[]> {
    try {
      const truePath = await this.#files.realpath(folder);
      if (this.#seen.has(truePath)) return [];
      this.#seen.add(truePath);
      const entries = await this.#files.readdir(folder, { withFileTypes: true });
      return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      if (!isAbsence(error)) this.#log(`No plans are looked for in ${folder}: ${reasonOf(error)}`);
      // What nobody has listed may be a file.
      else if (isListed) this.#log(`${folder} was gone before it could be searched`);
      return [];
    }
  }

  /** Where a link leads. A dead one matters where it has the name of a plan. */
  async #kindOf(path: string, isPlan: boolean): Promise<Pick<Dirent, 'isFile' | 'isDirectory'> | undefined> {
    try {
      return await this.#files.stat(path);
    } catch (error) {
      if (isPlan) this.#log(`${path} is left out: ${reasonOf(error)}`);
      return undefined;
    }
  }
}
