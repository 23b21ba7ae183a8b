import { basename, relative, sep } from 'node:path';
import { URI } from 'vscode-uri';
import type { FileNames } from '../../../features/workspacePlans/fileSummary.ts';
import { isSearched } from '../../host/planNames.ts';

/** What belongs to the workspace: files below its folders, and without a folder on this machine every plan that is open. */
export class WorkspaceArea {
  readonly folders: readonly string[];

  /** @param folders absolute paths */
  constructor(folders: readonly string[]) {
    this.folders = folders;
  }

  /** What a file is known by, however a client writes its URI: its absolute path, or the URI of what is no file here. */
  static keyOf(uri: string): string {
    const parsed = URI.parse(uri);
    return parsed.scheme === 'file' ? parsed.fsPath : uri;
  }

  /** @param key as `keyOf` gives it */
  holds(key: string): boolean {
    if (this.folders.length === 0) return !key.startsWith('untitled:');
    return this.folders.some((folder) => isBelow(key, folder) && relative(folder, key).split(sep).slice(0, -1).every(isSearched));
  }

  /** @param uri as an open document has it */
  namesOf(key: string, uri = URI.file(key).toString()): FileNames {
    const folder = this.folders.find((candidate) => isBelow(key, candidate));
    if (folder === undefined) return { uri, path: basename(URI.parse(uri).path) };
    const way = relative(folder, key).split(sep).join('/');
    return { uri, path: this.folders.length > 1 ? `${basename(folder)}/${way}` : way };
  }
}

/** Whether a path is below a folder. */
export function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
