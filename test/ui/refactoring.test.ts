import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, THEMES, type Workbench } from '../vscode/harness/workbench.ts';
import { PlanFolder } from './planFolder.ts';

const root = resolve(import.meta.dirname, '../..');

const PLAN = `# Prairie Wind, the plan of the whole group
performance_year: 2025
practice:
  name: Prairie Wind Family Health
  clinicians: 3
submission:
  level: group
special_statuses: [rural]
roster:
  ahmadi:
  bianchi:
  chen:
activities:
  - id: IA_CC_8
    period: 2025-07-01/2025-12-31
    performed_by: 3
  # the eye clinic
  - id: IA_AHE_7
    period: 2025-02-03/2025-06-30
    performed_by: [ahmadi, chen]
    status: completed
    evidence:
      - evidence/eye-exams.csv
  - id: IA_AHE_8 # data on patients
    period: 2025-04-01/2025-08-31
    performed_by: all
    status: in_progress
`;

/** Without a roster, and with weights. */
const HARBOUR = `performance_year: 2024
practice:
  name: Harbour Cardiology
  clinicians: 3
submission:
  level: group
activities:
  - id: IA_BE_4
    period: 2024-03-01/2024-06-30
    performed_by: [dunn, ellis]
  - id: IA_EPA_1 # the night line
    period: 2024-07-01/2024-12-31
    performed_by: [dunn, ferro]
  - id: IA_PM_4
    period: 2024-01-01/2024-06-30
    performed_by: [ellis, ferro]
`;

let folder: PlanFolder;
let workbench: Workbench;
beforeAll(async () => {
  folder = new PlanFolder({ 'prairie-2025.mips.yaml': PLAN, 'harbour-2024.mips.yaml': HARBOUR });
  workbench = await openWorkbench({
    folder: folder.path, extensionDevelopmentPath: root,
    settings: {
      'mipsPlan.asOfDate': '2025-12-31', 'mipsPlan.inlayHints.enabled': false, 'editor.minimap.enabled': false,
      'explorer.autoReveal': false,
    },
    width: 1440, height: 900,
  });
  await workbench.openFile(folder.file('prairie-2025.mips.yaml'));
  // The language server has read the plan.
  await workbench.page.getByText('40 of 40 points').first().waitFor();
});
afterAll(async () => {
  await workbench.runCommand('File: Revert File');
  await workbench.close();
  folder.remove();
});

const lineOf = (text: string): number => PLAN.split('\n').findIndex((line) => line.includes(text)) + 1;
const viewLine = (text: string) => workbench.page.locator('.view-line').filter({ hasText: text });

/** The ids in the order of the lines. */
async function ids(): Promise<string[]> {
  const lines = await viewLine('- id:').evaluateAll((all) => all.map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent })));
  return lines.sort((a, b) => a.top - b.top).map(({ text }) => /IA_\w+/.exec(text)?.[0] ?? '');
}

describe('The light bulb', () => {
  const menu = () => workbench.page.locator('.action-widget:not(.action-list-submenu-panel)');

  /** Chooses an action by keyboard: the arrow keys until it has the focus, then Enter. */
  async function choose(title: string): Promise<void> {
    await menu().getByText(title).waitFor();
    const focused = menu().locator('.monaco-list-row.focused');
    for (let step = 0; step < 20; step++) {
      if (((await focused.textContent()) ?? '').includes(title)) break;
      await workbench.page.keyboard.press('ArrowDown');
    }
    expect(await focused.textContent()).toContain(title);
    await workbench.page.keyboard.press('Enter');
    await menu().waitFor({ state: 'hidden' });
  }

  /** VS Code closes the menu when something is drawn into the text meanwhile. */
  async function openRefactorings(): Promise<void> {
    await expect
      .poll(async () => {
        await workbench.page.keyboard.press('Control+Shift+R');
        return menu().getByText('Sort the activities').first().waitFor({ timeout: 3_000 }).then(() => true, () => false);
      })
      .toBe(true);
  }

  it('rewrites a period, and back', async () => {
    await workbench.goTo(lineOf('2025-07-01'), 14);
    await workbench.openCodeActions();
    await menu().getByText('Write the period as `start`').waitFor();
    await workbench.screenshot('refactoring-period');
    await choose('Write the period as `start`');
    await viewLine('period: { start: 2025-07-01, end: 2025-12-31 }').waitFor();
    await workbench.openCodeActions();
    await choose('Write the period as `START/END`');
    await viewLine('period: 2025-07-01/2025-12-31').waitFor();
  });

  it('names the clinicians behind a number', async () => {
    await workbench.goTo(lineOf('performed_by: 3'), 8);
    await workbench.openCodeActions();
    await choose('Name all 3 clinicians of the roster');
    await viewLine('performed_by: [ahmadi, bianchi, chen]').waitFor();
    await workbench.openCodeActions();
    await choose('Write the 3 names as a number');
    await viewLine('performed_by: 3').waitFor();
  });

  it('counts the names of some', async () => {
    await workbench.goTo(lineOf('[ahmadi, chen]'), 8);
    await workbench.openCodeActions();
    await choose('Write the 2 names as a number');
    await viewLine('performed_by: 2').waitFor();
  });

  it('sorts the activities from the menu of refactorings', async () => {
    await workbench.goTo(lineOf('activities:'), 4);
    await expect.poll(ids).toEqual(['IA_CC_8', 'IA_AHE_7', 'IA_AHE_8']);
    await openRefactorings();
    await choose('Sort the activities by id');
    await expect.poll(ids).toEqual(['IA_AHE_7', 'IA_AHE_8', 'IA_CC_8']);
  });

  it('gives each clinician a plan of its own, below the group’s', async () => {
    await workbench.goTo(lineOf('roster:'), 3);
    await workbench.openCodeActions();
    await choose('Add a separate plan for each of 3 clinicians');
    await workbench.page.keyboard.press('Control+End');
    await viewLine('level: individual').first().waitFor();
    await workbench.screenshot('refactoring-individual-plans');
    await workbench.runCommand('File: Revert File');
  });

  it('sorts by points and by start, comments with their activities', async () => {
    await workbench.openFile(folder.file('harbour-2024.mips.yaml'));
    await workbench.page.getByText('40 of 40 points').first().waitFor();
    await workbench.goTo(HARBOUR.split('\n').indexOf('activities:') + 1, 4);
    await openRefactorings();
    await choose('Sort the activities by points');
    await expect.poll(ids).toEqual(['IA_EPA_1', 'IA_PM_4', 'IA_BE_4']);
    await viewLine('id: IA_EPA_1 # the night line').waitFor();
    await openRefactorings();
    await choose('Sort the activities by start');
    await expect.poll(ids).toEqual(['IA_PM_4', 'IA_BE_4', 'IA_EPA_1']);
  });

  it('makes a roster of the names used', async () => {
    await workbench.openCodeActions();
    await choose('Make a roster of the 3 names used');
    for (const name of ['dunn:', 'ellis:', 'ferro:']) await viewLine(name).waitFor();
    await workbench.screenshot('refactoring-roster');
    await workbench.runCommand('File: Revert File');
    await workbench.openFile(folder.file('prairie-2025.mips.yaml'));
    await workbench.goTo(1);
  });
});

describe('Carrying over', () => {
  const quickInput = () => workbench.page.locator('.quick-input-widget:visible');
  const row = (text: string) => quickInput().locator('.monaco-list-row', { hasText: text });

  it('asks for the year, and shows what is different and what is to be decided', async () => {
    await workbench.runCommand('File: Revert File');
    await workbench.page.getByText('40 of 40 points').first().waitFor();
    await workbench.runAskingCommand('MIPS Plan: Carry Over to Another Year…');
    await row('2026').first().waitFor();
    await workbench.page.keyboard.press('Enter');
    await quickInput().getByText('Carried over to 2026: 3 to decide').waitFor();
    await viewLine('id: IA_BE_27').first().waitFor();
    await row('IA_AHE_8').first().waitFor();
    await workbench.page.mouse.move(700, 880);
  });

  it.each(THEMES)('can be looked at in %s', async (theme) => {
    await workbench.useTheme(theme);
    await quickInput().getByText('Carried over to 2026: 3 to decide').waitFor();
    await workbench.screenshot(`carry-over-${theme}`);
  });

  it('goes to the place of what is chosen', async () => {
    await quickInput().locator('input[type="text"]').first().fill('IA_AHE_8');
    await workbench.page.keyboard.press('Enter');
    await quickInput().waitFor({ state: 'hidden' });
    await workbench.page.locator('.part.statusbar').getByText(`Ln ${lineOf('IA_AHE_8') + 6}, Col 1`, { exact: true }).waitFor();
    await workbench.screenshot('carry-over-chosen');
  });

  it('brings the list back', async () => {
    await workbench.runAskingCommand('MIPS Plan: Show What to Decide After Carrying Over');
    await quickInput().getByText('Carried over to 2026: 3 to decide').waitFor();
    await row('IA_AHE_8').first().waitFor();
    await workbench.page.keyboard.press('Escape');
    await quickInput().waitFor({ state: 'hidden' });
  });

  it('makes a new plan that is not saved, and leaves the old one alone', async () => {
    expect(readFileSync(folder.file('prairie-2025.mips.yaml'), 'utf8')).toBe(PLAN);
    await workbench.page.locator('.tab', { hasText: 'prairie-2026.mips.yaml' }).waitFor();
    await workbench.page.keyboard.press('Control+S');
    const saved = folder.file('prairie-2026.mips.yaml');
    await expect.poll(() => existsSync(saved) && readFileSync(saved, 'utf8')).toContain('performance_year: 2026');
    expect(readFileSync(folder.file('prairie-2025.mips.yaml'), 'utf8')).toBe(PLAN);
  });

  it('keeps the list with the plan that was saved, above it', async () => {
    await workbench.page.locator('.codelens-decoration a', { hasText: 'Carried over to 2026: 3 to decide' }).waitFor();
    await viewLine('# Prairie Wind, the plan').click();
    await workbench.page.keyboard.press('Home');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.part.statusbar').getByText('Ln 2, Col 1', { exact: true }).waitFor();
    await workbench.page.locator('.codelens-decoration a', { hasText: 'Carried over to 2026: 3 to decide' }).click();
    await quickInput().locator('input[type="text"]').first().fill('IA_AHE_8');
    await workbench.screenshot('carry-over-again');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.part.statusbar').getByText(`Ln ${lineOf('IA_AHE_8') + 7}, Col 1`, { exact: true }).waitFor();
    await workbench.runCommand('File: Revert File');
  });

  it('says so where there is no plan', async () => {
    await expect
      .poll(async () => {
        await workbench.runCommand('View: Close All Editors');
        return workbench.page.locator('.editor-group-container .tab').count();
      })
      .toBe(0);
    await workbench.runCommand('MIPS Plan: Carry Over to Another Year…');
    await workbench.runCommand('Notifications: Show Notifications');
    await workbench.page.locator('.notifications-center').getByText('First open the plan that is to be carried over').waitFor();
  });
});
