import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface FolderEntries {
  readonly entries: readonly { readonly name: string; readonly isFolder: boolean }[];
  /** Whether there is more than was looked at. */
  readonly more: boolean;
}

/** Names that are looked at, and those of them that are kept: nobody reads a longer list. */
const MOST_SEEN = 5000;
const MOST_KEPT = 200;

/**
 * What a folder holds that begins with a prefix, in whatever case, hidden entries aside; nothing where it is none or
 * cannot be read.
 */
export async function folderEntries(folder: string, prefix: string): Promise<FolderEntries> {
  const wanted = prefix.toLowerCase();
  const entries: { name: string; isFolder: boolean }[] = [];
  let seen = 0;
  try {
    for await (const entry of await opendir(folder)) {
      if (seen++ >= MOST_SEEN || entries.length >= MOST_KEPT) return { entries, more: true };
      const { name } = entry;
      if (name.startsWith('.') || !name.toLowerCase().startsWith(wanted)) continue;
      if (entry.isFile() || entry.isDirectory()) entries.push({ name, isFolder: entry.isDirectory() });
      else if (entry.isSymbolicLink()) entries.push({ name, isFolder: await isFolder(join(folder, name)) });
    }
  } catch {
    // The user types a path: most of what is typed on the way to it is none.
    return { entries, more: false };
  }
  return { entries, more: false };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
