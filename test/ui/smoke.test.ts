import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, THEMES, type Workbench } from '../vscode/harness/workbench.ts';

const root = resolve(import.meta.dirname, '../..');

describe('A sample in VS Code', () => {
  let folder: string;
  let workbench: Workbench;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mips-plan-samples-'));
    cpSync(join(root, 'samples'), folder, { recursive: true });
    workbench = await openWorkbench({ folder, extensionDevelopmentPath: root });
  });
  afterAll(async () => {
    await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('opens as a plan, with its score beside it', async () => {
    await workbench.openFile(join(folder, 'riverbend.mips.yaml'));
    await workbench.page.locator('.part.statusbar').getByText('MIPS Attestation Plan', { exact: true }).waitFor();
    await workbench.runCommand('MIPS Plan: Show Score');
    const view = await workbench.webviewFrame('Score');
    await expect.poll(() => view.locator('[data-test="points"]').first().innerText()).toBe('40');
  });

  it.each(THEMES)('shows itself in the theme %s', async (theme) => {
    await workbench.useTheme(theme);
    await workbench.screenshot(`sample-${theme}`);
    const view = await workbench.webviewFrame('Score');
    expect(await view.locator('body').getAttribute('data-vscode-theme-kind')).toBe(
      { dark: 'vscode-dark', light: 'vscode-light', 'hc-dark': 'vscode-high-contrast', 'hc-light': 'vscode-high-contrast-light' }[theme],
    );
  });
});
