import { basename, dirname } from 'node:path';
import {
  DidChangeWatchedFilesNotification, FileChangeType, WatchKind, type Connection, type DidChangeWatchedFilesParams, type Disposable, type FileSystemWatcher,
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
        this.#refused(error);
        return undefined;
      }
    });
  }

  /** Has the client tell when a plan changes that nobody has open. That they come and go it tells anyway. */
  watchPlans(): void {
    if (!this.#abilities.registersWatchedFiles) return;
    const watchers = [{ globPattern: '**/*.mips.{yaml,yml}', kind: WatchKind.Change }];
    this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch((error: unknown) => this.#refused(error));
  }

  #refused(error: unknown): void {
    this.#connection.console.warn(`The client does not watch files: ${String(error)}`);
  }

  #watcherOf(file: string): FileSystemWatcher {
    const name = basename(file).replace(/[*?{[]/g, '[$&]');
    if (!this.#abilities.watchesBelowFolder) return { globPattern: `**/${name}` };
    return { globPattern: { baseUri: URI.file(dirname(file)).toString(), pattern: name } };
  }
}

/** Something on this machine's disk that changed, came or went. */
export interface FileChange {
  /** Absolute; of a file or a folder. */
  readonly path: string;
  readonly kind: 'created' | 'changed' | 'deleted';
}

const KINDS = { [FileChangeType.Created]: 'created', [FileChangeType.Changed]: 'changed', [FileChangeType.Deleted]: 'deleted' } as const;

/** What is no file of this machine is left out. */
export function changedFiles({ changes }: DidChangeWatchedFilesParams): readonly FileChange[] {
  return changes.flatMap(({ uri, type }) => {
    const { scheme, fsPath } = URI.parse(uri);
    return scheme === 'file' ? [{ path: fsPath, kind: KINDS[type] }] : [];
  });
}
