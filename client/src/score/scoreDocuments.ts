import * as vscode from 'vscode';
import { fileNameOf } from '../planDocuments.ts';
import type { KnownScore } from './planScores.ts';
import { scoreText } from './scoreText.ts';

const SCHEME = 'mips-plan-score';

/** The score of each plan as a read-only text that follows the plan, for people who do not use webviews. */
export class ScoreDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #scoreOf: (uri: string) => KnownScore | undefined;
  readonly #registration: vscode.Disposable;

  constructor(scoreOf: (uri: string) => KnownScore | undefined) {
    this.#scoreOf = scoreOf;
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  }

  /** @param uri of the plan; undefined where none is open */
  async show(uri: string | undefined): Promise<void> {
    if (uri === undefined) {
      void vscode.window.showInformationMessage('Open an attestation plan first: a file whose name ends in .mips.yaml.');
      return;
    }
    const document = await vscode.workspace.openTextDocument(documentUri(uri));
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false, preview: true });
  }

  /** The score of a plan is another. */
  refresh(uri: string): void {
    this.#changed.fire(documentUri(uri));
  }

  provideTextDocumentContent({ query }: vscode.Uri): string {
    const fileName = fileNameOf(vscode.Uri.parse(query, true));
    const known = this.#scoreOf(query);
    if (known === undefined) return `MIPS score of ${fileName}\n\nThe plan is not open, or not scored yet. Once it is, its score appears here.\n`;
    return scoreText({ fileName, ...known.params });
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}

/** One document a plan; the tab shows the plan's name. */
function documentUri(uri: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${fileNameOf(vscode.Uri.parse(uri, true))}.score.txt`, query: uri });
}
