import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, THEMES, type Workbench } from '../vscode/harness/workbench.ts';

/**
 * The way that a person goes first: open a sample, see what is found, choose an activity by words of its title, read
 * what it asks, and watch the score move. Its pictures are those of the documentation (docs/images).
 */
const root = resolve(import.meta.dirname, '../..');
const SAMPLE = 'lakeshore-2023.mips.yaml';
const LINES = readFileSync(join(root, 'samples', SAMPLE), 'utf8').trimEnd().split('\n');

let workbench: Workbench;
beforeAll(async () => {
  workbench = await openWorkbench({
    folder: join(root, 'samples'),
    extensionDevelopmentPath: root,
    settings: { 'mipsPlan.asOfDate': '2023-12-31', 'editor.minimap.enabled': false, 'explorer.autoReveal': false },
    width: 1440,
    height: 810,
  });
  await workbench.openFile(join(root, 'samples', SAMPLE));
});
afterAll(async () => {
  await workbench.runCommand('File: Revert File');
  await workbench.close();
});

const points = async (): Promise<string | null> => (await workbench.webviewFrame('Score')).locator('[data-test="points"]').textContent();
const suggestions = () => workbench.page.locator('.suggest-widget.visible');

describe('From the sample to 40 points', () => {
  it('shows the score of the sample beside it', async () => {
    await workbench.runCommand('MIPS Plan: Show Score');
    await expect.poll(points).toBe('30');
  });

  it('offers activities by words of the title, with their points in this plan', async () => {
    await workbench.runCommand('View: Focus Active Editor Group');
    await workbench.goTo(LINES.length, (LINES.at(-1) ?? '').length + 1);
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.press('Home');
    await workbench.page.keyboard.press('Shift+End');
    await workbench.type('  - id: behavioral');
    await suggestions().getByText('IA_BMH_7').first().waitFor();
    await expect.poll(() => suggestions().textContent()).toContain('20 points');
  });

  it.each(THEMES)('can be looked at in %s while something is chosen', async (theme) => {
    await workbench.useTheme(theme);
    await suggestions().getByText('IA_BMH_7').first().waitFor();
    await workbench.screenshot(`spine-completion-${theme}`);
  });

  it('moves the score once it is chosen', async () => {
    await workbench.type(' integrated');
    await suggestions().getByText('IA_BMH_12').waitFor({ state: 'hidden' });
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.view-line', { hasText: 'id: IA_BMH_7' }).waitFor();
    await expect.poll(points).toBe('40');
  });

  it.each(THEMES)('says what the activity asks where the mouse rests, in %s', async (theme) => {
    await workbench.useTheme(theme);
    const hover = workbench.page.locator('.monaco-hover:visible', { hasText: 'Integrated' });
    await workbench.restMouseOn(workbench.page.locator('.view-line', { hasText: 'id: IA_BMH_7' }).getByText('IA_BMH_7'), hover);
    await expect.poll(() => hover.textContent()).toContain('90 days');
    await workbench.screenshot(`spine-hover-${theme}`);
  });
});
