import type * as vscode from 'vscode';
import { ScoreWebview, type ScorePageOwner } from './scoreWebview.ts';

export const SCORE_VIEW = 'mipsPlan.score';

/** The score in the side bar. Its page is dropped while hidden and starts over from one message when shown again. */
export class ScoreView implements vscode.WebviewViewProvider {
  readonly #extensionUri: vscode.Uri;
  readonly #owner: ScorePageOwner;
  #page: ScoreWebview | undefined;

  constructor(extensionUri: vscode.Uri, owner: ScorePageOwner) {
    this.#extensionUri = extensionUri;
    this.#owner = owner;
  }

  update(): void {
    this.#page?.update();
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    const page = new ScoreWebview(view.webview, this.#extensionUri, this.#owner);
    this.#page = page;
    view.onDidChangeVisibility(() => {
      if (!view.visible) page.forgetPage();
    });
    view.onDidDispose(() => {
      page.forgetPage();
      if (this.#page === page) this.#page = undefined;
    });
  }
}
