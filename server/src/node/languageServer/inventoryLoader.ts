import { isAbsolute, join } from 'node:path';
import type { LoadedYear } from '../../inventory/loadedYear.ts';
import { fileExists } from '../host/evidenceFile.ts';
import { loadInventoryFiles, type InventoryFile } from '../host/inventoryFiles.ts';

export interface Say {
  /** Shown to the user. */
  readonly warn: (message: string) => void;
  /** Written to the log. */
  readonly log: (message: string) => void;
}

/** Loads the inventory files that the settings name, and says what is wrong with them: once, in one message. */
export class InventoryLoader {
  readonly #say: Say;
  #folders: readonly string[];
  #files: readonly InventoryFile[] = [];
  #lastSaid = '';

  /** @param folders absolute paths of the workspace's folders */
  constructor(folders: readonly string[], say: Say) {
    this.#folders = folders;
    this.#say = say;
  }

  set folders(folders: readonly string[]) {
    this.#folders = folders;
  }

  /** Absolute paths of what was loaded last, or could not be. */
  get files(): readonly string[] {
    return this.#files.map(({ path }) => path);
  }

  /** @param names absolute paths, or relative to a folder of the workspace */
  async load(names: readonly string[]): Promise<readonly LoadedYear[]> {
    const homeless = this.#folders.length === 0 ? names.filter((name) => !isAbsolute(name)) : [];
    const files = await Promise.all(names.filter((name) => !homeless.includes(name)).map((name) => this.#find(name)));
    const { loaded, errors, notes } = await loadInventoryFiles(files);
    this.#files = files;
    this.#sayOnce([...homeless.map((name) => `${name}: no folder is open that it could be relative to`), ...errors], notes);
    return loaded;
  }

  async #find(name: string): Promise<InventoryFile> {
    if (isAbsolute(name)) return { name, path: name };
    const paths = this.#folders.map((folder) => join(folder, name));
    const there = await Promise.all(paths.map(fileExists));
    return { name, path: paths[Math.max(0, there.indexOf(true))] ?? name };
  }

  #sayOnce(errors: readonly string[], notes: readonly string[]): void {
    const said = [...errors, ...notes].join('\n');
    if (said === this.#lastSaid) return;
    this.#lastSaid = said;
    for (const line of [...errors, ...notes]) this.#say.log(`Inventory file ${line}`);
    const [first, ...others] = errors;
    if (first === undefined) return;
    this.#say.warn(`Inventory file ${first}${others.length === 0 ? '.' : `; ${others.length} more in the log.`}`);
  }
}
