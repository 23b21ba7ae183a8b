import type { FrameLocator } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from '../vscode/harness/workbench.ts';
import { LAKESIDE, RIVERBEND, SEVERAL } from './page/states.ts';
import { answerQuestions } from './newPlanQuestions.ts';
import { PlanFolder } from './planFolder.ts';

const root = resolve(import.meta.dirname, '../..');

/** One activity that is a few days short. */
const HILLTOP = `performance_year: 2024
practice:
  name: Hilltop Clinic
  clinicians: 12
submission: { level: group }
activities:
  - id: IA_BE_4
    period: 2024-03-01/2024-05-20
    performed_by: 6 # the portal team
`;

let folder: PlanFolder;
let workbench: Workbench;
let view: FrameLocator;
beforeAll(async () => {
  folder = new PlanFolder({
    'lakeside.mips.yaml': LAKESIDE, 'riverbend.mips.yaml': RIVERBEND, 'several.mips.yml': SEVERAL, 'hilltop.mips.yaml': HILLTOP, 'notes.txt': 'Ask Dr. Adams.\n',
  });
  workbench = await openWorkbench({ folder: folder.path, extensionDevelopmentPath: root, settings: { 'mipsPlan.asOfDate': '2024-12-31', 'mipsPlan.inlayHints.enabled': false } });
  await workbench.runCommand('MIPS Plan: Show Score');
});
// Each test finds the view for itself, so that one that fails takes none with it.
beforeEach(async () => {
  if (!(await workbench.page.locator('.part.auxiliarybar').isVisible())) await workbench.runCommand('MIPS Plan: Show Score');
  view = await workbench.webviewFrame('Score');
});
afterAll(async () => {
  await workbench.close();
  folder.remove();
});

const number = (hook: string) => view.locator(`[data-test="${hook}"]`).innerText();
const heading = () => view.locator('h1').innerText();
const statusBar = () => workbench.page.locator('.part.statusbar');

describe('The score view, with no plan open', () => {
  it('is to the side and leaves the explorer where it is', async () => {
    await workbench.page.locator('.part.auxiliarybar').getByRole('tab', { name: 'MIPS Plan' }).waitFor();
    expect(await workbench.page.locator('.explorer-viewlet').isVisible()).toBe(true);
  });

  it('says how to begin, and begins', async () => {
    await expect.poll(heading).toBe('No plan is open');
    await view.getByRole('button', { name: 'New Attestation Plan' }).click();
    await answerQuestions(workbench, 'Harbour Cardiology', '2024', 'Group');
    await statusBar().getByText('MIPS Attestation Plan', { exact: true }).waitFor();
    await expect.poll(heading).toBe('Harbour Cardiology');
    expect(await number('points')).toBe('0');
  });

  it('goes on at the first activity', async () => {
    await workbench.type('IA_EPA_1');
    await view.locator('[data-test="activity"][data-id="IA_EPA_1"]').waitFor();
    await expect.poll(() => view.locator('.submission').innerText()).toBe('2024 · Traditional MIPS · Group');
    await workbench.page.keyboard.press('Escape');
  });
});

/** Opens a plan and waits until the view shows it. */
async function openPlan(name: string, practice: string): Promise<void> {
  await workbench.openFile(folder.file(name));
  await expect.poll(heading).toBe(practice);
}

describe('The score view of a plan', () => {
  it('shows its score', async () => {
    await openPlan('lakeside.mips.yaml', 'Lakeside Health Partners');
    expect([await number('points'), await number('secured-points'), await number('contribution')]).toEqual(['30', '20', '11.25']);
  });

  it('stands beside the findings in the editor', async () => {
    await workbench.page.locator('.squiggly-error').first().waitFor();
  });

  it('moves while the plan is typed', async () => {
    const lines = LAKESIDE.trimEnd().split('\n');
    await workbench.goTo(lines.length, (lines.at(-1)?.length ?? 0) + 1);
    await workbench.page.keyboard.press('Enter');
    await workbench.type('- { id: IA_PM_4');
    await expect.poll(() => number('points')).toBe('40');
    await workbench.page.keyboard.press('Backspace');
    await expect.poll(() => number('points')).toBe('30');
    await workbench.type('3');
    await expect.poll(() => number('points')).toBe('40');
  });

  it.each(['click', 'Enter'])('goes to an activity by %s', async (how) => {
    await openPlan('lakeside.mips.yaml', 'Lakeside Health Partners');
    const activity = view.locator('[data-test="activity"][data-id="IA_BE_4"]');
    if (how === 'click') await activity.click();
    else await activity.press('Enter');
    await statusBar().getByText('Ln 6, Col 5', { exact: true }).waitFor();
    await workbench.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    await workbench.goTo(1);
  });

  it('keeps it while something else has the focus, and goes back to its line from there', async () => {
    await openPlan('lakeside.mips.yaml', 'Lakeside Health Partners');
    await workbench.openFile(folder.file('notes.txt'));
    expect(await heading()).toBe('Lakeside Health Partners');
    await view.locator('[data-test="activity"][data-id="IA_EPA_1"]').click();
    await workbench.page.locator('.tab.active', { hasText: 'lakeside.mips.yaml' }).waitFor();
    await statusBar().getByText('Ln 5, Col 5', { exact: true }).waitFor();
  });

  it('follows the plan that is worked on', async () => {
    await workbench.openFile(folder.file('several.mips.yml'));
    await expect.poll(heading).toBe('Dr. Ann Adams');
    await workbench.openFile(folder.file('riverbend.mips.yaml'));
    await expect.poll(heading).toBe('Riverbend Family Medicine');
  });

  it('is the same after it was hidden', async () => {
    await openPlan('riverbend.mips.yaml', 'Riverbend Family Medicine');
    await workbench.runCommand('View: Toggle Secondary Side Bar Visibility');
    await workbench.page.locator('.part.auxiliarybar').waitFor({ state: 'hidden' });
    await workbench.runCommand('MIPS Plan: Show Score');
    view = await workbench.webviewFrame('Score');
    await expect.poll(heading).toBe('Riverbend Family Medicine');
    expect(await number('points')).toBe('40');
  });

  it('keeps the plan that was chosen, also while hidden', async () => {
    await workbench.openFile(folder.file('several.mips.yml'));
    await view.getByRole('tab', { name: 'Harbour Cardiology' }).click();
    await expect.poll(heading).toBe('Harbour Cardiology');
    await workbench.runCommand('View: Toggle Secondary Side Bar Visibility');
    await workbench.page.locator('.part.auxiliarybar').waitFor({ state: 'hidden' });
    await workbench.runCommand('MIPS Plan: Show Score');
    view = await workbench.webviewFrame('Score');
    await expect.poll(heading).toBe('Harbour Cardiology');
  });

  it('judges anew when a setting changes', async () => {
    await workbench.openFile(folder.file('riverbend.mips.yaml'));
    await expect.poll(() => number('secured-points')).toBe('40');
    workbench.changeSettings({ 'mipsPlan.asOfDate': '2024-02-01' });
    await expect.poll(() => number('secured-points')).toBe('0');
    workbench.changeSettings({ 'mipsPlan.asOfDate': '2024-12-31' });
    await expect.poll(() => number('secured-points')).toBe('40');
  });

  it('has its score beside the language in the status bar', async () => {
    await openPlan('riverbend.mips.yaml', 'Riverbend Family Medicine');
    await workbench.restMouseOn(workbench.page.locator('#status\\.languageStatus'), workbench.page.getByText('MIPS 40/40'));
    await workbench.page.getByText('40 points secured').waitFor();
  });

  it('has it there while the log has the focus', async () => {
    await openPlan('riverbend.mips.yaml', 'Riverbend Family Medicine');
    await workbench.runCommand('MIPS Plan: Show Log');
    await workbench.page.locator('.part.panel .output-view').waitFor();
    await workbench.restMouseOn(workbench.page.locator('#status\\.languageStatus'), workbench.page.getByText('MIPS 40/40'));
    await workbench.runCommand('View: Hide Panel');
    await workbench.openFile(folder.file('riverbend.mips.yaml'));
  });

  it('goes back to the plan before when one is closed', async () => {
    await workbench.openFile(folder.file('several.mips.yml'));
    await view.getByRole('tab', { name: 'Dr. Ann Adams' }).waitFor();
    await openPlan('riverbend.mips.yaml', 'Riverbend Family Medicine');
    await workbench.runCommand('View: Close Editor');
    await view.getByRole('tab', { name: 'Dr. Ann Adams' }).waitFor();
  });
});

describe('What the score view writes into the plan', () => {
  const lines = () => workbench.page.locator('.editor-group-container.active .view-lines').innerText().then((text) => text.replaceAll('\u00A0', ' '));
  const saved = (name: string) => readFileSync(folder.file(name), 'utf8');

  beforeEach(async () => {
    await openPlan('hilltop.mips.yaml', 'Hilltop Clinic');
  });

  it('is a quick fix of the server, after a jump to the finding', async () => {
    await view.locator('[data-test="finding"][data-code="period-too-short"]').click();
    await statusBar().getByText('Ln 8, Col 13', { exact: true }).waitFor();
    await view.locator('[data-test="fix"]', { hasText: 'Extend the end to' }).click();
    await expect.poll(lines).toContain('period: 2024-03-01/2024-05-29');
    await expect.poll(() => number('points')).toBe('10');
  });

  it('is a whole activity where it belongs, with the comments as they were', async () => {
    await view.locator('[data-test="insert"]').first().click();
    await expect.poll(lines).toMatch(/performed_by: 6 # the portal team\n +- id: IA_\w+.*\n +period:.*\n +performed_by:.*\n +evidence:/);
    await expect.poll(() => view.locator('[data-test="activity"]').count()).toBe(2);
  });

  it('is nothing until a what-if is applied, then all of it in one step', async () => {
    const before = await lines();
    await view.locator('[data-test="what-if"] summary', { hasText: 'Statuses and categories' }).click();
    await view.getByLabel('Rural').check();
    await expect.poll(() => number('what-if-points')).not.toBe('–');
    const expected = await number('what-if-points');
    expect(await lines()).toBe(before);
    await view.getByRole('button', { name: 'Apply to the File' }).click();
    await expect.poll(lines).toContain('special_statuses: [rural]');
    await expect.poll(() => number('points')).toBe(expected);
    await workbench.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    await workbench.page.keyboard.press('Control+Z');
    await expect.poll(lines).not.toContain('special_statuses');
    expect(saved('hilltop.mips.yaml')).toBe(HILLTOP);
  });
});

describe('The score beside the plan', () => {
  const panel = (name: string) => workbench.webviewFrame(`Score of ${name}`);

  it('is an editor that follows the plan and leaves the focus in it', async () => {
    await openPlan('riverbend.mips.yaml', 'Riverbend Family Medicine');
    await workbench.runCommand('MIPS Plan: Show Score Beside the Plan');
    const beside = await panel('riverbend.mips.yaml');
    await expect.poll(() => beside.locator('h1').innerText()).toBe('Riverbend Family Medicine');
    await workbench.page.locator('.editor-group-container.active .tab.active', { hasText: 'riverbend.mips.yaml' }).waitFor();
    await openPlan('hilltop.mips.yaml', 'Hilltop Clinic');
    await expect.poll(async () => (await panel('hilltop.mips.yaml')).locator('h1').innerText()).toBe('Hilltop Clinic');
  });

  it('is there again after the window was loaded anew', async () => {
    await openPlan('hilltop.mips.yaml', 'Hilltop Clinic');
    await workbench.runCommand('MIPS Plan: Show Score Beside the Plan');
    await panel('hilltop.mips.yaml');
    await workbench.runCommand('File: Save');
    await workbench.reload();
    await expect.poll(async () => (await panel('hilltop.mips.yaml')).locator('h1').innerText()).toBe('Hilltop Clinic');
    await workbench.page.locator('.tab', { hasText: 'Score of hilltop.mips.yaml' }).getByRole('button', { name: /Close/ }).first().click();
  });
});

describe('The score as text', () => {
  it('says the same in words, is read-only and follows the plan', async () => {
    await openPlan('riverbend.mips.yaml', 'Riverbend Family Medicine');
    await workbench.runCommand('MIPS Plan: Show Score as Text');
    const text = () => workbench.page.locator('.editor-group-container', { has: workbench.page.locator('.tab.active', { hasText: 'riverbend.mips.yaml.score.txt' }) })
      .locator('.view-line').evaluateAll((lines) => (lines as HTMLElement[])
        .toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top).map((line) => line.innerText).join(' ').replaceAll(/\s+/g, ' '));
    await expect.poll(text).toContain('40 of 40 points, 40 of them secured on 31 December 2024.');
    workbench.changeSettings({ 'mipsPlan.asOfDate': '2024-02-01' });
    await expect.poll(text).toContain('40 of 40 points, 0 of them secured on 1 February 2024.');
    workbench.changeSettings({ 'mipsPlan.asOfDate': '2024-12-31' });
    await expect.poll(text).toContain('40 of them secured');
    await workbench.runCommand('View: Close Editor');
  });
});

describe('A text that becomes a plan', () => {
  it('is shown once it has the language', async () => {
    await workbench.runCommand('File: New Untitled Text File');
    await workbench.page.locator('.editor-group-container.active .tab.active', { hasText: 'Untitled' }).waitFor();
    await workbench.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    await workbench.page.keyboard.insertText('performance_year: 2024\npractice: { name: Hilltop }\n');
    await workbench.page.keyboard.press('Control+K');
    await workbench.page.keyboard.press('M');
    await workbench.page.locator('.quick-input-widget:visible input[type="text"]').first().fill('MIPS Attestation Plan');
    await workbench.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'MIPS Attestation Plan' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await expect.poll(heading).toBe('Hilltop');
  });
});
