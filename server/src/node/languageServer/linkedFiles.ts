import nativePath, { type PlatformPath } from 'node:path';
import type { DocumentLink } from 'vscode-languageserver-types';
import { URI } from 'vscode-uri';
import { evidenceFile } from '../host/evidenceFile.ts';
import type { FileLookUps } from './fileLookUps.ts';
import { RealPaths } from './realPaths.ts';

/** What is longer is no path of any file. */
const LONGEST_PATH = 4096;
/** To look for more of them takes longer than anybody waits. */
const MOST_FILES = 5000;

/** Of which files that a plan names a click may open them: those of the workspace's folders and of the plan's own folder. */
export class LinkedFiles {
  readonly #plan: URI;
  readonly #folders: readonly string[];

  /** @param folders of the workspace, absolute paths */
  constructor(planUri: string, folders: readonly string[]) {
    this.#plan = URI.parse(planUri);
    this.#folders = this.#plan.scheme === 'file' ? [nativePath.dirname(this.#plan.fsPath), ...folders] : [];
  }

  /** The URI of a file, by its name alone; undefined where it is not to be opened, or the plan is no file itself. */
  readonly uriOf = (written: string): string | undefined => {
    if (this.#folders.length === 0 || written.length > LONGEST_PATH || written.includes('\0')) return undefined;
    const file = evidenceFile(this.#plan.fsPath, written);
    return file !== undefined && isInOneOf(this.#folders, file) ? URI.file(file).toString() : undefined;
  };

  /** Without those whose names lead out of the folders by a symbolic link. */
  async whereNoLinkLeadsOut(links: readonly DocumentLink[], lookUps: FileLookUps): Promise<DocumentLink[]> {
    const isFile = ({ target }: DocumentLink): boolean => target?.startsWith('file:') === true;
    if (!links.some(isFile)) return [...links];
    const real = new RealPaths(lookUps);
    const folders = (await Promise.all(this.#folders.map((folder) => real.of(folder)))).filter((folder) => folder !== undefined);
    let files = 0;
    const kept = await Promise.all(links.map(async (link) => {
      if (!isFile(link)) return true;
      if (++files > MOST_FILES) return false;
      const file = await real.of(URI.parse(link.target ?? '').fsPath);
      return file !== undefined && isInOneOf(folders, file);
    }));
    return links.filter((_, index) => kept[index]);
  }
}

/** Whether a path is that of something below one of the folders. Neither is looked up. */
export function isInOneOf(folders: readonly string[], file: string, path: PlatformPath = nativePath): boolean {
  return folders.some((folder) => {
    const way = path.relative(folder, file);
    return way !== '' && way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
  });
}
