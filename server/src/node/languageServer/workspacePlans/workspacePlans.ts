import type { CancellationToken } from 'vscode-languageserver/node';
import type { FileSummary } from '../../../features/workspacePlans/fileSummary.ts';
import type { PlansReading } from '../../../protocol/plans.ts';
import { maskTins } from '../../../text/maskTins.ts';
import { PLAN_FILE } from '../../host/planNames.ts';
import type { FileChange } from '../watchedFiles.ts';
import type { PlanDocument } from '../planDocument.ts';
import type { PlanDocuments } from '../planDocuments.ts';
import { Backlog } from './backlog.ts';
import { findPlanFiles } from './findPlanFiles.ts';
import type { KnownFile, PlanReader } from './planReader.ts';
import { isBelow, WorkspaceArea } from './workspaceArea.ts';

export interface WorkspacePlansOptions {
  readonly documents: PlanDocuments;
  readonly reader: PlanReader;
  /** Absolute paths. */
  readonly folders: readonly string[];
  /** Settled once the first settings are in use. */
  readonly ready: Promise<void>;
  /** Waits for a moment in which nobody waits for anything else. @param milliseconds how long what comes next may take */
  readonly giveWay: (milliseconds: number) => Promise<void>;
  readonly log: (message: string) => void;
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

/** Files whose texts are read at once, before they are analysed one by one. */
const AT_ONCE = 8;
/** Characters that are analysed in a millisecond, at least. */
const CHARACTERS_A_MILLISECOND = 1000;
/** Names that are looked at before other work gets its turn. */
const NAMES_AT_ONCE = 200;

/**
 * The plans of the workspace, open or not. Nothing is read before somebody asks; then every plan is, in the background,
 * and what changes later is read again. For an open plan its text counts, not the file.
 */
export class WorkspacePlans {
  readonly #options: WorkspacePlansOptions;
  readonly #known = new Map<string, KnownFile>();
  readonly #todo = new Backlog();
  /** What was left to do when somebody did not want to wait. */
  readonly #left = new Backlog();
  readonly #waiting = new Set<() => void>();
  #area: WorkspaceArea;
  #isStarted = false;
  #isReading = false;
  #stops = 0;

  constructor(options: WorkspacePlansOptions) {
    this.#options = options;
    this.#area = new WorkspaceArea(options.folders);
  }

  /** As many as were read so far. */
  get files(): readonly FileSummary[] {
    return Array.from(this.#known.values(), ({ summary }) => summary);
  }

  file(uri: string): FileSummary | undefined {
    return this.#known.get(WorkspaceArea.keyOf(uri))?.summary;
  }

  get reading(): PlansReading {
    const unread = [...this.#todo.files, ...this.#left.files];
    const known = this.#known.size + unread.filter((key) => !this.#known.has(key)).length;
    const state = !this.#left.isEmpty ? 'stopped' : this.#isReading ? 'reading' : 'read';
    return { state, read: known - unread.length, known, searchesFolders: this.#area.folders.length > 0 };
  }

  /** Settles once every plan was read, and as soon as somebody does not want to wait for that. */
  async whenRead(token?: CancellationToken): Promise<void> {
    if (!this.#isStarted) this.#start();
    this.#left.moveTo(this.#todo);
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
    this.#stops++;
    this.#todo.moveTo(this.#left);
    this.#settle();
  }

  /** To be called when all plans are judged anew. */
  reconsiderAll(): void {
    if (!this.#isStarted) return;
    for (const key of this.#known.keys()) this.#todo.files.add(key);
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
        if (kind !== 'deleted' || this.#known.has(path)) this.#todo.files.add(path);
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
        while (!this.#todo.isEmpty) await this.#doNext();
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

  async #doNext(): Promise<void> {
    const { folders, changes } = this.#todo;
    const [folder] = folders;
    if (folder !== undefined) await this.#search(folder);
    else if (changes.size > 0) await this.#follow(changes);
    else await this.#read(this.#todo.nextFiles(AT_ONCE));
  }

  async #search(folder: string): Promise<void> {
    const { folders, files } = this.#todo;
    let count = 0;
    for await (const path of findPlanFiles(folder, (message) => this.#log(message))) {
      if (!this.#known.has(path)) files.add(path);
      if (++count % NAMES_AT_ONCE === 0) await this.#options.giveWay(0);
      // Somebody does not want to wait: it is searched from its beginning another time.
      if (!folders.has(folder)) return void files.delete(path);
    }
    folders.delete(folder);
  }

  /** Which plans it concerns that something came or went: those below a folder, and those that name it as evidence. */
  async #follow(changes: Set<string>): Promise<void> {
    const changed = new Set(changes);
    changes.clear();
    let count = 0;
    for (const [key, { evidence }] of this.#known) {
      if (evidence?.concerns(changed) === true || [...changed].some((path) => isBelow(key, path))) this.#todo.files.add(key);
      if (++count % NAMES_AT_ONCE === 0) await this.#options.giveWay(0);
    }
  }

  async #read(keys: readonly string[]): Promise<void> {
    const open = new Map([...this.#options.documents].map((document) => [WorkspaceArea.keyOf(document.uri), document]));
    const stops = this.#stops;
    const texts = await Promise.all(keys.map(async (key) => (open.has(key) || !this.#isFile(key) ? 'absent' : this.#options.reader.textOf(key))));
    for (const [index, key] of keys.entries()) {
      const text = texts[index] ?? 'absent';
      const length = text !== 'absent' && 'text' in text ? text.text.length : 0;
      await this.#options.giveWay(length / CHARACTERS_A_MILLISECOND);
      if (stops !== this.#stops) return keys.slice(index).forEach((left) => this.#left.files.add(left));
      const document = open.get(key);
      if (document !== undefined) await this.#readOpen(key, document);
      else if (text === 'absent') this.#forget(key);
      else {
        if ('problem' in text) this.#log(`${key} is not read: ${text.problem}`);
        this.#keep(key, await this.#options.reader.summaryOf(key, text, this.#area.namesOf(key)));
      }
    }
  }

  /** Whether it can be read from the disk. */
  #isFile(key: string): boolean {
    return this.#area.folders.length > 0 && PLAN_FILE.test(key) && this.#area.holds(key);
  }

  async #readOpen(key: string, document: PlanDocument): Promise<void> {
    const { documents, reader } = this.#options;
    // A plan that was closed meanwhile has its turn again; one that was edited too.
    if (!documents.isOpen(document)) return;
    if (!this.#area.holds(key)) return this.#forget(key);
    const known = await reader.summaryOfOpen(document, this.#area.namesOf(key, document.uri), () => this.documentChanged(document.uri));
    if (known !== undefined && documents.isOpen(document)) this.#keep(key, known);
  }

  #keep(key: string, file: KnownFile): void {
    const before = this.#known.get(key)?.summary.uri;
    this.#known.set(key, file);
    this.#options.listener.changed(file.summary, before);
  }

  #forget(key: string): void {
    const before = this.#known.get(key)?.summary.uri;
    if (before === undefined) {
      if (this.#isFile(key)) this.#log(`${key} was gone before it could be read`);
      return;
    }
    this.#known.delete(key);
    this.#options.listener.changed(undefined, before);
  }

  #log(message: string): void {
    this.#options.log(maskTins(message));
  }
}
