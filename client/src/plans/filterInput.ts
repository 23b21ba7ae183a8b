import * as vscode from 'vscode';

/**
 * Asks for the words of a filter, which works while it is typed.
 * @returns undefined where it was given up
 */
export function askForFilter(text: string, typed: (text: string) => void): Promise<string | undefined> {
  const input = vscode.window.createInputBox();
  input.title = 'Filter Plans';
  input.prompt = 'Words of the practice, the path or the year. Leave it empty to see all plans.';
  input.placeholder = 'Riverbend 2024';
  input.value = text;
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
