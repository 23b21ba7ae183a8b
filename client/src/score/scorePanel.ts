import * as vscode from 'vscode';
import { readChoice } from '../../view/planChoice.ts';
import { ScoreWebview, type ScorePageOwner } from './scoreWebview.ts';

export const SCORE_PANEL = 'mipsPlan.scoreBeside';

/** The score as an editor beside the plan, like a preview. There is one; it follows the plan that is worked on. */
export class ScorePanel implements vscode.WebviewPanelSerializer {
  readonly #extensionUri: vscode.Uri;
  readonly #owner: ScorePageOwner;
  #shown: { readonly panel: vscode.WebviewPanel; readonly page: ScoreWebview } | undefined;

  constructor(extensionUri: vscode.Uri, owner: ScorePageOwner) {
    this.#extensionUri = extensionUri;
    this.#owner = owner;
  }

  show(): void {
    if (this.#shown) return this.#shown.panel.reveal(undefined, true);
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    this.#fill(vscode.window.createWebviewPanel(SCORE_PANEL, 'MIPS Score', column, { enableFindWidget: true }));
  }

  /** After a restart of the window: the plan that it showed is opened again, perhaps behind other editors. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const uri = readChoice(state)?.uri;
    this.#fill(panel);
    if (uri === undefined || uri.startsWith('untitled:')) return;
    try {
      await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
    } catch {
      // The plan is gone, or never was: the panel shows another.
    }
  }

  update(): void {
    if (!this.#shown) return;
    const { panel, page } = this.#shown;
    const title = this.#title();
    if (panel.title !== title) panel.title = title;
    page.update();
  }

  dispose(): void {
    this.#shown?.panel.dispose();
  }

  #fill(panel: vscode.WebviewPanel): void {
    this.#shown?.panel.dispose();
    const image = (name: string): vscode.Uri => vscode.Uri.joinPath(this.#extensionUri, 'client', 'images', name);
    panel.iconPath = { light: image('plan-light.svg'), dark: image('plan-dark.svg') };
    panel.title = this.#title();
    const page = new ScoreWebview(panel.webview, this.#extensionUri, this.#owner);
    this.#shown = { panel, page };
    panel.onDidChangeViewState(() => {
      if (!panel.visible) page.forgetPage();
    });
    panel.onDidDispose(() => {
      page.forgetPage();
      if (this.#shown?.panel === panel) this.#shown = undefined;
    });
  }

  #title(): string {
    const { fileName } = this.#owner;
    return fileName === undefined ? 'MIPS Score' : `Score of ${fileName}`;
  }
}
