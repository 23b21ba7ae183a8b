import { readdir, realpath, stat } from 'node:fs/promises';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { isAbsence, reasonOf } from '../../host/fileErrors.ts';
import { isSearched, PLAN_FILE } from '../../host/planNames.ts';

/**
 * The plan files in a folder and the folders below, by name: absolute paths. Links are followed, in circles once.
 * What cannot be searched is said and left out.
 *
 * @param folder absolute path; nothing where it is no folder
 * @param log says which folder was left out, and why
 */
export async function* findPlanFiles(folder: string, log: (message: string) => void, seen = new Set<string>()): AsyncGenerator<string> {
  const entries = await entriesOf(folder, log, seen);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const isPlan = PLAN_FILE.test(entry.name);
    if (!isPlan && !entry.isSymbolicLink() && !entry.isDirectory()) continue;
    const kind = entry.isSymbolicLink() ? await kindOf(path, isPlan ? log : undefined) : entry;
    if (kind?.isFile() === true && isPlan) yield path;
    else if (kind?.isDirectory() === true && isSearched(entry.name)) yield* findPlanFiles(path, log, seen);
  }
}

/** @param seen true paths of the folders that were searched: where links lead is known by them */
async function entriesOf(folder: string, log: (message: string) => void, seen: Set<string>): Promise<Dirent[]> {
  try {
    const truePath = await realpath(folder);
    if (seen.has(truePath)) return [];
    seen.add(truePath);
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    // It may have gone since its name was read, or be a file.
    if (!isAbsence(error)) log(`No plans are looked for in ${folder}: ${reasonOf(error)}`);
    return [];
  }
}

/** Where a link leads. A dead one matters where it has the name of a plan. */
async function kindOf(path: string, log: ((message: string) => void) | undefined): Promise<Pick<Dirent, 'isFile' | 'isDirectory'> | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    log?.(`${path} is left out: ${reasonOf(error)}`);
    return undefined;
  }
}
