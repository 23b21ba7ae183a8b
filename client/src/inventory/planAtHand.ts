import * as vscode from 'vscode';
import type { ScoreChangedParams } from '../../../server/src/protocol/protocol.ts';
import type { LanguageServer } from '../languageServer.ts';
import { isPlan } from '../planDocuments.ts';

export interface KnownPlan {
  readonly year: number | undefined;
  /** Ids of all plans of the file. */
  readonly activities: ReadonlySet<string>;
}

const NO_PLAN: KnownPlan = { year: undefined, activities: new Set() };

/** The year and the activities of the plan that somebody works on or did last, as the server scores it. */
export class PlanAtHand implements vscode.Disposable {
  readonly #known = new Map<string, KnownPlan>();
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #disposables: readonly { dispose(): unknown }[];
  readonly onDidChange = this.#changed.event;
  #uri: string | undefined;

  constructor(server: LanguageServer) {
    this.#disposables = [
      this.#changed,
      server.onDidChangeScore((params) => this.#scored(params)),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#activated(editor)),
      // A document also opens when its language is changed, in the editor that it is in.
      vscode.workspace.onDidOpenTextDocument(() => this.#activated(vscode.window.activeTextEditor)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#closed(uri.toString())),
    ];
    this.#activated(vscode.window.activeTextEditor);
  }

  get plan(): KnownPlan {
    return this.#known.get(this.#uri ?? '') ?? NO_PLAN;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #activated(editor: vscode.TextEditor | undefined): void {
    if (editor === undefined || !isPlan(editor.document) || this.#uri === editor.document.uri.toString()) return;
    this.#uri = editor.document.uri.toString();
    this.#changed.fire(undefined);
  }

  #scored({ uri, score: { plans } }: ScoreChangedParams): void {
    const before = this.#known.get(uri) ?? NO_PLAN;
    const ids = plans.flatMap(({ activities }) => activities.flatMap(({ id }) => id ?? []));
    const now = { year: plans.find(({ performanceYear }) => performanceYear !== null)?.performanceYear ?? undefined, activities: new Set(ids) };
    this.#known.set(uri, now);
    if (uri === this.#uri && !isSame(before, now)) this.#changed.fire(undefined);
  }

  #closed(uri: string): void {
    this.#known.delete(uri);
    if (uri !== this.#uri) return;
    this.#uri = undefined;
    this.#changed.fire(undefined);
  }
}

function isSame(a: KnownPlan, b: KnownPlan): boolean {
  return a.year === b.year && a.activities.size === b.activities.size && [...a.activities].every((id) => b.activities.has(id));
}
