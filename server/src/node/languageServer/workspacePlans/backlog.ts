/** What is left to do about the plans of a workspace. Each thing once, what came first before the rest. */
export class Backlog {
  /** Folders in which plans are looked for; what else is there is no folder and holds none. */
  readonly folders = new Set<string>();
  /** Files and folders that came or went. */
  readonly changes = new Set<string>();
  /** Keys of files. */
  readonly files = new Set<string>();
  readonly #inHand = new Set<string>();
  readonly #aside = { folders: new Set<string>(), changes: new Set<string>(), files: new Set<string>() };

  /** Whether nothing is to be done now. */
  get isEmpty(): boolean {
    return this.folders.size + this.changes.size + this.files.size === 0;
  }

  /** Whether something waits until somebody asks again. */
  get isStopped(): boolean {
    const { folders, changes, files } = this.#aside;
    return folders.size + changes.size + files.size > 0;
  }

  /** Keys of files that are not read yet, or not as they are now. */
  get unread(): ReadonlySet<string> {
    return new Set([...this.files, ...this.#inHand, ...this.#aside.files]);
  }

  /** Takes some of the files in hand. @param most as many at most */
  takeFiles(most: number): readonly string[] {
    const next: string[] = [];
    for (const key of this.files) {
      if (next.length === most) break;
      next.push(key);
      this.files.delete(key);
      this.#inHand.add(key);
    }
    return next;
  }

  /** Those that are being read: what is found out about them may be of a moment ago. */
  get inHand(): ReadonlySet<string> {
    return this.#inHand;
  }

  /** To be called when a file that was in hand is read. */
  done(key: string): void {
    this.#inHand.delete(key);
  }

  /** Puts everything aside, also what is in hand. */
  stop(): void {
    for (const key of this.#inHand) this.#aside.files.add(key);
    this.#inHand.clear();
    move(this, this.#aside);
  }

  /** Takes up what was put aside. */
  resume(): void {
    move(this.#aside, this);
  }
}

type Parts = Pick<Backlog, 'folders' | 'changes' | 'files'>;

function move(from: Parts, to: Parts): void {
  for (const part of ['folders', 'changes', 'files'] as const) {
    for (const item of from[part]) to[part].add(item);
    from[part].clear();
  }
}
