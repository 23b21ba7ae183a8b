import * as vscode from 'vscode';
import type { CarriedOver } from '../../server/src/protocol/carryOver.ts';
import { movedNotes, noteItems, summary, type NoteItem } from './carryOverNotes.ts';
import { inform } from './notifications.ts';
import { planSelector } from './planDocuments.ts';

const SHOW_NOTES = 'mipsPlan.showCarryOverNotes';

/**
 * The plans that were carried over while this window is open, and for each the list of what is to be decided. A lens
 * above the plan and a command bring the list back. Its places move with the text, and saving keeps it.
 */
export class CarriedPlans implements vscode.CodeLensProvider, vscode.Disposable {
  /** By the path, which is the same before and after the plan is saved. */
  readonly #carried = new Map<string, CarriedOver>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: readonly { dispose(): unknown }[];
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor() {
    this.#subscriptions = [
      this.#changed,
      vscode.languages.registerCodeLensProvider(planSelector(), this),
      vscode.commands.registerCommand('mipsPlan.showCarryOverNotes', () => this.#showAgain()),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => this.#move(document, contentChanges)),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Keeps what is to be decided in a new plan, and lists it. */
  add(document: vscode.TextDocument, carried: CarriedOver): void {
    this.#carried.set(document.uri.path, carried);
    this.#changed.fire();
    listNotes(document, carried);
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const carried = this.#carried.get(document.uri.path);
    return carried === undefined ? [] : [new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), { title: summary(carried), command: SHOW_NOTES })];
  }

  #showAgain(): void {
    const document = vscode.window.activeTextEditor?.document;
    const carried = document === undefined ? undefined : this.#carried.get(document.uri.path);
    if (document !== undefined && carried !== undefined) listNotes(document, carried);
    else void inform('This plan has not been carried over since this window was opened. If it was carried over before, its comments say what to decide.');
  }

  #move({ uri }: vscode.TextDocument, changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    const carried = this.#carried.get(uri.path);
    if (carried === undefined) return;
    const moved = changes.map(({ range, text }) => ({ first: range.start.line, last: range.end.line, lines: text.split('\n').length }));
    this.#carried.set(uri.path, { ...carried, notes: movedNotes(carried.notes, moved) });
  }
}

/** What to decide and what was done; moving through the list shows the place of each. */
function listNotes(document: vscode.TextDocument, carried: CarriedOver): void {
  const list = vscode.window.createQuickPick<Omit<NoteItem, 'isHeading'> & vscode.QuickPickItem>();
  list.title = summary(carried);
  list.placeholder = 'Choose one to go to it';
  const { Separator, Default } = vscode.QuickPickItemKind;
  list.items = noteItems(carried).map(({ isHeading, ...item }) => ({ ...item, kind: isHeading ? Separator : Default }));
  list.matchOnDetail = true;
  // A click into the plans is no reason to take the list away.
  list.ignoreFocusOut = true;
  list.onDidChangeActive(([item]) => reveal(document.uri.path, item?.line));
  list.onDidAccept(() => {
    const [item] = list.selectedItems;
    list.hide();
    reveal(document.uri.path, item?.line);
  });
  list.onDidHide(() => list.dispose());
  list.show();
}

function reveal(path: string, line: number | undefined): void {
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.path === path);
  if (editor === undefined || line === undefined) return;
  const start = new vscode.Position(line, 0);
  editor.selection = new vscode.Selection(start, start);
  editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
