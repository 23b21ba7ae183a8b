/** What is left to do about the plans of a workspace. Each thing once, what came first before the rest. */
export class Backlog {
  /** Folders in which plans are looked for; what else is there is no folder and holds none. */
  readonly folders = new Set<string>();
  /** Files and folders that came or went. */
  readonly changes = new Set<string>();
  /** Keys of files. */
  readonly files = new Set<string>();

  get isEmpty(): boolean {
    return this.folders.size + this.changes.size + this.files.size === 0;
  }

  /** Takes some of the files out. @param most as many at most */
  nextFiles(most: number): readonly string[] {
    const next: string[] = [];
    for (const key of this.files) {
      if (next.length === most) break;
      next.push(key);
      this.files.delete(key);
    }
    return next;
  }

  moveTo(other: Backlog): void {
    for (const part of ['folders', 'changes', 'files'] as const) {
      for (const item of this[part]) other[part].add(item);
      this[part].clear();
    }
  }
}
