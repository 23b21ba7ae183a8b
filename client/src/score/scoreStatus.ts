import * as vscode from 'vscode';
import { planSelector } from '../planDocuments.ts';
import type { ServerState } from '../serverState.ts';
import type { KnownScore } from './planScores.ts';
import { statusText } from './statusText.ts';

/** The score of the plan in the active editor, beside the language in the status bar. */
export class ScoreStatus implements vscode.Disposable {
  readonly #item = vscode.languages.createLanguageStatusItem('mipsPlan.score', planSelector());

  constructor() {
    this.#item.name = 'MIPS Score';
  }

  show(known: KnownScore | undefined, server: ServerState): void {
    const { text, detail, busy, failed } = statusText(known, server);
    this.#item.text = text;
    this.#item.detail = detail;
    this.#item.busy = busy;
    this.#item.severity = failed ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    this.#item.command = failed
      ? { command: 'mipsPlan.showLog', title: 'Show Log' }
      : { command: 'mipsPlan.showScore', title: 'Show Score' };
    this.#item.accessibilityInformation = { label: `${text}. ${detail}` };
  }

  dispose(): void {
    this.#item.dispose();
  }
}
