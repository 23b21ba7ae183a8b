import * as vscode from 'vscode';
import { INVENTORY_REQUEST, type ActivityParams, type InventoryParams, type InventoryResult } from '../../../server/src/protocol/inventory.ts';
import { askForWords } from '../askForWords.ts';
import { askServer } from '../askServer.ts';
import type { LanguageServer } from '../languageServer.ts';
import { inform } from '../notifications.ts';
import { planSelector } from '../planDocuments.ts';
import { askForFilter } from './inventoryFilterInput.ts';
import { ACTIVITY_MIME_TYPE, ActivityDrop, insertActivity } from './insertActivity.ts';
import { InventoryPages } from './inventoryPages.ts';
import { activityIn, inventoryRows, isFiltered, NO_FILTER, viewDescription, type InventoryFilter } from './inventoryRows.ts';
import { InventoryTree, type InventoryNode } from './inventoryTree.ts';
import { PlanAtHand } from './planAtHand.ts';

const INVENTORY_VIEW = 'mipsPlan.inventory';
const SEARCH_INPUT = {
  title: 'Search Activities',
  prompt: 'Words of the title, the subcategory or the id. Leave this empty to see all activities.',
  placeholder: 'telehealth',
};

/** The inventory view: CMS's activities of a year, to look for, to read and to put into the plan at hand. */
export class InventoryFeature implements vscode.Disposable {
  readonly #server: LanguageServer;
  readonly #planAtHand: PlanAtHand;
  readonly #pages: InventoryPages;
  readonly #tree: InventoryTree;
  readonly #view: vscode.TreeView<InventoryNode>;
  readonly #disposables: readonly { dispose(): unknown }[];
  #filter: InventoryFilter = NO_FILTER;
  /** Undefined: the plan's. */
  #chosenYear: number | undefined;
  #known: InventoryResult | undefined;
  #asked = 0;

  constructor(server: LanguageServer) {
    this.#server = server;
    this.#planAtHand = new PlanAtHand(server);
    this.#pages = new InventoryPages(server);
    this.#tree = new InventoryTree((row, token) => this.#pages.markdownOf(row, token));
    this.#view = vscode.window.createTreeView(INVENTORY_VIEW, {
      treeDataProvider: this.#tree,
      showCollapseAll: true,
      dragAndDropController: { dragMimeTypes: [ACTIVITY_MIME_TYPE], dropMimeTypes: [], handleDrag },
    });
    this.#disposables = [
      this.#planAtHand, this.#pages, this.#tree, this.#view,
      vscode.languages.registerDocumentDropEditProvider(planSelector(), new ActivityDrop(server), {
        providedDropEditKinds: [vscode.DocumentDropOrPasteEditKind.Text], dropMimeTypes: [ACTIVITY_MIME_TYPE],
      }),
      this.#view.onDidChangeVisibility(() => this.#refresh()),
      this.#planAtHand.onDidChange(() => this.#planChanged()),
      server.onDidChangeState(() => this.#serverChanged()),
      vscode.commands.registerCommand('mipsPlan.showInventory', () => vscode.commands.executeCommand(`${INVENTORY_VIEW}.focus`)),
      vscode.commands.registerCommand('mipsPlan.inventory.search', () => this.#search()),
      vscode.commands.registerCommand('mipsPlan.inventory.filter', () => this.#askForFilter()),
      vscode.commands.registerCommand('mipsPlan.inventory.showAll', () => this.#use(NO_FILTER)),
      vscode.commands.registerCommand('mipsPlan.inventory.chooseYear', () => this.#askForYear()),
      vscode.commands.registerCommand('mipsPlan.compareYears', () => this.#compareYears()),
      vscode.commands.registerCommand('mipsPlan.inventory.showActivity', (called: unknown) => forActivity(called, (activity) => this.#pages.showActivity(activity))),
      vscode.commands.registerCommand('mipsPlan.inventory.insertActivity', (called: unknown) => forActivity(called, ({ id }) => insertActivity(server, id))),
    ];
    this.#serverChanged();
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  get #year(): number | undefined {
    return this.#chosenYear ?? this.#planAtHand.plan.year;
  }

  #serverChanged(): void {
    this.#known = undefined;
    const { state } = this.#server;
    setContext('isUnavailable', state === 'stopped');
    // No row would answer. The empty view says why.
    if (state === 'stopped') this.#clear();
    this.#view.message = this.#tree.isEmpty && (state === 'starting' || state === 'restarting') ? 'Looking for activities…' : '';
    this.#refresh();
  }

  #planChanged(): void {
    if (this.#known !== undefined && (this.#year === undefined || this.#year === this.#known.year)) this.#draw();
    else this.#refresh();
  }

  /** Nothing is asked before somebody sees it. */
  #refresh(): void {
    if (!this.#view.visible || this.#server.state !== 'running') return;
    void this.#ask().catch(() => undefined);
  }

  async #ask(): Promise<void> {
    const asked = ++this.#asked;
    const params: InventoryParams = { year: this.#year, search: this.#filter.search };
    const known = await this.#server.request<InventoryResult>(INVENTORY_REQUEST, params);
    if (asked !== this.#asked) return;
    this.#known = known;
    this.#draw();
  }

  #draw(): void {
    if (this.#known === undefined) return;
    const groups = inventoryRows(this.#known, this.#filter, this.#planAtHand.plan.activities);
    this.#tree.show(groups, this.#known.year, isFiltered(this.#filter));
    this.#view.description = viewDescription(this.#known.year, this.#filter);
    setContext('isFiltered', isFiltered(this.#filter));
  }

  #clear(): void {
    this.#tree.show([], 0, false);
    this.#view.description = '';
  }

  #use(filter: InventoryFilter): void {
    this.#filter = filter;
    this.#refresh();
  }

  async #search(): Promise<void> {
    await this.#reveal();
    const before = this.#filter.search;
    const search = await askForWords(SEARCH_INPUT, before, (typed) => this.#use({ ...this.#filter, search: typed }));
    this.#use({ ...this.#filter, search: search ?? before });
  }

  async #askForFilter(): Promise<void> {
    await this.#reveal();
    const all = await askServer<InventoryResult>(this.#server, INVENTORY_REQUEST, { year: this.#year } satisfies InventoryParams);
    const chosen = all && (await askForFilter(this.#filter, all));
    if (chosen !== undefined) this.#use({ ...this.#filter, ...chosen });
  }

  async #askForYear(): Promise<void> {
    await this.#reveal();
    const all = await askServer<InventoryResult>(this.#server, INVENTORY_REQUEST, {} satisfies InventoryParams);
    if (all === undefined) return;
    const ofPlan = this.#planAtHand.plan.year;
    const items: (vscode.QuickPickItem & { readonly year: number | undefined })[] = [
      { label: 'The plan’s year', description: ofPlan === undefined ? 'follows the plan that you work on' : String(ofPlan), year: undefined },
      ...[...all.years].reverse().map((year) => ({ label: String(year), ...(year === this.#known?.year && { description: 'shown now' }), year })),
    ];
    const chosen = await vscode.window.showQuickPick(items, { title: 'Choose a Year', placeHolder: 'Which year’s activities do you want to see?' });
    if (chosen === undefined) return;
    this.#chosenYear = chosen.year;
    // Weights and pathways are not the same in each year.
    this.#use({ ...this.#filter, weights: [], mvps: [] });
  }

  async #compareYears(): Promise<void> {
    const all = await askServer<InventoryResult>(this.#server, INVENTORY_REQUEST, {} satisfies InventoryParams);
    const years = all?.years.map(String) ?? [];
    if (years.length < 2) return;
    const title = 'Compare Two Years';
    const from = await vscode.window.showQuickPick([...years].reverse().slice(1), { title: `${title} (1 of 2)`, placeHolder: 'From which year?' });
    if (from === undefined) return;
    const later = years.filter((year) => Number(year) > Number(from));
    const to = await vscode.window.showQuickPick(later, { title: `${title} (2 of 2)`, placeHolder: `What changed from ${from} to…` });
    if (to !== undefined) await this.#pages.showComparison({ from: Number(from), to: Number(to) });
  }

  async #reveal(): Promise<void> {
    if (!this.#view.visible) await vscode.commands.executeCommand(`${INVENTORY_VIEW}.focus`);
  }
}

/** A command on an activity can be called from anywhere, with anything. */
async function forActivity(called: unknown, act: (activity: ActivityParams) => Promise<void>): Promise<void> {
  const activity = activityIn(called);
  if (activity === undefined) void inform('Choose an activity in the Activities view first.');
  else await act(activity);
}

function handleDrag(nodes: readonly InventoryNode[], data: vscode.DataTransfer): void {
  const [node] = nodes;
  if (node?.kind === 'activity') data.set(ACTIVITY_MIME_TYPE, new vscode.DataTransferItem(node.id));
}

function setContext(name: string, value: boolean): void {
  void vscode.commands.executeCommand('setContext', `${INVENTORY_VIEW}.${name}`, value);
}
