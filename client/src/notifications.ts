import * as vscode from 'vscode';
import { letterByLetter } from './letterByLetter.ts';

/** Notifications, letter by letter: what they say may hold words of a plan or the name of a file. */

export function inform(message: string, ...buttons: readonly string[]): Thenable<string | undefined> {
  return vscode.window.showInformationMessage(letterByLetter(message), ...buttons);
}

export function warn(message: string, ...buttons: readonly string[]): Thenable<string | undefined> {
  return vscode.window.showWarningMessage(letterByLetter(message), ...buttons);
}

export function tellError(message: string, ...buttons: readonly string[]): Thenable<string | undefined> {
  return vscode.window.showErrorMessage(letterByLetter(message), ...buttons);
}

/** In the middle of the window, with more words below. */
export function tellErrorAtOnce(message: string, detail: string, ...buttons: readonly string[]): Thenable<string | undefined> {
  return vscode.window.showErrorMessage(letterByLetter(message), { modal: true, detail: letterByLetter(detail) }, ...buttons);
}
