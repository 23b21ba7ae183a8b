import * as vscode from 'vscode';
import { PLANS_REQUEST, type PlanFile, type PlansChangedParams, type PlansReading, type PlansResult } from '../../../server/src/protocol/plans.ts';
import { askForWords } from '../askForWords.ts';
import type { LanguageServer } from '../languageServer.ts';
import { filterRows, groupRows, rowsOf, SORT_ORDERS, type RowFilter, type SortOrder } from './planRows.ts';
import { plansMessage } from './planRowWords.ts';
import { PlansTree } from './plansTree.ts';

const PLANS_VIEW = 'mipsPlan.plans';
const SORT_KEY = 'mipsPlan.plans.sort';
const FILTER_INPUT = {
  title: 'Filter Plans',
  prompt: 'Words of the practice, the path or the year. Leave this empty to see all plans.',
  placeholder: 'Riverbend 2024',
};
/** While plans are read, the list is drawn anew no more often than this. */
const DRAWING_MILLISECONDS = 1000;

const NOTHING_READ: PlansReading = { state: 'reading', read: 0, known: 0, searchesFolders: true };

/** The plans view: every plan of the workspace, with what needs somebody. The server reads them once the view is seen. */
export class PlansFeature implements vscode.Disposable {
  readonly #server: LanguageServer;
  readonly #memory: vscode.Memento;
  readonly #tree = new PlansTree();
  readonly #view: vscode.TreeView<unknown>;
  readonly #files = new Map<string, PlanFile>();
  readonly #disposables: readonly { dispose(): unknown }[];
  #reading = NOTHING_READ;
  #filter: RowFilter = { text: '', errorsOnly: false };
  #asking: vscode.CancellationTokenSource | undefined;
  #isAsked = false;
  #drawing: NodeJS.Timeout | undefined;
  #lastDrawn = 0;

  constructor(server: LanguageServer, memory: vscode.Memento) {
    this.#server = server;
    this.#memory = memory;
    this.#view = vscode.window.createTreeView(PLANS_VIEW, { treeDataProvider: this.#tree, showCollapseAll: true });
    this.#disposables = [
      this.#view,
      this.#tree,
      this.#view.onDidChangeVisibility(() => this.#askOnceSeen()),
      server.onDidChangePlans((params) => this.#changed(params)),
      server.onDidChangeState(() => this.#serverChanged()),
      vscode.commands.registerCommand('mipsPlan.showPlans', () => showView()),
      vscode.commands.registerCommand('mipsPlan.plans.readAgain', () => this.#readAgain()),
      vscode.commands.registerCommand('mipsPlan.plans.stopReading', () => this.#asking?.cancel()),
      vscode.commands.registerCommand('mipsPlan.plans.filter', () => this.#askForFilter()),
      vscode.commands.registerCommand('mipsPlan.plans.showAll', () => this.#use({ text: '', errorsOnly: false })),
      vscode.commands.registerCommand('mipsPlan.plans.showErrorsOnly', () => this.#use({ ...this.#filter, errorsOnly: true })),
      vscode.commands.registerCommand('mipsPlan.plans.sortByPractice', () => this.#sortBy('practice')),
      vscode.commands.registerCommand('mipsPlan.plans.sortByPoints', () => this.#sortBy('points')),
      vscode.commands.registerCommand('mipsPlan.plans.sortByDeadline', () => this.#sortBy('deadline')),
      vscode.commands.registerCommand('mipsPlan.plans.sortByErrors', () => this.#sortBy('errors')),
    ];
    this.#draw();
    this.#askOnceSeen();
  }

  dispose(): void {
    clearTimeout(this.#drawing);
    this.#asking?.cancel();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #serverChanged(): void {
    if (this.#server.state === 'running') return this.#askOnceSeen();
    this.#isAsked = false;
    this.#files.clear();
    this.#reading = NOTHING_READ;
    this.#draw();
  }

  #askOnceSeen(): void {
    if (this.#view.visible && !this.#isAsked) void this.#ask(false);
  }

  async #readAgain(): Promise<void> {
    await this.#ask(true);
    if (!this.#view.visible) await showView();
  }

  async #ask(again: boolean): Promise<void> {
    if (this.#server.state !== 'running') return;
    this.#isAsked = true;
    const source = new vscode.CancellationTokenSource();
    this.#asking = source;
    this.#reading = { ...this.#reading, state: 'reading' };
    this.#draw();
    try {
      const result = await vscode.window.withProgress({ location: { viewId: PLANS_VIEW } }, () => {
        return this.#server.request<PlansResult>(PLANS_REQUEST, { again }, source.token);
      });
      if (source !== this.#asking) return;
      this.#files.clear();
      for (const file of result.files) this.#files.set(file.uri, file);
      this.#reading = result.reading;
      this.#draw();
    } catch {
      // Stopped, or without a server: either is told in its own way.
    } finally {
      if (source === this.#asking) this.#asking = undefined;
      source.dispose();
    }
  }

  #changed({ changed, removed, reading }: PlansChangedParams): void {
    for (const uri of removed) this.#files.delete(uri);
    for (const file of changed) this.#files.set(file.uri, file);
    // Sent before the server saw that it is to go on; its answer tells how that ended.
    const isOld = reading.state === 'stopped' && this.#asking?.token.isCancellationRequested === false;
    const state = isOld ? 'reading' : reading.state;
    const ended = state !== this.#reading.state;
    this.#reading = { ...reading, state };
    if (ended) this.#draw();
    else this.#drawSoon();
  }

  async #askForFilter(): Promise<void> {
    if (!this.#view.visible) await showView();
    const before = this.#filter;
    const text = await askForWords(FILTER_INPUT, before.text, (typed) => this.#use({ ...this.#filter, text: typed }));
    this.#use({ ...this.#filter, text: text ?? before.text });
  }

  #use(filter: RowFilter): void {
    if (filter.text === this.#filter.text && filter.errorsOnly === this.#filter.errorsOnly) return;
    this.#filter = filter;
    this.#draw();
  }

  #sortBy(order: SortOrder): void {
    void this.#memory.update(SORT_KEY, order);
    this.#draw(order);
  }

  get #order(): SortOrder {
    const kept = this.#memory.get(SORT_KEY);
    return SORT_ORDERS.find((order) => order === kept) ?? 'practice';
  }

  /** Changes that come together are drawn together; each time costs as much as there are plans. */
  #drawSoon(): void {
    const wait = this.#reading.state === 'reading' ? this.#lastDrawn + DRAWING_MILLISECONDS - Date.now() : 0;
    this.#drawing ??= setTimeout(() => this.#draw(), Math.max(0, wait));
  }

  #draw(order = this.#order): void {
    clearTimeout(this.#drawing);
    this.#drawing = undefined;
    this.#lastDrawn = Date.now();
    const isFiltered = this.#filter.errorsOnly || this.#filter.text.trim() !== '';
    const all = rowsOf(this.#files.values());
    const shown = filterRows(all, this.#filter);
    this.#tree.show(groupRows(shown, order), isFiltered);
    this.#view.message = this.#server.state === 'stopped' ? '' : plansMessage(this.#reading, { filter: this.#filter, order }, shown.length, all.length);
    setContext('state', this.#server.state === 'stopped' ? 'unavailable' : this.#reading.state);
    setContext('isFiltered', isFiltered);
    setContext('errorsOnly', this.#filter.errorsOnly);
  }
}

function showView(): Thenable<unknown> {
  return vscode.commands.executeCommand(`${PLANS_VIEW}.focus`);
}

/** For the buttons and the words of the empty view: `when` clauses of the manifest. */
function setContext(name: string, value: string | boolean): void {
  void vscode.commands.executeCommand('setContext', `mipsPlan.plans.${name}`, value);
}
