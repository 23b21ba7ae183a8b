import {
  MessageType, ShowMessageNotification,
  type CancellationToken, type Connection, type DidChangeTextDocumentParams, type DidChangeWatchedFilesParams, type DidCloseTextDocumentParams,
  type DidOpenTextDocumentParams, type DidSaveTextDocumentParams, type InitializeParams, type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver/node';
import type { Analysis } from '../../analysis.ts';
import type { Inventory, InventoryTexts } from '../../inventory/inventory.ts';
import type { PlansParams, PlansResult } from '../../protocol/plans.ts';
import { abilitiesOf, type ClientAbilities } from './clientAbilities.ts';
import { ConditionsKeeper, type Conditions } from './conditions.ts';
import { Configuration } from './configuration.ts';
import type { Guard } from './guard.ts';
import type { Host } from './host.ts';
import { InventoryLoader } from './inventoryLoader.ts';
import type { PendingEdits } from './pendingEdits.ts';
import type { PlanDocument } from './planDocument.ts';
import { PlanDocuments } from './planDocuments.ts';
import { Publisher } from './publisher.ts';
import { Refresher } from './refresher.ts';
import { ShownCodeLenses } from './shownCodeLenses.ts';
import { changedFiles, WatchedFiles } from './watchedFiles.ts';
import { foldersAfter, foldersAtStart } from './workspaceFolders.ts';
import { giveWay } from './workspacePlans/giveWay.ts';
import { PlanReader } from './workspacePlans/planReader.ts';
import { asPlanFile, PlansReporter } from './workspacePlans/plansReporter.ts';
import { WorkspacePlans } from './workspacePlans/workspacePlans.ts';

/** A client that does not give the settings within this time gets answers by the defaults. */
const SETTINGS_MILLISECONDS = 1000;

/** From `initialize` to `shutdown`: what the server knows of one client and its plans. */
export class Session {
  readonly abilities: ClientAbilities;
  readonly documents = new PlanDocuments();
  readonly conditions: ConditionsKeeper;
  readonly configuration: Configuration;
  readonly publisher: Publisher;
  readonly shownCodeLenses: ShownCodeLenses;
  readonly workspacePlans: WorkspacePlans;
  readonly #plansReporter: PlansReporter;
  readonly #connection: Connection;
  readonly #guard: Guard;
  readonly #inventory: InventoryLoader;
  readonly #refresher: Refresher;
  readonly #watchedFiles: WatchedFiles;
  readonly #ready: Promise<void>;
  readonly #failedTexts = new WeakSet<Conditions['texts']>();
  #folders: readonly string[];
  #isReady = false;
  #markReady: () => void = () => undefined;

  constructor(connection: Connection, edits: PendingEdits, host: Host, guard: Guard, params: InitializeParams) {
    this.abilities = abilitiesOf(params);
    this.#connection = connection;
    this.#guard = guard;
    this.#ready = new Promise((resolve) => {
      this.#markReady = () => {
        this.#isReady = true;
        resolve();
      };
    });
    this.#folders = foldersAtStart(params);
    this.#inventory = new InventoryLoader(this.#folders, {
      warn: (message) => void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message }),
      log: (message) => connection.console.warn(message),
    });
    this.#watchedFiles = new WatchedFiles(connection, this.abilities);
    this.#refresher = new Refresher(connection, this.abilities, guard);
    this.conditions = new ConditionsKeeper(host, this.#inventory, () => this.#conditionsChanged());
    this.configuration = new Configuration(connection, this.abilities, params.initializationOptions, (settings) => this.conditions.use(settings));
    const shared = { guard, abilities: this.abilities, documents: this.documents, conditions: this.conditions, refresher: this.#refresher, ready: this.#ready };
    this.publisher = new Publisher({ ...shared, connection, edits });
    this.shownCodeLenses = new ShownCodeLenses(shared);
    this.#plansReporter = new PlansReporter(connection, guard, () => this.workspacePlans, () => this.#watchedFiles.watchPlans());
    this.workspacePlans = new WorkspacePlans({
      documents: this.documents,
      reader: new PlanReader(this.conditions, this.documents.lookUps),
      folders: this.#folders,
      ready: this.#ready,
      giveWay: (milliseconds) => giveWay(guard, milliseconds),
      log: (message) => connection.console.warn(message),
      run: (what, work) => guard.run(what, work),
      listener: this.#plansReporter,
    });
  }

  /** Absolute paths of the workspace's folders. */
  get folders(): readonly string[] {
    return this.#folders;
  }

  /** To be called on `initialized`. */
  start(): void {
    setTimeout(this.#markReady, SETTINGS_MILLISECONDS).unref();
    this.#guard.run('Reading the settings', () => this.configuration.start().finally(this.#markReady));
    this.conditions.watchClock();
    this.#watchedFiles.watch(this.#inventory.files);
  }

  open({ textDocument }: DidOpenTextDocumentParams): void {
    const document = this.documents.open(textDocument);
    if (document !== undefined) this.#textChanged(document);
  }

  edit(params: DidChangeTextDocumentParams): void {
    try {
      this.documents.change(params);
    } finally {
      // Also where the edit was none: an earlier one may have left the check to it.
      const document = this.documents.get(params.textDocument.uri);
      if (document !== undefined) this.#textChanged(document);
    }
  }

  async save({ textDocument }: DidSaveTextDocumentParams): Promise<void> {
    const document = this.documents.get(textDocument.uri);
    if (document !== undefined) await this.#lookForEvidence(document);
  }

  close({ textDocument }: DidCloseTextDocumentParams): void {
    if (!this.documents.close(textDocument.uri)) return;
    this.publisher.clear(textDocument.uri);
    this.workspacePlans.documentChanged(textDocument.uri);
  }

  /**
   * The analysis of the plan as it stood when its request came; undefined where no such plan is open. To be read
   * before the next message is handled.
   *
   * @param others what else the request waits for
   */
  async analysis(uri: string, others?: Promise<unknown>): Promise<Analysis | undefined> {
    const document = this.documents.get(uri);
    const version = document?.latest;
    await this.#ready;
    await others;
    return document?.analysis(this.conditions.now, version);
  }

  /** With the years that the settings add, once they are read. */
  async inventory(): Promise<Inventory> {
    await this.#ready;
    return this.conditions.now.inventory;
  }

  /** What must be done for each activity; undefined where it cannot be read, which the log says once. */
  async texts(): Promise<InventoryTexts | undefined> {
    const { texts } = this.conditions.now;
    try {
      return await texts();
    } catch (error) {
      if (!this.#failedTexts.has(texts)) this.#connection.console.error(`The texts of the activities cannot be read: ${String(error)}`);
      this.#failedTexts.add(texts);
      return undefined;
    }
  }

  /** All plans of the workspace, once they were read. The client is told when they change, from now on. */
  async plans({ again }: PlansParams, token: CancellationToken): Promise<PlansResult> {
    this.#plansReporter.asked();
    if (again === true) this.workspacePlans.readAgain();
    token.onCancellationRequested(() => this.workspacePlans.stop());
    await this.workspacePlans.whenRead(token);
    return { files: this.workspacePlans.files.map(asPlanFile), reading: this.workspacePlans.reading };
  }

  async filesChanged(params: DidChangeWatchedFilesParams): Promise<void> {
    const changes = changedFiles(params);
    this.workspacePlans.filesChanged(changes);
    const changed = new Set(changes.map(({ path }) => path));
    if (this.#inventory.files.some((file) => changed.has(file))) await this.conditions.use(this.conditions.now.settings);
    const concerned = [...this.documents].filter(({ evidence }) => evidence?.concerns(changed));
    await Promise.all(concerned.map((document) => this.#lookForEvidence(document)));
  }

  async foldersChanged(event: WorkspaceFoldersChangeEvent): Promise<void> {
    this.#folders = foldersAfter(this.#folders, event);
    this.#inventory.folders = this.#folders;
    this.workspacePlans.foldersChanged(this.#folders);
    if (this.conditions.now.settings.inventoryFiles.length > 0) await this.conditions.use(this.conditions.now.settings);
  }

  end(): void {
    this.conditions.dispose();
    this.workspacePlans.stop();
    this.#plansReporter.dispose();
    this.documents.closeAll();
  }

  #textChanged(document: PlanDocument): void {
    this.publisher.schedule(document);
    this.shownCodeLenses.changed(document);
    this.workspacePlans.documentChanged(document.uri);
  }

  async #lookForEvidence(document: PlanDocument): Promise<void> {
    const before = document.evidence?.revision;
    await document.evidence?.lookUpAgain();
    if (document.evidence?.revision === before) return;
    this.publisher.reconsider(document);
    this.workspacePlans.documentChanged(document.uri);
  }

  #conditionsChanged(): void {
    // Before that, nothing was judged.
    if (this.#isReady) {
      this.publisher.reconsiderAll();
      this.#refresher.refreshHintsLensesAndTokens();
      this.workspacePlans.reconsiderAll();
    }
    this.#watchedFiles.watch(this.#inventory.files);
  }
}
