import { lstat, realpath } from 'node:fs/promises';
import { join, parse, sep } from 'node:path';
import { isAbsence } from '../host/fileErrors.ts';
import type { FileLookUps } from './fileLookUps.ts';

/** Where one leads: null where nothing is there, undefined where nobody can say. */
type Followed = string | null | undefined;

/** Where paths lead once all symbolic links are followed. What many of them have in common is looked up once. */
export class RealPaths {
  readonly #lookUps: FileLookUps;
  readonly #known = new Map<string, Promise<Followed>>();

  constructor(lookUps: FileLookUps) {
    this.#lookUps = lookUps;
  }

  /** Also of what is not there; undefined where nobody can say. @param path absolute */
  async of(path: string): Promise<string | undefined> {
    const { root } = parse(path);
    const names = path.slice(root.length).split(sep).filter((name) => name !== '');
    let real = root;
    for (const [index, name] of names.entries()) {
      const next = await this.#followed(join(real, name));
      if (next === null) return join(real, ...names.slice(index));
      if (next === undefined) return undefined;
      real = next;
    }
    return real;
  }

  /** @param path in a folder whose own path has no links */
  #followed(path: string): Promise<Followed> {
    const known = this.#known.get(path) ?? this.#lookUps.inTurn(() => follow(path));
    this.#known.set(path, known);
    return known;
  }
}

async function follow(path: string): Promise<Followed> {
  try {
    if (!(await lstat(path)).isSymbolicLink()) return path;
  } catch (error) {
    return isAbsence(error) ? null : undefined;
  }
  // A link to something that is not there is itself there; what it would lead to is not known.
  return realpath(path).catch(() => undefined);
}
