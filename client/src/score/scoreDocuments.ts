import * as vscode from 'vscode';
import type { FileOverview } from '../../../server/src/protocol/protocol.ts';
import { inform } from '../notifications.ts';
import { maskTins } from '../../../server/src/text/maskTins.ts';
import { fileNameOf } from '../planDocuments.ts';
import { scoreText } from './scoreText.ts';

const SCHEME = 'mips-plan-score';

/** The score of each plan as a read-only text that follows the plan, for people who do not use webviews. */
export class ScoreDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #overviewOf: (uri: string) => Promise<FileOverview | null>;
  readonly #registration: vscode.Disposable;

  constructor(overviewOf: (uri: string) => Promise<FileOverview | null>) {
    this.#overviewOf = overviewOf;
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  }

  /** @param uri of the plan; undefined where none is open */
  async show(uri: string | undefined): Promise<void> {
    if (uri === undefined) {
      void inform('First open an attestation plan: a file whose name ends in .mips.yaml.');
      return;
    }
    const document = await vscode.workspace.openTextDocument(documentUri(uri));
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false, preview: true });
  }

  /** The score of a plan is another. */
  refresh(uri: string): void {
    this.#changed.fire(documentUri(uri));
  }

  async provideTextDocumentContent({ query }: vscode.Uri): Promise<string> {
    const fileName = maskTins(fileNameOf(vscode.Uri.parse(query, true)));
    const overview = await this.#overviewOf(query).catch(() => null);
    if (overview === null) return `MIPS score of ${fileName}\n\nThe plan is not open, or not scored yet. Once it is, its score appears here.\n`;
    return scoreText({ fileName, ...overview });
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
