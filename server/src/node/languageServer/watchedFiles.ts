import { basename, dirname } from 'node:path';
import {
  DidChangeWatchedFilesNotification, WatchKind, type Connection, type DidChangeWatchedFilesParams, type Disposable, type FileSystemWatcher,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import type { ClientAbilities } from './clientAbilities.ts';

/** What the client watches for the server: files that come and go, since any can be evidence, and the inventory files. */
export class WatchedFiles {
  readonly #connection: Connection;
  readonly #abilities: ClientAbilities;
  #registration: Promise<Disposable | undefined> = Promise.resolve(undefined);
  #watched: string | undefined;

  constructor(connection: Connection, abilities: ClientAbilities) {
    this.#connection = connection;
    this.#abilities = abilities;
  }

  /** @param inventoryFiles absolute paths */
  watch(inventoryFiles: readonly string[]): void {
    const watched = inventoryFiles.join('\n');
    if (!this.#abilities.registersWatchedFiles || watched === this.#watched) return;
    this.#watched = watched;
    const watchers = [{ globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete }, ...inventoryFiles.map((file) => this.#watcherOf(file))];
    this.#registration = this.#registration.then(async (before) => {
      before?.dispose();
      try {
        return await this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      } catch (error) {
        this.#connection.console.warn(`The client does not watch files: ${String(error)}`);
        return undefined;
      }
    });
  }

  #watcherOf(file: string): FileSystemWatcher {
    const name = basename(file).replace(/[*?{[]/g, '[$&]');
    if (!this.#abilities.watchesBelowFolder) return { globPattern: `**/${name}` };
    return { globPattern: { baseUri: URI.file(dirname(file)).toString(), pattern: name } };
  }
}

/** Absolute paths of what changed; what is no file of this machine is left out. */
export function changedFiles({ changes }: DidChangeWatchedFilesParams): ReadonlySet<string> {
  return new Set(changes.map(({ uri }) => URI.parse(uri)).filter(({ scheme }) => scheme === 'file').map(({ fsPath }) => fsPath));
}
