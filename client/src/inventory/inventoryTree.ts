import * as vscode from 'vscode';
import { activityDescription, groupDescription, spokenActivity, spokenGroup, type ActivityRow, type SubcategoryRow } from './inventoryRows.ts';

export type InventoryNode = SubcategoryRow | ActivityRow;

/** The inventory as a tree. What an activity asks is fetched when somebody rests on it. */
export class InventoryTree implements vscode.TreeDataProvider<InventoryNode>, vscode.Disposable {
  readonly #tooltip: (row: ActivityRow, token: vscode.CancellationToken) => Promise<string | undefined>;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #groups: readonly SubcategoryRow[] = [];
  #unfolded = false;
  #year = 0;

  constructor(tooltip: (row: ActivityRow, token: vscode.CancellationToken) => Promise<string | undefined>) {
    this.#tooltip = tooltip;
  }

  /** @param unfolded whether the activities are to be seen at once */
  show(groups: readonly SubcategoryRow[], year: number, unfolded: boolean): void {
    this.#groups = groups;
    this.#year = year;
    this.#unfolded = unfolded;
    this.#changed.fire(undefined);
  }

  get isEmpty(): boolean {
    return this.#groups.length === 0;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  getChildren(node?: InventoryNode): readonly InventoryNode[] & InventoryNode[] {
    if (node === undefined) return [...this.#groups];
    return node.kind === 'subcategory' ? [...node.activities] : [];
  }

  getTreeItem(node: InventoryNode): vscode.TreeItem {
    return node.kind === 'subcategory' ? this.#groupItem(node) : activityItem(node);
  }

  async resolveTreeItem(item: vscode.TreeItem, node: InventoryNode, token: vscode.CancellationToken): Promise<vscode.TreeItem> {
    const markdown = node.kind === 'activity' ? await this.#tooltip(node, token) : undefined;
    if (markdown !== undefined) item.tooltip = new vscode.MarkdownString(markdown);
    return item;
  }

  #groupItem(group: SubcategoryRow): vscode.TreeItem {
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(group.name, this.#unfolded ? Expanded : Collapsed);
    // VS Code keeps by the id what is unfolded: a filter unfolds what it leaves, and without it all is as before.
    item.id = `${this.#year}/${this.#unfolded ? 'filtered/' : ''}${group.name}`;
    item.description = groupDescription(group);
    item.tooltip = spokenGroup(group);
    item.accessibilityInformation = { label: spokenGroup(group) };
    return item;
  }
}

function activityItem(row: ActivityRow): vscode.TreeItem {
  const item = new vscode.TreeItem(row.id);
  item.description = activityDescription(row);
  item.iconPath = new vscode.ThemeIcon(row.inPlan ? 'check' : row.suspended === null ? 'circle-outline' : 'circle-slash');
  item.contextValue = row.inPlan ? 'activity.inPlan' : 'activity';
  item.accessibilityInformation = { label: spokenActivity(row) };
  item.command = { command: 'mipsPlan.inventory.showActivity', title: 'Show What It Asks For', arguments: [row] };
  return item;
}
