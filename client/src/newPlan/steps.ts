import * as vscode from 'vscode';

export const BACK = Symbol('back');

/** An answer, a step back, or undefined where somebody gave up. */
export type Answer<T> = T | typeof BACK | undefined;

export interface Step {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

interface TextQuestion extends Step {
  readonly value: string;
  readonly prompt: string;
  readonly placeholder: string;
  /** Why it is no answer. */
  readonly problemOf: (text: string) => string | undefined;
}

/** Asks for a text; one that is no answer is not taken. */
export function askForText({ problemOf, ...question }: TextQuestion): Promise<Answer<string>> {
  const input = Object.assign(vscode.window.createInputBox(), question);
  return asked(input, (answer) => {
    input.onDidChangeValue((text) => {
      // Who has not begun to write is not told that something is missing.
      input.validationMessage = text === '' ? undefined : problemOf(text);
    });
    input.onDidAccept(() => {
      input.validationMessage = problemOf(input.value);
      if (input.validationMessage === undefined) answer(input.value.trim());
    });
  });
}

interface ChoiceQuestion<T> extends Step {
  readonly placeholder: string;
  readonly items: readonly (vscode.QuickPickItem & { readonly value: T })[];
  /** What is chosen already. */
  readonly value: T;
}

/** Asks for one of several. */
export function askForChoice<T>({ items, value, ...question }: ChoiceQuestion<T>): Promise<Answer<T>> {
  const pick = Object.assign(vscode.window.createQuickPick<vscode.QuickPickItem & { readonly value: T }>(), question);
  pick.items = items;
  pick.matchOnDescription = true;
  pick.activeItems = items.filter((item) => item.value === value);
  return asked(pick, (answer) => {
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      if (item !== undefined) answer(item.value);
    });
  });
}

function asked<T>(input: vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem & { readonly value: T }>, listen: (answer: (value: T) => void) => void): Promise<Answer<T>> {
  // A look at another window is no reason to lose the answers.
  input.ignoreFocusOut = true;
  if ((input.step ?? 1) > 1) input.buttons = [vscode.QuickInputButtons.Back];
  return new Promise((resolve) => {
    const end = (answer: Answer<T>): void => {
      resolve(answer);
      input.hide();
    };
    listen(end);
    input.onDidTriggerButton((button) => {
      if (button === vscode.QuickInputButtons.Back) end(BACK);
    });
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}
