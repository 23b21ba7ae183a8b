import type { CancellationToken } from 'vscode-languageserver/node';
import type { FileSummary } from '../../../features/workspacePlans/fileSummary.ts';
import type { PlansReading } from '../../../protocol/plans.ts';
import { PLAN_FILE } from '../../host/planNames.ts';
import type { FileChange } from '../watchedFiles.ts';
import { Backlog } from './backlog.ts';
import { KnownFiles } from './knownFiles.ts';
import { PlansWork, type PlansWorkOptions } from './plansWork.ts';
import { WorkspaceArea } from './workspaceArea.ts';

export interface WorkspacePlansOptions extends PlansWorkOptions {
  /** Absolute paths. */
  readonly folders: readonly string[];
  /** Settled once the first settings are in use. */
  readonly ready: Promise<void>;
  /** Runs work that no message waits for. */
  readonly run: (what: string, work: () => Promise<void>) => void;
  readonly listener: WorkspacePlansListener;
}

export interface WorkspacePlansListener {
  /** The first plan is about to be looked for. */
  started(): void;
  /** @param before the URI that it had, where it was known */
  changed(file: FileSummary | undefined, before: string | undefined): void;
  /** Reading began, or came to an end. */
  reading(isReading: boolean): void;
}

/**
 * The plans of the workspace, open or not. Nothing is read before somebody asks; then every plan is, in the background,
 * and what changes later is read again. For an open plan its text counts, not the file.
 */
export class WorkspacePlans {
  readonly #options: WorkspacePlansOptions;
  readonly #known: KnownFiles;
  readonly #todo = new Backlog();
  readonly #work: PlansWork;
  readonly #waiting = new Set<() => void>();
  #area: WorkspaceArea;
  #isStarted = false;
  #isReading = false;

  constructor(options: WorkspacePlansOptions) {
    this.#options = options;
    this.#area = new WorkspaceArea(options.folders);
    this.#known = new KnownFiles((file, before) => options.listener.changed(file, before));
    this.#work = new PlansWork(options, { todo: this.#todo, known: this.#known, area: () => this.#area, readSoon: (key) => this.#readSoon(key) });
  }

  /** As many as were read so far. */
  get files(): readonly FileSummary[] {
    return this.#known.summaries;
  }

  file(uri: string): FileSummary | undefined {
    return this.#known.summaryOf(WorkspaceArea.keyOf(uri));
  }

  get reading(): PlansReading {
    const { unread, isStopped } = this.#todo;
    const known = this.#known.size + [...unread].filter((key) => !this.#known.has(key)).length;
    const state = isStopped ? 'stopped' : this.#isReading ? 'reading' : 'read';
    return { state, read: known - unread.size, known, searchesFolders: this.#area.folders.length > 0 };
  }

  /** Settles once every plan was read, and as soon as somebody does not want to wait for that. */
  async whenRead(token?: CancellationToken): Promise<void> {
    if (!this.#isStarted) this.#start();
    this.#todo.resume();
    this.#go();
    if (!this.#isReading) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        this.#waiting.delete(done);
        resolve();
      };
      this.#waiting.add(done);
      token?.onCancellationRequested(done);
    });
  }

  /** Looks at everything once more. */
  readAgain(): void {
    if (!this.#isStarted) return;
    this.reconsiderAll();
    for (const folder of this.#area.folders) this.#todo.folders.add(folder);
    this.#go();
  }

  /** What is left to read is left until somebody asks again. What changes meanwhile is read. */
  stop(): void {
    this.#todo.stop();
    this.#settle();
  }

  /** To be called when all plans are judged anew. */
  reconsiderAll(): void {
    if (!this.#isStarted) return;
    for (const key of [...this.#known.keys(), ...this.#todo.inHand]) this.#todo.files.add(key);
    this.#go();
  }

  /** To be called when a plan was opened, edited or closed, or when its evidence came or went. */
  documentChanged(uri: string): void {
    this.#readSoon(WorkspaceArea.keyOf(uri));
  }

  /** To be called when files changed, came or went. */
  filesChanged(changes: readonly FileChange[]): void {
    if (!this.#isStarted) return;
    for (const { path, kind } of changes) {
      if (!this.#area.holds(path)) continue;
      if (PLAN_FILE.test(path)) {
        // One that is being read is about to be known, as it was.
        if (kind !== 'deleted' || this.#known.has(path) || this.#todo.inHand.has(path)) this.#todo.files.add(path);
        continue;
      }
      if (kind !== 'changed') this.#todo.changes.add(path);
      if (kind === 'created') this.#todo.folders.add(path);
    }
    this.#go();
  }

  /** @param folders absolute paths */
  foldersChanged(folders: readonly string[]): void {
    const added = folders.filter((folder) => !this.#area.folders.includes(folder));
    this.#area = new WorkspaceArea(folders);
    if (!this.#isStarted) return;
    for (const folder of added) this.#todo.folders.add(folder);
    // Those that are gone do not belong to it any more, and the others have other names.
    this.reconsiderAll();
    this.#openPlans();
  }

  #start(): void {
    this.#isStarted = true;
    this.#options.listener.started();
    for (const folder of this.#area.folders) this.#todo.folders.add(folder);
    this.#openPlans();
  }

  #openPlans(): void {
    for (const { uri } of this.#options.documents) this.#readSoon(WorkspaceArea.keyOf(uri));
  }

  #readSoon(key: string): void {
    if (!this.#isStarted) return;
    this.#todo.files.add(key);
    this.#go();
  }

  #go(): void {
    if (this.#isReading || this.#todo.isEmpty) return;
    this.#isReading = true;
    this.#options.run('Reading the plans of the workspace', async () => {
      try {
        await this.#options.ready;
        this.#options.listener.reading(true);
        while (!this.#todo.isEmpty) await this.#work.doNext();
      } finally {
        this.#isReading = false;
        this.#options.listener.reading(false);
        this.#settle();
        this.#go();
      }
    });
  }

  #settle(): void {
    for (const done of [...this.#waiting]) done();
  }
}
