import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from '../vscode/harness/workbench.ts';
import { answerQuestions } from './newPlanQuestions.ts';
import { PlanFolder } from './planFolder.ts';

const root = resolve(import.meta.dirname, '../..');

/** Named after the practice and the year, and saved without a question. */
const PLAN = 'harbour-cardiology-2024.mips.yaml';

let folder: PlanFolder;
let workbench: Workbench;
beforeAll(async () => {
  folder = new PlanFolder({});
  workbench = await openWorkbench({ folder: folder.path, extensionDevelopmentPath: root, settings: { 'mipsPlan.asOfDate': '2024-02-01' } });
});
afterAll(async () => {
  await workbench.close();
  folder.remove();
});

const editorAction = (name: string) => workbench.page.locator('.editor-group-container.active .editor-actions').getByRole('button', { name });
const quickInput = () => workbench.page.locator('.quick-input-widget:visible');
const suggestions = () => workbench.page.locator('.suggest-widget.visible .monaco-list-row');
/** What is said above the activities. */
const lens = () => workbench.page.locator('.codelens-decoration').innerText();
const activities = () => workbench.page.locator('.pane', { has: workbench.page.locator('.pane-header[aria-label*="Activities"]') });

/** Takes what is offered first, from one place to fill in to the next, as somebody does who knows nothing. */
async function takeFirst(): Promise<void> {
  await suggestions().first().waitFor();
  await workbench.page.keyboard.press('Enter');
}

/** The steps of docs/getting-started.md, by nothing but what is to be seen. */
describe('Somebody who sees the product for the first time', () => {
  it('begins in an empty folder', async () => {
    await workbench.page.locator('.activitybar').getByRole('tab', { name: 'MIPS Plans' }).click();
    const begin = workbench.page.locator('.pane-body .monaco-button', { hasText: 'New Attestation Plan' });
    await begin.waitFor();
    await workbench.page.locator('.pane-body').getByText('There is no plan in this folder yet.').waitFor();
    await workbench.screenshots('newcomer 1 empty folder');
    await workbench.useTheme('dark');
    await begin.click();
    await answerQuestions(workbench, 'Harbour Cardiology', '2024', 'Group');
    await workbench.page.locator(`.tab.active[data-resource-name="${PLAN}"]`).waitFor();
    await suggestions().first().waitFor();
    await workbench.screenshot('newcomer 2 new plan');
  });

  it('takes the activity that is offered first', async () => {
    const first = suggestions().first();
    const id = /IA_[A-Z]+_\d+/.exec(await first.innerText())?.[0] ?? '';
    await takeFirst();
    await workbench.page.locator('.view-line', { hasText: id }).waitFor();
    await workbench.screenshot('newcomer 3 first activity');
    await workbench.page.keyboard.press('Escape');
    await workbench.page.keyboard.press('Escape');
  });

  describe('sees the score and what is missing', () => {
    let view: FrameLocator;
    beforeEach(async () => {
      await editorAction('Show Score').click();
      view = await workbench.webviewFrame('Score');
    });
    const points = () => view.locator('[data-test="points"]').innerText();

    it('beside the plan', async () => {
      await expect.poll(points).toBe('20');
      await expect.poll(lens).toMatch(/^20 of 40 points/);
      await workbench.screenshot('newcomer 4 score');
    });

    it('reaches 40 by the activities beside it', async () => {
      await activities().locator('.monaco-list-row', { hasText: 'Expanded Practice Access' }).click();
      const row = activities().locator('.monaco-list-row', { hasText: 'IA_EPA_1' });
      await row.hover();
      await row.getByRole('button', { name: 'Insert into the Plan' }).click();
      await expect.poll(points).toBe('40');
      await expect.poll(lens).toMatch(/^40 of 40 points/);
      await workbench.page.keyboard.press('Escape');
      await workbench.screenshot('newcomer 5 at 40');
    });

    it('goes to what is wrong by a click', async () => {
      await view.locator('[data-test="finding"][data-code="missing-key"]', { hasText: 'clinicians' }).click();
      await workbench.page.locator('.part.statusbar').getByText(/^Ln [1-9], Col /).waitFor();
      await workbench.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
      await workbench.page.keyboard.press('End');
      await workbench.type(' 12');
      await expect.poll(() => view.locator('[data-test="finding"][data-code="missing-key"]').count()).toBe(0);
    });
  });

  it('saves the plan without being asked for a name', async () => {
    await workbench.page.keyboard.press('Control+S');
    await expect.poll(() => existsSync(folder.file(PLAN))).toBe(true);
    await workbench.page.locator('.pane-body .monaco-list-row', { hasText: 'Harbour Cardiology' }).waitFor();
    await workbench.screenshot('newcomer 6 saved');
  });

  it('makes the report', async () => {
    await editorAction('More Actions...').click();
    await workbench.page.locator('.context-view .action-item', { hasText: 'Make a Report…' }).click();
    const report = folder.file('harbour-cardiology-2024.report.html');
    await expect.poll(() => quickInput().locator('.quick-input-box input').inputValue()).toBe(report);
    const save = quickInput().getByRole('button', { name: 'OK' });
    // The dialog takes no answer while it reads the folder.
    await expect.poll(async () => {
      if (await save.isVisible()) await save.click({ timeout: 1000 }).catch(() => undefined);
      return existsSync(report);
    }).toBe(true);
    // The file is there a moment before what it holds.
    await expect.poll(() => readFileSync(report, 'utf8')).toMatch(/Harbour Cardiology[^]*40/);
    await workbench.screenshot('newcomer 7 report');
  });
});
