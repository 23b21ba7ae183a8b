import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, THEMES, type Workbench } from '../vscode/harness/workbench.ts';
import { answerQuestions } from './newPlanQuestions.ts';
import { PlanFolder } from './planFolder.ts';

const root = resolve(import.meta.dirname, '../..');

let folder: PlanFolder;
let workbench: Workbench;
beforeAll(async () => {
  folder = new PlanFolder({ 'empty.mips.yaml': '', 'second.mips.yaml': '' });
  workbench = await openWorkbench({ folder: folder.path, extensionDevelopmentPath: root, width: 1900 });
});
afterAll(async () => {
  await workbench.close();
  folder.remove();
});

const question = () => workbench.page.locator('.quick-input-widget:visible');
const input = () => question().locator('.quick-input-box input');
const title = (text: string) => question().getByText(`New Attestation Plan (${text})`).waitFor();
const tabs = () => workbench.page.locator('.tabs-container .tab').count();
const status = (text: string) => workbench.page.locator('.part.statusbar').getByText(text, { exact: true });
const lines = async () => (await workbench.page.locator('.editor-group-container.active .view-lines').innerText()).replaceAll('\u00a0', ' ');

describe('A new plan', () => {
  it('takes no empty name, and goes back to what was answered', async () => {
    await workbench.runAskingCommand('MIPS Plan: New Attestation Plan');
    await title('1/3');
    await workbench.page.keyboard.press('Enter');
    await question().getByText('Write the name of the practice.').waitFor();
    await input().fill('Elm Street');
    await workbench.page.keyboard.press('Enter');
    await title('2/3');
    await question().getByRole('button', { name: 'Back' }).click();
    await title('1/3');
    await expect.poll(() => input().inputValue()).toBe('Elm Street');
  });

  it('has questions that look well in each theme', async () => {
    await input().fill('');
    await workbench.page.keyboard.press('Enter');
    await question().getByText('Write the name of the practice.').waitFor();
    await workbench.screenshots('new plan question 1');
    await input().fill('Elm Street');
    await workbench.page.keyboard.press('Enter');
    await title('2/3');
    await workbench.screenshots('new plan question 2');
    await question().locator('.monaco-list-row', { hasText: '2024' }).click();
    await title('3/3');
    await workbench.screenshots('new plan question 3');
  });

  it('is forgotten by Escape', async () => {
    await title('3/3');
    await workbench.page.keyboard.press('Escape');
    await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    expect(await tabs()).toBe(0);
  });

  it('is there with its cursor at the first activity', async () => {
    await workbench.runAskingCommand('MIPS Plan: New Attestation Plan');
    await answerQuestions(workbench, 'Elm Street', '2024', 'Virtual group');
    await status('Ln 10, Col 9').waitFor();
    await expect.poll(lines).toMatch(/performance_year: 2024\n[^]*name: "Elm Street"[^]*level: virtual_group[^]*activities:[^]*- id:/);
    await workbench.page.locator('.suggest-widget.visible').waitFor();
    await workbench.screenshot('new plan');
    await workbench.page.keyboard.press('Escape');
    await workbench.runCommand('View: Revert and Close Editor');
  });
});

describe('An empty plan', () => {
  it('offers the questions, and fills itself in', async () => {
    await workbench.openFile(folder.file('empty.mips.yaml'));
    await workbench.page.locator('.codelens-decoration', { hasText: 'Begin a plan: answer three questions' }).locator('a').click();
    await answerQuestions(workbench, 'Oak Lane', '2025', 'Individual');
    await status('Ln 9, Col 9').waitFor();
    await workbench.page.locator('.tab.active', { hasText: 'empty.mips.yaml' }).waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.runCommand('View: Revert and Close Editor');
  });

  it('takes all at once by completion, from one answer to the next by Tab', async () => {
    await workbench.openFile(folder.file('second.mips.yaml'));
    await workbench.askForSuggestions();
    await workbench.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'New plan' }).click();
    await workbench.page.locator('.view-line', { hasText: 'performance_year' }).waitFor();
    for (const answer of ['2024', 'Harbour Cardiology', '20']) {
      await workbench.type(answer);
      await workbench.page.keyboard.press('Tab');
    }
    await expect.poll(lines).toMatch(/performance_year: 2024\n[^]*name: Harbour Cardiology\n[^]*clinicians: 20\n/);
    await workbench.page.keyboard.press('Escape');
    await workbench.page.keyboard.press('Escape');
    await workbench.runCommand('View: Revert and Close Editor');
  });
});

describe('The walkthrough', () => {
  it.each(THEMES)('leads through four steps with pictures, in %s', async (theme) => {
    await workbench.useTheme(theme);
    if (theme === THEMES[0]) {
      await workbench.runAskingCommand('Welcome: Open Walkthrough...');
      await question().locator('.monaco-list-row', { hasText: 'Begin with MIPS Plan' }).click();
    }
    const steps = workbench.page.locator('.getting-started-step');
    await expect.poll(() => steps.count()).toBe(4);
    for (const [index, step] of ['Make a plan', 'Choose activities', 'Watch the score', 'Report and submit'].entries()) {
      await steps.filter({ hasText: step }).click();
      await workbench.page.locator('.getting-started-step.expanded', { hasText: step }).waitFor();
      const picture = workbench.page.frameLocator('.getting-started-media iframe').frameLocator('#active-frame').locator('svg text').first();
      await picture.waitFor();
      expect(await picture.evaluate((text) => getComputedStyle(text).fill)).not.toBe('none');
      await workbench.screenshot(`walkthrough ${index + 1} ${theme}`);
    }
  });
});
