import { ok, strictEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';

describe('The extension in VS Code', () => {
  it('is there and belongs to its language', async () => {
    const extension = vscode.extensions.getExtension('mips-plan.mips-plan');
    ok(extension);
    const plan = await vscode.workspace.openTextDocument({ language: 'mips-plan', content: 'practice: Riverbend Family Medicine' });
    strictEqual(plan.languageId, 'mips-plan');
    await vscode.window.showTextDocument(plan);
    await extension.activate();
    ok(extension.isActive);
  });
});
