import * as vscode from 'vscode';
import type { CodeAction, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { FindingOverview } from '../../../server/src/explanation/overview.ts';
import { WHAT_IF_REQUEST, type PlanChange, type WhatIfParams, type WhatIfResult } from '../../../server/src/protocol/whatIf.ts';
import type { LanguageServer } from '../languageServer.ts';
import { inform } from '../notifications.ts';
import { openPlan, revealLine } from './revealLine.ts';

const NO_ANSWER = 'The checker of MIPS Plan gave no answer.';

/** Writes into plans what the server worked out: each time one edit that can be undone, and only of the version it was worked out for. */
export class PlanWriter {
  readonly #server: LanguageServer;

  constructor(server: LanguageServer) {
    this.#server = server;
  }

  /** What the plan would score. Nothing is written. */
  async whatIf(uri: string, plan: number, changes: readonly PlanChange[]): Promise<WhatIfResult | undefined> {
    const params: WhatIfParams = { textDocument: { uri }, plan, changes };
    return this.#ask<WhatIfResult>(WHAT_IF_REQUEST, params);
  }

  /**
   * Writes the changes and shows the first place that was written.
   * @returns false where nothing was written; the user has been told why
   */
  async apply(uri: string, plan: number, changes: readonly PlanChange[]): Promise<boolean> {
    const result = await this.whatIf(uri, plan, changes);
    const [refusal] = result?.refused ?? [];
    if (result === undefined || !(await write(uri, result.version, result.edits))) {
      sayNothingWritten(result === undefined ? NO_ANSWER : refusal?.reason);
      return false;
    }
    const [first] = result.edits;
    // What begins with a line's end begins on the next line.
    if (first !== undefined) await revealLine(uri, { line: first.range.start.line + (/^\r?\n/.test(first.newText) ? 1 : 0), character: 0 });
    if (refusal !== undefined) void inform(`Not everything was written. ${refusal.reason}`);
    return true;
  }

  /** Repairs a finding by the server's own quick fix. */
  async fix(uri: string, version: number, { range, code, message }: FindingOverview, title: string): Promise<void> {
    const params = { textDocument: { uri }, range, context: { diagnostics: [{ range, code, message, source: 'mips-plan' }], only: ['quickfix'] } };
    const actions = await this.#ask<readonly CodeAction[]>('textDocument/codeAction', params);
    if (actions === undefined) return sayNothingWritten(NO_ANSWER);
    const action = actions.find((each) => each.title === title);
    const edits = action?.edit && editsOf(action.edit, uri);
    if (edits === undefined || !(await write(uri, version, edits))) return sayNothingWritten();
    const [first] = edits;
    if (first !== undefined) await revealLine(uri, first.range.start);
  }

  /** Undefined where there is no answer: the plan is closed, the server gone. The client's log says why. */
  async #ask<R>(method: string, params: object): Promise<R | undefined> {
    try {
      return (await this.#server.request<R | null>(method, params)) ?? undefined;
    } catch {
      return undefined;
    }
  }
}

function editsOf({ documentChanges, changes }: WorkspaceEdit, uri: string): readonly TextEdit[] | undefined {
  if (changes !== undefined) return changes[uri];
  return documentChanges?.flatMap((change) => ('edits' in change ? (change.edits as TextEdit[]) : []));
}

/** False where the document is another by now. */
async function write(uri: string, version: number, edits: readonly TextEdit[]): Promise<boolean> {
  const document = openPlan(uri);
  if (document?.version !== version) return false;
  const workspaceEdit = new vscode.WorkspaceEdit();
  workspaceEdit.set(document.uri, edits.map(({ range: { start, end }, newText }) => {
    return new vscode.TextEdit(new vscode.Range(start.line, start.character, end.line, end.character), newText);
  }));
  return vscode.workspace.applyEdit(workspaceEdit);
}

function sayNothingWritten(reason = 'The plan has changed meanwhile. Try it again.'): void {
  void inform(`Nothing was written. ${reason}`);
}
