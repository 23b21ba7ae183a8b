import { unreadableFile, type FileNames } from '../../../features/workspacePlans/fileSummary.ts';
import { maskTins } from '../../../text/maskTins.ts';
import { PLAN_FILE } from '../../host/planNames.ts';
import type { PlanDocument } from '../planDocument.ts';
import type { PlanDocuments } from '../planDocuments.ts';
import type { Backlog } from './backlog.ts';
import { findPlanFiles } from './findPlanFiles.ts';
import type { KnownFiles } from './knownFiles.ts';
import type { FileText, PlanReader } from './planReader.ts';
import { isBelow, WorkspaceArea } from './workspaceArea.ts';

export interface PlansWorkOptions {
  readonly documents: PlanDocuments;
  readonly reader: Pick<PlanReader, 'textOf' | 'summaryOf' | 'summaryOfOpen'>;
  /** Waits for a moment in which nobody waits for anything else. @param milliseconds how long what comes next may take */
  readonly giveWay: (milliseconds: number) => Promise<void>;
  readonly log: (message: string) => void;
}

/** The plans of a workspace, as far as they are known. */
export interface WorkedPlans {
  readonly todo: Backlog;
  readonly known: KnownFiles;
  readonly area: () => WorkspaceArea;
  /** Has a file read once more. */
  readonly readSoon: (key: string) => void;
}

/** Files whose texts are read at once, before they are analysed one by one. */
const AT_ONCE = 8;
/** Characters that are analysed in a millisecond, at least. */
const CHARACTERS_A_MILLISECOND = 1000;
/** Names that are looked at before other work gets its turn. */
const NAMES_AT_ONCE = 200;

/** Works off what is to be done about the plans of a workspace, one thing after the other. What fails is said, and the rest is done. */
export class PlansWork {
  readonly #options: PlansWorkOptions;
  readonly #plans: WorkedPlans;

  constructor(options: PlansWorkOptions, plans: WorkedPlans) {
    this.#options = options;
    this.#plans = plans;
  }

  /** Folders before files: then it is soon known how many there are. */
  async doNext(): Promise<void> {
    const { folders, changes } = this.#plans.todo;
    const [folder] = folders;
    if (folder !== undefined) await this.#search(folder);
    else if (changes.size > 0) await this.#follow(changes);
    else await this.#read(this.#plans.todo.takeFiles(AT_ONCE));
  }

  async #search(folder: string): Promise<void> {
    const { folders, files } = this.#plans.todo;
    let count = 0;
    for await (const path of findPlanFiles(folder, (message) => this.#log(message))) {
      if (!this.#plans.known.has(path)) files.add(path);
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
    for (const [key, { evidence }] of this.#plans.known) {
      if (evidence?.concerns(changed) === true || [...changed].some((path) => isBelow(key, path))) this.#plans.todo.files.add(key);
      if (++count % NAMES_AT_ONCE === 0) await this.#options.giveWay(0);
    }
  }

  async #read(keys: readonly string[]): Promise<void> {
    const { documents, reader, giveWay } = this.#options;
    const open = new Map([...documents].map((document) => [WorkspaceArea.keyOf(document.uri), document]));
    const texts = await Promise.all(keys.map(async (key) => (open.has(key) || !this.#isFile(key) ? 'absent' : reader.textOf(key))));
    for (const [index, key] of keys.entries()) {
      const text = texts[index] ?? 'absent';
      const length = text !== 'absent' && 'text' in text ? text.text.length : 0;
      await giveWay(length / CHARACTERS_A_MILLISECOND);
      // Somebody does not want to wait.
      if (!this.#plans.todo.inHand.has(key)) return;
      await this.#readOne(key, text, open.get(key));
      this.#plans.todo.done(key);
    }
  }

  async #readOne(key: string, text: FileText, document: PlanDocument | undefined): Promise<void> {
    try {
      if (document !== undefined) await this.#readOpen(key, document);
      else if (text === 'absent') this.#forget(key);
      else await this.#readFile(key, text);
    } catch (error) {
      // Ours to mend, and no reason to leave it or the others out.
      this.#log(`Reading ${key} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      this.#plans.known.keep(key, { summary: unreadableFile(this.#namesOf(key, document), 'cannot be judged; the log says why') });
    }
  }

  async #readFile(key: string, text: Exclude<FileText, 'absent'>): Promise<void> {
    if ('problem' in text) this.#log(`${key} is not read: ${text.problem}`);
    this.#plans.known.keep(key, await this.#options.reader.summaryOf(key, text, this.#namesOf(key)));
  }

  async #readOpen(key: string, document: PlanDocument): Promise<void> {
    const { documents, reader } = this.#options;
    // A plan that was closed meanwhile has its turn again; one that was edited too.
    if (!documents.isOpen(document)) return;
    if (!this.#plans.area().holds(key)) return this.#forget(key);
    const known = await reader.summaryOfOpen(document, this.#namesOf(key, document), () => this.#plans.readSoon(key));
    if (known !== undefined && documents.isOpen(document)) this.#plans.known.keep(key, known);
  }

  #forget(key: string): void {
    if (!this.#plans.known.forget(key) && this.#isFile(key)) this.#log(`${key} was gone before it could be read`);
  }

  /** Whether it can be read from the disk. */
  #isFile(key: string): boolean {
    const area = this.#plans.area();
    return area.folders.length > 0 && PLAN_FILE.test(key) && area.holds(key);
  }

  #namesOf(key: string, document?: PlanDocument): FileNames {
    return this.#plans.area().namesOf(key, document?.uri);
  }

  #log(message: string): void {
    this.#options.log(maskTins(message));
  }
}
