import * as vscode from 'vscode';
import type { ScoreChangedParams } from '../../../server/src/protocol/protocol.ts';
import type { HostMessage, PageAction, PageMessage, ShowActivityMessage } from '../../view/messages.ts';
import type { LanguageServer } from '../languageServer.ts';
import { fileNameOf, isPlan } from '../planDocuments.ts';
import { revealLine } from './revealLine.ts';
import { PlanScores } from './planScores.ts';
import { ScoreStatus } from './scoreStatus.ts';
import { SCORE_VIEW, ScoreView, type ScoreViewOwner } from './scoreView.ts';
import { ShownPlan } from './shownPlan.ts';
import { viewMessage } from './viewMessage.ts';

const ACTION_COMMANDS: Record<PageAction, string> = {
  newPlan: 'mipsPlan.newPlan',
  restartServer: 'mipsPlan.restartServer',
  showLog: 'mipsPlan.showLog',
  showProblems: 'workbench.actions.view.problems',
};

/** Follows the plans that are open, keeps their scores and shows one in the view and the status. */
export class ScoreFeature implements ScoreViewOwner, vscode.Disposable {
  readonly #server: LanguageServer;
  readonly #scores = new PlanScores();
  readonly #shown = new ShownPlan();
  readonly #view: ScoreView;
  readonly #status: ScoreStatus;
  readonly #disposables: readonly { dispose(): unknown }[];

  constructor(extensionUri: vscode.Uri, server: LanguageServer) {
    this.#server = server;
    this.#view = new ScoreView(extensionUri, this);
    this.#status = new ScoreStatus();
    this.#disposables = [
      this.#status,
      vscode.window.registerWebviewViewProvider(SCORE_VIEW, this.#view),
      vscode.workspace.onDidOpenTextDocument((document) => this.#opened(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#closed(document)),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#activated(editor)),
      server.onDidChangeScore((params) => this.#scored(params)),
      server.onDidChangeState((state) => {
        if (state === 'restarting' || state === 'stopped') this.#scores.markOutdated();
        this.#update();
      }),
    ];
    for (const document of vscode.workspace.textDocuments) this.#opened(document);
    this.#activated(vscode.window.activeTextEditor);
  }

  message(): HostMessage {
    const { uri } = this.#shown;
    if (uri === undefined) return viewMessage(undefined, undefined, this.#server.state);
    const fileName = fileNameOf(vscode.Uri.parse(uri, true));
    return viewMessage({ uri, fileName }, this.#scores.get(uri), this.#server.state);
  }

  onPageMessage(message: Exclude<PageMessage, { type: 'ready' }>): void {
    if (message.type === 'run') void vscode.commands.executeCommand(ACTION_COMMANDS[message.action]);
    else void this.#showActivity(message);
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #opened(document: vscode.TextDocument): void {
    if (!isPlan(document)) return;
    this.#shown.opened(document.uri.toString());
    // A document also opens when its language is changed, in the editor that it is in.
    this.#activated(vscode.window.activeTextEditor);
  }

  #closed(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    this.#shown.closed(uri);
    this.#scores.forget(uri);
    this.#update();
  }

  #activated(editor: vscode.TextEditor | undefined): void {
    if (editor && isPlan(editor.document)) this.#shown.activated(editor.document.uri.toString());
    this.#update();
  }

  #scored(params: ScoreChangedParams): void {
    const isOpen = vscode.workspace.textDocuments.some((document) => document.uri.toString() === params.uri);
    if (isOpen && this.#scores.put(params)) this.#update();
  }

  #update(): void {
    this.#view.update();
    // VS Code shows the status only beside a plan; the plan worked on last is the one, also while the log has the focus.
    const { uri } = this.#shown;
    this.#status.show(uri === undefined ? undefined : this.#scores.get(uri), this.#server.state);
  }

  /** The page names an activity of the score it shows; where that is, only the score here says. */
  async #showActivity({ uri, plan, activity }: ShowActivityMessage): Promise<void> {
    const range = this.#scores.get(uri)?.params.score.plans[plan]?.activities[activity]?.range;
    if (range) await revealLine(uri, range.start);
  }
}
