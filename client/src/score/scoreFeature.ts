import * as vscode from 'vscode';
import type { FindingOverview } from '../../../server/src/explanation/overview.ts';
import { OVERVIEW_REQUEST, type FileOverview, type OverviewParams, type ScoreChangedParams } from '../../../server/src/protocol/protocol.ts';
import { maskTins } from '../../../server/src/text/maskTins.ts';
import type { ApplyMessage, AskWhatIfMessage, FixFindingMessage, HostMessage, PageAction, PageMessage, ShowActivityMessage, ShowFindingMessage, StateMessage } from '../../view/messages.ts';
import type { LanguageServer } from '../languageServer.ts';
import { fileNameOf, isPlan } from '../planDocuments.ts';
import { PlanOverviews } from './planOverviews.ts';
import { PlanScores } from './planScores.ts';
import { PlanWriter } from './planWriter.ts';
import { openPlan, revealLine } from './revealLine.ts';
import { ScoreDocuments } from './scoreDocuments.ts';
import { SCORE_PANEL, ScorePanel } from './scorePanel.ts';
import { ScoreStatus } from './scoreStatus.ts';
import { SCORE_VIEW, ScoreView } from './scoreView.ts';
import type { ScorePageOwner } from './scoreWebview.ts';
import { ShownPlan } from './shownPlan.ts';
import { viewMessage } from './viewMessage.ts';

const ACTION_COMMANDS: Record<PageAction, string> = {
  newPlan: 'mipsPlan.newPlan',
  restartServer: 'mipsPlan.restartServer',
  showLog: 'mipsPlan.showLog',
  showProblems: 'workbench.actions.view.problems',
};

/** Follows the plans that are open, keeps their scores and shows one in the view and the status. */
export class ScoreFeature implements ScorePageOwner, vscode.Disposable {
  readonly #server: LanguageServer;
  readonly #scores = new PlanScores();
  readonly #overviews: PlanOverviews;
  readonly #shown = new ShownPlan();
  readonly #view: ScoreView;
  readonly #panel: ScorePanel;
  readonly #texts: ScoreDocuments;
  readonly #status: ScoreStatus;
  readonly #writer: PlanWriter;
  readonly #disposables: readonly { dispose(): unknown }[];

  constructor(extensionUri: vscode.Uri, server: LanguageServer) {
    this.#server = server;
    this.#writer = new PlanWriter(server);
    this.#view = new ScoreView(extensionUri, this);
    this.#panel = new ScorePanel(extensionUri, this);
    this.#overviews = new PlanOverviews((uri) => this.#overview(uri), () => this.#updatePages());
    this.#texts = new ScoreDocuments((uri) => this.#overview(uri));
    this.#status = new ScoreStatus();
    this.#disposables = [
      this.#status,
      this.#panel,
      this.#texts,
      vscode.window.registerWebviewPanelSerializer(SCORE_PANEL, this.#panel),
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

  showBeside(): void {
    this.#panel.show();
  }

  showAsText(): Promise<void> {
    return this.#texts.show(this.#shown.uri);
  }

  get fileName(): string | undefined {
    const { uri } = this.#shown;
    return uri === undefined ? undefined : maskTins(fileNameOf(vscode.Uri.parse(uri, true)));
  }

  message(): StateMessage | undefined {
    const { fileName } = this;
    const { uri } = this.#shown;
    if (uri === undefined || fileName === undefined) return viewMessage(undefined, undefined, undefined, this.#server.state);
    const known = this.#scores.get(uri);
    const overview = known?.outdated === false ? this.#overviews.of(known.params) : this.#overviews.latest(uri);
    return viewMessage({ uri, fileName }, known, overview, this.#server.state);
  }

  onPageMessage(message: Exclude<PageMessage, { type: 'ready' }>, answer: (message: HostMessage) => void): void {
    switch (message.type) {
      case 'run':
        return void vscode.commands.executeCommand(ACTION_COMMANDS[message.action]);
      case 'showActivity':
        return void this.#showActivity(message);
      case 'showFinding':
        return void this.#showFinding(message);
      case 'fixFinding':
        return void this.#fixFinding(message);
      case 'askWhatIf':
        return void this.#askWhatIf(message, answer);
      case 'apply':
        return void this.#apply(message, answer);
    }
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
    this.#overviews.forget(uri);
    this.#update();
    this.#texts.refresh(uri);
  }

  #activated(editor: vscode.TextEditor | undefined): void {
    if (editor && isPlan(editor.document)) this.#shown.activated(editor.document.uri.toString());
    this.#update();
  }

  #scored(params: ScoreChangedParams): void {
    if (openPlan(params.uri) === undefined || !this.#scores.put(params)) return;
    this.#update();
    this.#texts.refresh(params.uri);
  }

  #update(): void {
    this.#updatePages();
    // VS Code shows the status only beside a plan; the plan worked on last is the one, also while the log has the focus.
    const { uri } = this.#shown;
    this.#status.show(uri === undefined ? undefined : this.#scores.get(uri), this.#server.state);
  }

  #updatePages(): void {
    this.#view.update();
    this.#panel.update();
  }

  #overview(uri: string): Promise<FileOverview | null> {
    const params: OverviewParams = { textDocument: { uri } };
    return this.#server.request(OVERVIEW_REQUEST, params);
  }

  /** The page names an activity of the score it shows; where that is, only the score here says. */
  async #showActivity({ uri, plan, activity }: ShowActivityMessage): Promise<void> {
    const range = this.#overviews.latest(uri)?.score.plans[plan]?.activities[activity]?.range;
    if (range) await revealLine(uri, range.start);
  }

  async #showFinding(message: ShowFindingMessage): Promise<void> {
    const finding = this.#finding(message);
    if (finding) await revealLine(message.uri, finding.range.start);
  }

  async #fixFinding(message: FixFindingMessage): Promise<void> {
    const finding = this.#finding(message);
    const title = finding?.fixes[message.fix];
    if (finding && title !== undefined) await this.#writer.fix(message.uri, message.version, finding, title);
  }

  async #askWhatIf({ uri, plan, question, changes }: AskWhatIfMessage, answer: (message: HostMessage) => void): Promise<void> {
    const result = await this.#writer.whatIf(uri, plan, changes);
    if (result) answer({ type: 'whatIf', question, score: result.score, refused: result.refused });
  }

  async #apply({ uri, plan, question, changes }: ApplyMessage, answer: (message: HostMessage) => void): Promise<void> {
    if (!(await this.#writer.apply(uri, plan, changes))) answer({ type: 'nothingWritten', question });
  }

  /** The finding that the page means: none where it shows another version by now. */
  #finding({ uri, plan, version, finding }: ShowFindingMessage | FixFindingMessage): FindingOverview | undefined {
    const overview = this.#overviews.latest(uri);
    return overview?.version === version ? overview.overviews[plan]?.findings[finding] : undefined;
  }
}
