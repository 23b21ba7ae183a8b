import * as vscode from 'vscode';

/** What an input for words says of itself. */
export interface WordsInput {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder: string;
}

/**
 * Asks for words to filter a view by, which works while they are typed.
 * @returns undefined where it was given up
 */
export function askForWords(says: WordsInput, text: string, typed: (text: string) => void): Promise<string | undefined> {
  const input = Object.assign(vscode.window.createInputBox(), says, { value: text });
  return new Promise((resolve) => {
    input.onDidChangeValue(typed);
    input.onDidAccept(() => {
      resolve(input.value);
      input.hide();
    });
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}
