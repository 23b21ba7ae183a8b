import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from '../vscode/harness/workbench.ts';
import { ExtensionCopy } from './extensionCopy.ts';
import { LAKESIDE, RIVERBEND, SEVERAL } from './page/states.ts';
import { PlanFolder } from './planFolder.ts';

const root = resolve(import.meta.dirname, '../..');
const SETTINGS = { 'mipsPlan.asOfDate': '2024-08-01', 'explorer.autoReveal': false };

let folder: PlanFolder;
let workbench: Workbench;

/** Beside the activities, and the explorer, which stays in the side bar's page unseen. */
const pane = () => workbench.page.locator('.part.sidebar .pane:visible', { has: workbench.page.locator('.pane-header', { hasText: 'MIPS Plans' }) });
/** What the view says where it has no rows. */
const welcome = () => pane().locator('.welcome-view:visible');
const view = () => pane().locator('.tree-explorer-viewlet-tree-view:visible');
const rows = () => view().getByRole('treeitem');
const shown = () => rows().evaluateAll((all) => all.map((row) => row.querySelector('.monaco-icon-label')?.textContent));
const row = (name: string) => rows().filter({ hasText: name }).first();
/** Types into the filter's input, opened by the button in the view's title. */
async function filter(words: string): Promise<void> {
  await press('Filter Plans…');
  await workbench.page.locator('.quick-input-widget:visible').getByPlaceholder('Riverbend 2024').fill(words);
}

/** Presses a button in the view's title, by its command. VS Code shows them where the mouse or the focus is. */
async function press(name: string): Promise<void> {
  await pane().locator('.pane-header').hover();
  await button(name).click();
}
const button = (name: string) => pane().locator('.pane-header .actions').getByRole('button', { name }).first();

function written(name: string): string {
  return RIVERBEND.replace('Riverbend Family Medicine', name);
}

describe('The plans view', () => {
  beforeAll(async () => {
    folder = new PlanFolder({
      'riverbend.mips.yaml': RIVERBEND,
      'evidence/after-hours-log.pdf': '',
      'clients/lakeside.mips.yaml': LAKESIDE,
      'clients/several.mips.yml': SEVERAL,
      'clients/unreadable.mips.yaml': Buffer.from([0x61, 0xff]).toString('latin1'),
      'node_modules/other/plan.mips.yaml': written('Not Ours'),
    });
    writeFileSync(folder.file('clients/unreadable.mips.yaml'), Buffer.from([0x61, 0xff]));
    workbench = await openWorkbench({ folder: folder.path, extensionDevelopmentPath: root, settings: SETTINGS, width: 1440, height: 810 });
  });
  afterAll(async () => {
    await workbench.close();
    folder.remove();
  });

  it('lists the plans of the workspace by year, with what needs somebody', async () => {
    await workbench.runCommand('MIPS Plan: Show Plans');
    await expect.poll(shown).toEqual([
      '20243 plans',
      'Dr. Ann Adams · Individual40/40 · 0 secured · 1 note · 31 Mar 2025',
      'Harbour Cardiology · Group10/40 · 0 secured · 3 notes · 3 Oct 2024',
      'Riverbend Family Medicine40/40 · 40 secured · 1 note · 31 Mar 2025',
      '20231 plan, 1 with errors',
      'No performance year2 plans, 2 with errors',
    ]);
  });

  it('leaves the score where it is', async () => {
    await workbench.runCommand('MIPS Plan: Show Score');
    await workbench.page.locator('.part.auxiliarybar').getByRole('tab', { name: 'MIPS Plan' }).waitFor();
    expect(await row('Riverbend').isVisible()).toBe(true);
  });

  it('opens a plan at its worst finding', async () => {
    await row('2023').click();
    await row('Lakeside').click();
    await workbench.page.locator('.tab.active', { hasText: 'lakeside.mips.yaml' }).waitFor();
    await workbench.page.locator('.part.statusbar').getByText(/^Ln 7, Col /).waitFor();
  });

  it('says all of a row to a screen reader, and more when the mouse rests on it', async () => {
    await expect.poll(() => row('Harbour').getAttribute('aria-label')).toMatch(/^Harbour Cardiology, 2024, Group\. 10 of 40 points, 0 secured\..* Next: 3 October 2024: last day to begin one more activity of 90 days\./);
    const tooltip = workbench.page.locator('.monaco-hover:visible', { hasText: 'clients/several.mips.yml' });
    await workbench.restMouseOn(row('Harbour').locator('.label-name'), tooltip);
  });

  it('follows what is typed, without saving', async () => {
    await workbench.openFile(folder.file('riverbend.mips.yaml'));
    await workbench.goTo(3, 9);
    await workbench.type('Old ');
    await row('Old Riverbend').waitFor();
    await workbench.runCommand('File: Revert File');
    await row('Old Riverbend').waitFor({ state: 'detached' });
  });

  it('follows files that come, move and go', async () => {
    writeFileSync(folder.file('new.mips.yaml'), written('New Practice'));
    await row('New Practice').waitFor();
    renameSync(folder.file('new.mips.yaml'), folder.file('clients/new.mips.yaml'));
    writeFileSync(folder.file('clients/new.mips.yaml'), written('Newer Practice'));
    await row('Newer Practice').waitFor();
    await expect.poll(() => rows().filter({ hasText: 'Practice' }).count()).toBe(1);
    rmSync(folder.file('clients/new.mips.yaml'));
    await row('Newer Practice').waitFor({ state: 'detached' });
  });

  it('is sorted by what somebody chooses, and says so', async () => {
    await workbench.runCommand('MIPS Plan: Sort Plans by Points, Fewest First');
    await expect.poll(async () => (await shown())[1]).toMatch(/^Harbour/);
    await view().getByText('Sorted by points, fewest first').waitFor();
    await workbench.runCommand('MIPS Plan: Sort Plans by Practice');
    await expect.poll(async () => (await shown())[1]).toMatch(/^Dr\. Ann/);
  });

  it('is filtered while words are typed, in every year', async () => {
    await filter('lakeside');
    await expect.poll(shown).toEqual(['20231 plan, 1 with errors', expect.stringContaining('Lakeside')]);
    await workbench.page.keyboard.press('Enter');
    await view().getByText('“lakeside”: 1 of 6 plans').waitFor();
    await press('Show All Plans');
    await row('Riverbend').waitFor();
  });

  it('shows only what has errors, by a button in its title', async () => {
    await press('Show Only Plans with Errors');
    await row('Riverbend').waitFor({ state: 'detached' });
    await row('unreadable.mips.yaml').waitFor();
    await workbench.screenshots('plans-view-errors');
    await press('Show All Plans');
    await row('Riverbend').waitFor();
  });

  it('says that nothing fits', async () => {
    await filter('nowhere');
    await welcome().getByText('No plan matches the filter.').waitFor();
    await workbench.screenshots('plans-view-nothing-fits');
    await workbench.page.keyboard.press('Escape');
    await row('Riverbend').waitFor();
  });

  it('can be gone through by keyboard', async () => {
    await workbench.runCommand('MIPS Plan: Show Plans');
    await view().locator('.monaco-list:focus').waitFor();
    await workbench.page.keyboard.press('Home');
    for (let press = 0; press < 3; press++) await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.tab.active', { hasText: 'riverbend.mips.yaml' }).waitFor();
  });

  it('finds activities across plans by words of the title', async () => {
    await workbench.page.keyboard.press('Control+T');
    await workbench.page.locator('.quick-input-widget:visible input').first().fill('#IA_BE_4');
    const found = workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Lakeside' });
    await found.first().waitFor();
    await workbench.screenshot('workspace-symbols');
    await found.first().click();
    await workbench.page.locator('.part.statusbar').getByText(/^Ln 6, Col 11/).waitFor();
  });

  it('can be read in each theme', async () => {
    await row('Riverbend').waitFor();
    await workbench.screenshots('plans-view');
  });
});

describe('The plans view without a folder', () => {
  afterAll(async () => {
    await workbench.close();
  });

  it('says how to begin', async () => {
    workbench = await openWorkbench({ extensionDevelopmentPath: root });
    await workbench.runCommand('MIPS Plan: Show Plans');
    await welcome().getByText('Open the folder with your plans').waitFor();
    await workbench.screenshots('plans-view-no-folder');
  });
});

describe('The plans view of 5,000 plans', () => {
  const COUNT = 5000;
  let extension: ExtensionCopy;

  beforeAll(async () => {
    extension = new ExtensionCopy();
    const files = Array.from({ length: COUNT }, (_, index) => [`clients/${Math.floor(index / 100)}/${index}.mips.yaml`, written(`Practice ${index}`)] as const);
    folder = new PlanFolder(Object.fromEntries(files));
    workbench = await openWorkbench({ folder: folder.path, extensionDevelopmentPath: extension.path, settings: SETTINGS });
  });
  afterAll(async () => {
    await workbench.close();
    folder.remove();
    extension.remove();
  });

  it('can be stopped, and goes on', async () => {
    await workbench.runCommand('MIPS Plan: Show Plans');
    await view().getByText(/^Reading plans: /).waitFor();
    extension.pauseServer();
    await press('Stop Reading Plans');
    extension.resumeServer();
    await view().getByText(/^Stopped after [\d,]+ of [\d,]+ plan files/).waitFor();
    await workbench.screenshots('plans-view-stopped');
    await press('Read Plans Again');
    await workbench.screenshot('plans-view-reading');
  });

  it('lists them all while somebody types', async () => {
    await workbench.openFile(folder.file('clients/0/0.mips.yaml'));
    await workbench.goTo(3, 9);
    await workbench.type('Old ');
    await row('2024').filter({ hasText: '5,000 plans' }).waitFor();
    await row('Old Practice 0').waitFor();
    await workbench.screenshot('plans-view-5000');
  });

  it('filters them as somebody types', async () => {
    await filter('practice 4321');
    await expect.poll(shown).toEqual(['20241 plan', expect.stringContaining('Practice 4321')]);
    await workbench.page.keyboard.press('Enter');
  });
});
