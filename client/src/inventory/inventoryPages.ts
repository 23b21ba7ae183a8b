import * as vscode from 'vscode';
import {
  ACTIVITY_REQUEST, COMPARE_YEARS_REQUEST,
  type ActivityParams, type ActivityResult, type CompareYearsParams, type CompareYearsResult,
} from '../../../server/src/protocol/inventory.ts';
import type { LanguageServer } from '../languageServer.ts';
import { isPlan } from '../planDocuments.ts';

const SCHEME = 'mips-plan-inventory';

/** What the server tells of activities and years, as read-only documents in Markdown. */
export class InventoryPages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #server: LanguageServer;
  readonly #registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);

  constructor(server: LanguageServer) {
    this.#server = server;
  }

  dispose(): void {
    this.#registration.dispose();
  }

  showActivity({ id, year }: ActivityParams): Promise<void> {
    return show(vscode.Uri.from({ scheme: SCHEME, path: `/${id}, ${year}.md`, query: `id=${id}&year=${year}` }));
  }

  showComparison({ from, to }: CompareYearsParams): Promise<void> {
    return show(vscode.Uri.from({ scheme: SCHEME, path: `/${from} and ${to}.md`, query: `from=${from}&to=${to}` }));
  }

  async markdownOf(params: ActivityParams, token?: vscode.CancellationToken): Promise<string | undefined> {
    return (await this.#server.request<ActivityResult | null>(ACTIVITY_REQUEST, params, token))?.markdown;
  }

  async provideTextDocumentContent(uri: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    const asked = new URLSearchParams(uri.query);
    const number = (name: string): number => Number(asked.get(name));
    const id = asked.get('id');
    try {
      const markdown = id === null
        ? (await this.#server.request<CompareYearsResult | null>(COMPARE_YEARS_REQUEST, { from: number('from'), to: number('to') }, token))?.markdown
        : await this.markdownOf({ id, year: number('year') }, token);
      return markdown ?? 'Nothing is known about this activity.';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
}

/** Beside the plan that somebody works on; where the page before was otherwise. */
async function show(uri: vscode.Uri): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const isBesidePlan = editor !== undefined && isPlan(editor.document);
  try {
    await vscode.commands.executeCommand(isBesidePlan ? 'markdown.showPreviewToSide' : 'markdown.showPreview', uri);
  } catch {
    // VS Code's own Markdown preview can be switched off.
    await vscode.window.showTextDocument(uri, { preview: true, ...(isBesidePlan && { viewColumn: vscode.ViewColumn.Beside }) });
  }
}
