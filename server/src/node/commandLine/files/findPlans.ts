import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { resolve, sep } from 'node:path';
import { reasonOf, reasonOfLink } from '../../host/fileErrors.ts';
import { isSearched, PLAN_FILE } from '../../host/planNames.ts';

/** A file to be read, or what stands where one should be. */
export interface FoundFile {
  /** As given on the command line, or the folder as given with the way from there; `-` is standard input. */
  readonly file: string;
  /** Why there is nothing to be read. */
  readonly problem?: string;
}

/**
 * The files that the operands name: a file itself, of a folder every plan in it and in the folders below, by name.
 * What is named twice is found once, and so is a folder that links lead to in circles.
 */
export function* findPlans(operands: readonly string[], workingFolder: string): Generator<FoundFile> {
  const search = new Search(workingFolder);
  for (const operand of operands) yield* operand === '-' ? search.once(operand) : search.operand(operand);
}

class Search {
  readonly #workingFolder: string;
  readonly #files = new Set<string>();
  /** Where links lead is known by the true paths of folders. */
  readonly #folders = new Set<string>();

  constructor(workingFolder: string) {
    this.#workingFolder = workingFolder;
  }

  *once(file: string): Generator<FoundFile> {
    const path = file === '-' ? file : this.#path(file);
    if (this.#files.has(path)) return;
    this.#files.add(path);
    yield { file };
  }

  *operand(operand: string): Generator<FoundFile> {
    let isFolder: boolean;
    try {
      isFolder = statSync(this.#path(operand)).isDirectory();
    } catch (error) {
      yield { file: operand, problem: reasonOf(error) };
      return;
    }
    yield* isFolder ? this.#folder(operand) : this.once(operand);
  }

  *#folder(folder: string): Generator<FoundFile> {
    let entries: Dirent[];
    try {
      const truePath = realpathSync(this.#path(folder));
      if (this.#folders.has(truePath)) return;
      this.#folders.add(truePath);
      entries = readdirSync(this.#path(folder), { withFileTypes: true });
    } catch (error) {
      yield { file: folder, problem: reasonOf(error) };
      return;
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) yield* this.#entry(entry, `${withoutSlash(folder)}/${entry.name}`);
  }

  *#entry(entry: Dirent, path: string): Generator<FoundFile> {
    const isPlan = PLAN_FILE.test(entry.name);
    // Neither: a pipe, for example, from which nobody may ever write.
    let kind: Pick<Dirent, 'isDirectory' | 'isFile'> = entry;
    if (entry.isSymbolicLink()) {
      try {
        kind = statSync(this.#path(path));
      } catch (error) {
        // A dead link matters where it has the name of a plan.
        if (isPlan) yield { file: path, problem: reasonOfLink(error) };
        return;
      }
    }
    if (kind.isFile() && isPlan) yield* this.once(path);
    else if (kind.isDirectory() && isSearched(entry.name)) yield* this.#folder(path);
  }

  #path(path: string): string {
    return resolve(this.#workingFolder, path);
  }
}

function withoutSlash(folder: string): string {
  let end = folder.length;
  while (end > 0 && (folder[end - 1] === '/' || folder[end - 1] === sep)) end--;
  return folder.slice(0, end);
}
