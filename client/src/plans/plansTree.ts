import * as vscode from 'vscode';
import type { PlanRow, YearGroup } from './planRows.ts';
import { groupWords, rowTooltip, rowWords, type RowIcon } from './planRowWords.ts';

const ICONS: Readonly<Record<RowIcon, vscode.ThemeIcon>> = {
  unreadable: new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor('problemsErrorIcon.foreground')),
  error: new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground')),
  warning: new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground')),
  secured: new vscode.ThemeIcon('pass-filled'),
  full: new vscode.ThemeIcon('pass'),
  short: new vscode.ThemeIcon('circle-large-outline'),
  unscored: new vscode.ThemeIcon('question'),
};

type Node = YearGroup | PlanRow;

/** The years and their plans as VS Code draws them. */
export class PlansTree implements vscode.TreeDataProvider<Node> {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #groups: readonly YearGroup[] = [];
  #allOpen = false;

  /** @param allOpen every year shows its plans, not only the newest */
  show(groups: readonly YearGroup[], allOpen: boolean): void {
    this.#groups = groups;
    this.#allOpen = allOpen;
    this.#changed.fire(undefined);
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) return [...this.#groups];
    return 'rows' in node ? [...node.rows] : [];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return 'rows' in node ? this.#groupItem(node) : rowItem(node);
  }

  /** What is only seen when the mouse rests on a row is made then. */
  resolveTreeItem(item: vscode.TreeItem, node: Node): vscode.TreeItem {
    if (!('rows' in node)) item.tooltip = rowTooltip(node);
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #groupItem(group: YearGroup): vscode.TreeItem {
    const { label, description, spoken } = groupWords(group);
    const isOpen = this.#allOpen || group === this.#groups[0];
    const item = new vscode.TreeItem(label, isOpen ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed);
    // VS Code keeps what was opened and closed by the id: what a filter opens is closed again without it.
    item.id = `${this.#allOpen ? 'filtered' : 'all'} ${label}`;
    item.description = description;
    item.accessibilityInformation = { label: spoken };
    return item;
  }
}

function rowItem(row: PlanRow): vscode.TreeItem {
  const { label, description, spoken, icon } = rowWords(row);
  const item = new vscode.TreeItem(label);
  item.id = `${row.file.uri}#${row.index}`;
  item.description = description;
  item.iconPath = ICONS[icon];
  item.accessibilityInformation = { label: spoken };
  const range = row.plan?.worst?.range ?? row.plan?.range;
  const selection = range && new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
  item.command = { command: 'vscode.open', title: 'Open Plan', arguments: [vscode.Uri.parse(row.file.uri, true), { ...(selection && { selection }) }] };
  return item;
}
