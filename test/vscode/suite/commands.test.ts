import { deepStrictEqual, ok } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

/** What no menu gives a command, and another extension or a key binding can. */
function oddArguments(folder: vscode.Uri): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['no number', Number.NaN],
    ['an empty text', ''],
    ['markup', '<img src=x onerror="alert(1)">[x](command:workbench.action.quit)$(zap)'],
    ['a path that leads out', '../../../../etc/passwd'],
    ['the address of a plan that is not there', 'file:///gone/gone.mips.yaml'],
    ['a character that no file name can hold', 'a\0b'],
    ['an empty object', {}],
    ['an activity of no shape', { id: 7, year: 'next', kind: ['activity'] }],
    ['an activity that is none', { kind: 'activity', id: '__proto__', year: -1, activity: { id: '"\n- id: x' } }],
    ['a list', [[], [null], { length: 3 }]],
    ['what looks like a URI', { scheme: 'file', path: '/etc/passwd', fsPath: '/etc/passwd' }],
    ['a function', () => { throw new Error('called'); }],
    ['a plan that is not there', vscode.Uri.joinPath(folder, 'gone.mips.yaml')],
    ['a folder', folder],
    ['an address in the web', vscode.Uri.parse('https://example.org/a.mips.yaml')],
    ['an address of no kind', vscode.Uri.parse('nowhere:a')],
  ]);
}

/** Each file below a folder with what it holds. */
function contentsOf(folder: string): readonly (readonly [name: string, hash: string])[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => join(parentPath, name)).sort().map((file) => [file, createHash('sha256').update(readFileSync(file)).digest('hex')] as const);
}

/** Runs a command, and gives up whatever it asks. */
async function run(command: string, argument: unknown): Promise<void> {
  // It may fail while what it asks is given up.
  const running = Promise.resolve(vscode.commands.executeCommand(command, argument)).then(() => 'done' as const, (error: unknown) => ({ error }));
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const result = await Promise.race([running, new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 50))]);
    if (result === 'done') return;
    if (result !== undefined) throw result.error;
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.commands.executeCommand('notifications.clearAll');
  }
  throw new Error('it does not come to an end');
}

describe('A command with any argument', () => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  ok(folder);
  const extension = vscode.extensions.getExtension<unknown>('mips-plan.mips-plan');
  ok(extension);
  const contributed = (extension.packageJSON as Manifest).contributes.commands.map(({ command }) => command);
  let contents: ReturnType<typeof contentsOf>;

  before(async () => {
    await extension.activate();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    contents = contentsOf(folder.uri.fsPath);
  });
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('is one that the package names', async () => {
    const own = (await vscode.commands.getCommands(true)).filter((command) => command.startsWith('mipsPlan.') && contributed.includes(command));
    deepStrictEqual(own.sort(), [...contributed].sort());
  });

  for (const command of contributed) {
    it(`does not fail, and changes nothing: ${command}`, async () => {
      const open = vscode.workspace.textDocuments.map(({ uri }) => uri.toString()).sort();
      for (const [name, argument] of oddArguments(folder.uri)) {
        await run(command, argument).catch((error: unknown) => {
          throw new Error(`with ${name}: ${String(error)}`);
        });
      }
      deepStrictEqual(contentsOf(folder.uri.fsPath), contents);
      ok(!existsSync(join(folder.uri.fsPath, 'gone.mips.yaml')));
      const plans = vscode.workspace.textDocuments.filter(({ uri, languageId }) => languageId === 'mips-plan' && !open.includes(uri.toString()));
      deepStrictEqual(plans.map(({ uri }) => uri.toString()), []);
      deepStrictEqual(vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()), []);
    });
  }

  it('leaves the language server running', async () => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, 'riverbend.mips.yaml'));
    const place = document.positionAt(document.getText().indexOf('IA_EPA_1') + 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, place);
    deepStrictEqual(hovers.length, 1);
  });
});
