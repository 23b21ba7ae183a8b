import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { readPageMessage } from '../../view/readPageMessage.ts';
import type { HostMessage, PageMessage, StateMessage } from '../../view/messages.ts';
import { FramePacer } from './framePacer.ts';
import { scorePage } from './scorePage.ts';

/** What the page shows and does is the owner's to say. */
export interface ScorePageOwner {
  /** The newest state; undefined where the page is to stay as it is. What is not there yet is asked for, and told with an update. */
  message(): StateMessage | undefined;
  /** Of the plan that is shown. */
  readonly fileName: string | undefined;
  onPageMessage(message: Exclude<PageMessage, { type: 'ready' }>, answer: (message: HostMessage) => void): void;
}

/** The score's page in a webview of VS Code: carries messages between it and its owner, and nothing else. */
export class ScoreWebview {
  readonly #webview: vscode.Webview;
  readonly #owner: ScorePageOwner;
  readonly #pacer: FramePacer;
  /** Another for each page that has said that it listens; undefined where none does. */
  #page: object | undefined;

  constructor(webview: vscode.Webview, extensionUri: vscode.Uri, owner: ScorePageOwner) {
    this.#webview = webview;
    this.#owner = owner;
    this.#pacer = new FramePacer((message) => void webview.postMessage(message));
    const pageFolder = vscode.Uri.joinPath(extensionUri, 'dist', 'client', 'view');
    webview.options = { enableScripts: true, enableForms: false, enableCommandUris: false, localResourceRoots: [pageFolder] };
    webview.onDidReceiveMessage((value: unknown) => this.#received(value));
    const uriOf = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(pageFolder, name)).toString();
    webview.html = scorePage({
      cspSource: webview.cspSource,
      scriptUri: uriOf('main.js'),
      styleUri: uriOf('main.css'),
      nonce: randomBytes(16).toString('base64'),
    });
  }

  /** Tells the page the owner's newest message, if there is a page to tell. */
  update(): void {
    const message = this.#page && this.#owner.message();
    if (message) this.#pacer.post(message);
  }

  /** The page is gone: hidden or closed. One that is made anew says so. */
  forgetPage(): void {
    this.#page = undefined;
    this.#pacer.clear();
  }

  #received(value: unknown): void {
    const message = readPageMessage(value);
    if (message?.type === 'ready') {
      this.forgetPage();
      this.#page = {};
      this.update();
    } else if (message) {
      const page = this.#page;
      this.#owner.onPageMessage(message, (answer) => {
        // Each page counts its questions anew: what one has asked is no answer to the next.
        if (page === this.#page) void this.#webview.postMessage(answer);
      });
    }
  }
}
