import { ok, strictEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';

/** Waits until the language server has told VS Code its findings of a document. */
async function findingsOf(uri: vscode.Uri): Promise<readonly vscode.Diagnostic[]> {
  for (;;) {
    const findings = vscode.languages.getDiagnostics(uri);
    if (findings.length > 0) return findings;
    await new Promise<void>((done) => {
      const listener = vscode.languages.onDidChangeDiagnostics(() => {
        listener.dispose();
        done();
      });
    });
  }
}

const codeOf = ({ code }: vscode.Diagnostic): unknown => (typeof code === 'object' ? code.value : code);

async function openSample(name: string): Promise<vscode.TextDocument> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  ok(folder);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  await vscode.window.showTextDocument(document);
  return document;
}

describe('A plan in VS Code', () => {
  it('shows its findings', async () => {
    const document = await openSample('mistakes.mips.yaml');
    const findings = await findingsOf(document.uri);
    ok(findings.map(codeOf).includes('unknown-activity'), findings.map(codeOf).join());
  });

  it('completes an activity by a word of its title', async () => {
    const content = 'performance_year: 2024\nactivities:\n  - id: telehealth';
    const document = await vscode.workspace.openTextDocument({ language: 'mips-plan', content });
    await vscode.window.showTextDocument(document);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.lineAt(2).range.end,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    ok(labels.some((label) => label.includes('IA_EPA_2')), labels.join());
  });

  it('explains an activity when the mouse rests on its id', async () => {
    const document = await openSample('riverbend.mips.yaml');
    const place = document.positionAt(document.getText().indexOf('IA_EPA_1') + 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, place);
    strictEqual(hovers.length, 1);
    const [text] = hovers[0]?.contents ?? [];
    ok(text instanceof vscode.MarkdownString);
    ok(text.value.includes('24/7 Access'), text.value);
  });
});
