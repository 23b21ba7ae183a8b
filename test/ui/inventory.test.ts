import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from '../vscode/harness/workbench.ts';
import { PlanFolder } from './planFolder.ts';

const root = resolve(import.meta.dirname, '../..');

const PLAN = `performance_year: 2024
practice:
    name: Elm Street
    clinicians: 12
submission:
    level: group
activities:
    - id: IA_BE_4
      period: 2024-01-15/2024-06-30
      performed_by: all
`;

let folder: PlanFolder;
let workbench: Workbench;
beforeAll(async () => {
  folder = new PlanFolder({ 'elm.mips.yaml': PLAN, 'ash.txt': PLAN.replace('2024', '2023') });
  workbench = await openWorkbench({ folder: folder.path, extensionDevelopmentPath: root, settings: { 'mipsPlan.asOfDate': '2024-12-31' } });
  await workbench.openFile(folder.file('elm.mips.yaml'));
  await workbench.runCommand('MIPS Plan: Show Activities');
});
afterAll(async () => {
  await workbench.close();
  folder.remove();
});

const pane = () => workbench.page.locator('.pane', { has: workbench.page.locator('.pane-header[aria-label*="Activities"]') });
const rows = () => pane().locator('.monaco-list-row');
const row = (text: string | RegExp) => rows().filter({ hasText: text });
const description = () => pane().locator('.pane-header .description').innerText();
const quickInput = () => workbench.page.locator('.quick-input-widget:visible');
const status = (text: string) => workbench.page.locator('.part.statusbar').getByText(text, { exact: true });
const text = () => workbench.page.locator('.editor-group-container.active .view-lines').innerText();
const preview = () => workbench.page.locator('.tab', { hasText: 'Preview' });

async function search(words: string): Promise<void> {
  await workbench.runAskingCommand('MIPS Plan: Search Activities…');
  await quickInput().getByText('Search Activities', { exact: true }).waitFor();
  await quickInput().locator('.quick-input-box input').fill(words);
  await workbench.page.keyboard.press('Enter');
  await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

describe('The activities view', () => {
  it('lists the year of the plan by subcategory, and says what the plan has', async () => {
    await row('Beneficiary Engagement').waitFor();
    await expect.poll(description).toBe('2024');
    await expect.poll(() => rows().count()).toBe(9);
    const group = row('Beneficiary Engagement');
    await expect.poll(() => group.getAttribute('aria-label')).toMatch(/^Beneficiary Engagement, \d+ activities, 1 in the plan$/);
    const words = group.locator('.label-description');
    expect(await words.innerText()).toMatch(/^\d+ · ✓ 1$/);
    // All of it is seen.
    expect(await words.evaluate((element) => element.getBoundingClientRect().right <= (element.closest('.monaco-icon-label')?.getBoundingClientRect().right ?? 0))).toBe(true);
    await row('Beneficiary Engagement').click();
    const own = row('IA_BE_4');
    await own.waitFor();
    expect(await own.getAttribute('aria-label')).toMatch(/^IA_BE_4, Engagement of patients .*, medium-weighted, 10 points, in the plan$/);
    expect(await own.locator('.codicon-check').count()).toBe(1);
  });

  it('looks well in each theme', async () => {
    await workbench.screenshots('inventory');
  });

  it('looks for words while they are typed', async () => {
    await search('telehealth');
    await expect.poll(description).toBe('2024 · “telehealth”');
    await row(/telehealth/i).first().waitFor();
    await expect.poll(() => rows().filter({ hasText: /IA_/, hasNotText: /telehealth/i }).count()).toBe(0);
    await search('zebra');
    await pane().getByText('No activity of this year matches the filter.').waitFor();
    await workbench.screenshots('inventory nothing found');
    await pane().locator('.monaco-button', { hasText: 'Show All Activities' }).click();
    await expect.poll(description).toBe('2024');
  });

  it('leaves out what the plan has, and all but some weights', async () => {
    await workbench.runAskingCommand('MIPS Plan: Filter Activities…');
    for (const label of ['Not in the plan', 'High-weighted']) await quickInput().locator('.monaco-list-row', { hasText: label }).click();
    await workbench.screenshots('inventory filter');
    await quickInput().getByRole('button', { name: 'OK' }).click();
    await expect.poll(description).toBe('2024 · high · not in the plan');
    await row('high · ').first().waitFor();
    await expect.poll(() => row('IA_BE_4').count()).toBe(0);
    await expect.poll(() => rows().filter({ hasText: /IA_/, hasNotText: 'high · ' }).count()).toBe(0);
    await workbench.runCommand('MIPS Plan: Show All Activities');
    await expect.poll(description).toBe('2024');
  });

  it('tells what an activity asks beside the plan', async () => {
    await search('24/7 access');
    await row('IA_EPA_1').click();
    await preview().waitFor();
    await expect.poll(() => preview().innerText()).toContain('IA_EPA_1, 2024');
    await workbench.screenshots('inventory activity');
  });

  it('writes a whole activity into the plan, in its own indentation, and asks for the period', async () => {
    await row('IA_EPA_1').hover();
    await row('IA_EPA_1').getByRole('button', { name: 'Insert into the Plan' }).click();
    await status('Ln 12, Col 14').waitFor();
    expect(await workbench.page.locator('.tab', { hasText: 'elm.mips.yaml' }).count()).toBe(1);
    await expect.poll(async () => (await text()).replaceAll('\u00a0', ' ')).toMatch(/ {4}- id: IA_EPA_1[^\n]*\n {6}period:[^\n]*\n {6}performed_by:[^\n]*\n {6}evidence:/);
    await row('IA_EPA_1').locator('.codicon-check').waitFor();
    await workbench.screenshot('inventory inserted');
    await workbench.page.keyboard.press('Escape');
  });

  it('gives an activity to the plan by dragging, behind the others wherever it is dropped', async () => {
    await search('glycemic management');
    // The rows stand where they stay.
    await expect.poll(description).toBe('2024 · “glycemic management”');
    await row('IA_EPA_1').waitFor({ state: 'detached' });
    const [from, to] = [await row('IA_PM_4').boundingBox(), await workbench.page.locator('.editor-group-container.active .view-line', { hasText: 'Elm Street' }).boundingBox()];
    if (from === null || to === null) throw new Error('Nothing to drag, or nowhere to drop it');
    const { mouse } = workbench.page;
    await mouse.move(from.x + 40, from.y + from.height / 2);
    await mouse.down();
    await mouse.move(from.x + 60, from.y + from.height / 2, { steps: 4 });
    await mouse.move(to.x + 120, to.y + to.height / 2, { steps: 12 });
    await mouse.up();
    await row('IA_PM_4').locator('.codicon-check').waitFor();
    await workbench.runCommand('File: Save');
    await expect.poll(() => folder.read('elm.mips.yaml')).toMatch(/^ {4}- id: IA_EPA_1\n(?: {6}.*\n)+ {4}- id: IA_PM_4\n {6}period: ?\n {6}performed_by: ?\n {6}evidence: ?\n$/m);
    expect(folder.read('elm.mips.yaml').startsWith(PLAN)).toBe(true);
  });

  it('follows a file that becomes a plan where it is open', async () => {
    await workbench.runCommand('MIPS Plan: Show All Activities');
    await workbench.openFile(folder.file('ash.txt'));
    await expect.poll(description).toBe('2024');
    await workbench.runAskingCommand('Change Language Mode');
    await quickInput().getByText('Select Language Mode').or(quickInput().getByPlaceholder('Select Language Mode')).first().waitFor();
    await quickInput().locator('.quick-input-box input').fill('MIPS Attestation Plan');
    await quickInput().locator('.monaco-list-row.focused', { hasText: 'MIPS Attestation Plan' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await expect.poll(description).toBe('2023');
    await row('Beneficiary Engagement').getByText('✓ 1').waitFor();
  });

  it('shows another year', async () => {
    await workbench.runAskingCommand('MIPS Plan: Choose the Year of the Activities…');
    await quickInput().locator('.monaco-list-row', { hasText: '2026' }).click();
    await expect.poll(description).toBe('2026');
    await row('Advancing Health and Wellness').waitFor();
  });
});

describe('Two years', () => {
  it('are compared by two questions', async () => {
    // VS Code's preview is one and keeps what it shows: this one begins with none.
    if ((await preview().count()) > 0) await preview().getByRole('button', { name: /Close/ }).click();
    await preview().waitFor({ state: 'detached' });
    await workbench.runAskingCommand('MIPS Plan: Compare Two Years…');
    await quickInput().locator('.monaco-list-row', { hasText: '2025' }).click();
    await quickInput().getByText('What changed from 2025 to…').or(quickInput().getByPlaceholder('What changed from 2025 to…')).first().waitFor();
    await workbench.screenshots('inventory two years asked');
    await quickInput().locator('.monaco-list-row', { hasText: '2026' }).click();
    await workbench.page.locator('.tab.active', { hasText: '2025 and 2026' }).waitFor();
    const page = await workbench.webviewFrame('Preview 2025 and 2026.md');
    await page.getByRole('heading', { name: 'Renumbered (6)' }).waitFor();
    await workbench.screenshots('inventory two years');
  });
});
