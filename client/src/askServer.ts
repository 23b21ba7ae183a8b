import * as vscode from 'vscode';
import type { LanguageServer } from './languageServer.ts';
import { tellError } from './notifications.ts';

/**
 * Asks the language server what somebody waits for.
 * @returns undefined where there is no answer, which is said; where it was not waited for, nothing is
 */
export function askServer<R>(server: LanguageServer, method: string, params: object, token?: vscode.CancellationToken): Promise<R | undefined> {
  return answerOf(() => server.request<R>(method, params, token), token);
}

/** The same where it is asked in another way. */
export async function answerOf<R>(ask: () => Promise<R>, token?: vscode.CancellationToken): Promise<R | undefined> {
  try {
    const answer = await ask();
    return token?.isCancellationRequested === true ? undefined : answer;
  } catch (error) {
    if (token?.isCancellationRequested !== true) void say(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

async function say(message: string): Promise<void> {
  const showLog = 'Show Log';
  if ((await tellError(message, showLog)) === showLog) await vscode.commands.executeCommand('mipsPlan.showLog');
}
