import { ok, strictEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';

describe('The extension in VS Code', () => {
  it('is there and belongs to its language', () => {
    const extension = vscode.extensions.getExtension('mips-plan.mips-plan');
    ok(extension);
    strictEqual(extension.packageJSON.name, 'mips-plan');
  });
});
