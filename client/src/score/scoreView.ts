import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { readPageMessage } from '../../view/readMessage.ts';
import type { HostMessage, PageMessage } from '../../view/messages.ts';
import { FramePacer } from './framePacer.ts';
import { scorePage } from './scorePage.ts';

export const SCORE_VIEW = 'mipsPlan.score';

/** What the view shows and does is the owner's to say; the view itself only carries messages. */
export interface ScoreViewOwner {
  message(): HostMessage;
  onPageMessage(message: Exclude<PageMessage, { type: 'ready' }>): void;
}

/** The score view's page in VS Code. It is dropped while hidden and starts over from one message when shown again. */
export class ScoreView implements vscode.WebviewViewProvider {
  readonly #pageFolder: vscode.Uri;
  readonly #owner: ScoreViewOwner;
  #webview: vscode.Webview | undefined;
  #ready = false;
  readonly #pacer = new FramePacer((message) => void this.#webview?.postMessage(message));

  constructor(extensionUri: vscode.Uri, owner: ScoreViewOwner) {
    this.#pageFolder = vscode.Uri.joinPath(extensionUri, 'dist', 'client', 'view');
    this.#owner = owner;
  }

  /** Tells the page the owner's newest message, if there is a page to tell. */
  update(): void {
    if (this.#ready) this.#pacer.post(this.#owner.message());
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    const { webview } = view;
    this.#webview = webview;
    webview.options = { enableScripts: true, localResourceRoots: [this.#pageFolder] };
    webview.onDidReceiveMessage((value: unknown) => {
      const message = readPageMessage(value);
      if (message?.type === 'ready') {
        this.#forgetPage();
        this.#ready = true;
        this.update();
      } else if (message) {
        this.#owner.onPageMessage(message);
      }
    });
    view.onDidChangeVisibility(() => {
      if (!view.visible) this.#forgetPage();
    });
    view.onDidDispose(() => {
      this.#forgetPage();
      this.#webview = undefined;
    });
    webview.html = scorePage({
      cspSource: webview.cspSource,
      scriptUri: this.#pageFile(webview, 'main.js'),
      styleUri: this.#pageFile(webview, 'main.css'),
      nonce: randomBytes(16).toString('base64'),
    });
  }

  #pageFile(webview: vscode.Webview, name: string): string {
    return webview.asWebviewUri(vscode.Uri.joinPath(this.#pageFolder, name)).toString();
  }

  #forgetPage(): void {
    this.#ready = false;
    this.#pacer.clear();
  }
}
