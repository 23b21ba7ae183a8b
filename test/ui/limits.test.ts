import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packagePath } from '../../scripts/packagePath.mjs';
import { installExtension } from '../../scripts/vscode/server.mjs';
import { openWorkbench, type Workbench, type WorkbenchOptions } from '../vscode/harness/workbench.ts';
import { LAKESIDE, RIVERBEND } from './page/states.ts';
import { PlanFolder } from './planFolder.ts';
import { installVirtualFolder, VIRTUAL_FOLDER } from './virtualFolder.ts';

const root = resolve(import.meta.dirname, '../..');

interface Limits {
  readonly untrustedWorkspaces: { readonly description: string };
  readonly virtualWorkspaces: { readonly description: string };
}
const { capabilities } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly capabilities: Limits };

/** Of the package: where a workspace has limits, VS Code knows no extension that is run from its sources. */
let extensionsDir: string;
let workbench: Workbench;
beforeAll(async () => {
  extensionsDir = mkdtempSync(join(tmpdir(), 'mips-plan-extensions-'));
  installExtension(packagePath(root), extensionsDir);
  await installVirtualFolder({ 'riverbend.mips.yaml': RIVERBEND, 'lakeside.mips.yaml': LAKESIDE }, extensionsDir);
});
afterAll(() => {
  rmSync(extensionsDir, { recursive: true, force: true });
});

async function open(options: WorkbenchOptions): Promise<void> {
  // Pages about the workspace stand over the window else.
  const settings = { 'workbench.editor.useModal': 'off', 'editor.minimap.enabled': false, 'mipsPlan.asOfDate': '2024-12-31', ...options.settings };
  workbench = await openWorkbench({ width: 1280, height: 800, ...options, settings, extensionsDir });
}

const extensions = () => workbench.page.locator('.extensions-viewlet');
/** Our row among the extensions. */
const ours = () => extensions().locator('.monaco-list-row:visible', { has: workbench.page.getByText('MIPS Plan', { exact: true }) });
const missingEvidence = () => workbench.page.locator('.squiggly-warning').first();
/** What VS Code says of our limits on our page in its list of extensions. */
const limits = () => workbench.page.locator('.extension-editor .status:visible');

/** In the plan that is open: the score, what is found, what is suggested. */
async function everythingElseWorks(): Promise<void> {
  await workbench.runCommand('MIPS Plan: Show Score');
  const view = await workbench.webviewFrame('Score');
  const points = () => view.locator('[data-test="points"]').first().innerText();
  await expect.poll(points).toBe('40');
  await workbench.goTo(9, 9);
  await workbench.type('X');
  await workbench.page.locator('.squiggly-error').first().waitFor();
  await expect.poll(points).toBe('20');
  await workbench.page.keyboard.press('Backspace');
  await expect.poll(points).toBe('40');
  await workbench.askForSuggestions();
  await workbench.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'IA_' }).first().waitFor();
  await workbench.page.keyboard.press('Escape');
}

describe('Restricted mode', () => {
  it('says what is off, and the rest works; all is on once the folder is trusted', async () => {
    const folder = new PlanFolder({
      'riverbend.mips.yaml': RIVERBEND,
      '.vscode/settings.json': JSON.stringify({ 'mipsPlan.inventoryFiles': ['measures-data.json'] }),
      'measures-data.json': 'not an inventory',
    });
    await open({ folder: folder.path, restricted: true });
    await workbench.openFile(folder.file('riverbend.mips.yaml'));
    await everythingElseWorks();
    await missingEvidence().waitFor();
    const told = workbench.page.locator('#status\\.notifications .codicon-bell-dot');
    expect(await told.count()).toBe(0);

    await workbench.runCommand('Workspaces: Manage Workspace Trust');
    await workbench.page.locator('.workspace-trust-editor').getByText(/^\d+ extensions$/).click();
    await extensions().getByText('Limited in Restricted Mode').waitFor();
    await extensions().locator('.monaco-editor.focused').waitFor();
    await workbench.type(' mips');
    await ours().click();
    await expect.poll(() => limits().innerText()).toContain(capabilities.untrustedWorkspaces.description);
    await workbench.screenshots('restricted mode');

    await workbench.runCommand('Workspaces: Manage Workspace Trust');
    await workbench.page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).click();
    await told.waitFor();
    await workbench.runCommand('Notifications: Show Notifications');
    await workbench.page.locator('.notifications-center .notification-list-item', { hasText: 'measures-data.json' }).waitFor();
    await workbench.close();
    folder.remove();
  });
});

describe('A virtual workspace', () => {
  it('says what is off, and the rest works', async () => {
    await open({ folder: VIRTUAL_FOLDER });
    await workbench.page.locator('.explorer-viewlet').getByRole('treeitem', { name: 'riverbend.mips.yaml' }).dblclick();
    await workbench.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    await everythingElseWorks();
    expect(await missingEvidence().count()).toBe(0);

    await workbench.runCommand('Extensions: Show Installed Extensions');
    await ours().click();
    await expect.poll(() => limits().innerText()).toContain(capabilities.virtualWorkspaces.description);
    await workbench.runCommand('MIPS Plan: Show Plans');
    const plans = workbench.page.locator('.part.sidebar .pane:visible', { has: workbench.page.locator('.pane-header', { hasText: 'MIPS Plans' }) });
    await plans.getByText('Only open plans are listed: no folder here is on this computer.').waitFor();
    await plans.getByRole('treeitem', { name: 'Riverbend Family Medicine' }).waitFor();
    expect(await plans.getByRole('treeitem', { name: 'Lakeside' }).count()).toBe(0);
    await workbench.screenshots('virtual workspace');
    await workbench.close();
  });
});
