import { resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from '../vscode/harness/workbench.ts';
import { answerQuestions } from './newPlanQuestions.ts';
import { RIVERBEND } from './page/states.ts';
import { PlanFolder } from './planFolder.ts';

const root = resolve(import.meta.dirname, '../..');
const LINES = RIVERBEND.split('\n');

let folder: PlanFolder;
let workbench: Workbench;
beforeAll(async () => {
  folder = new PlanFolder({ 'riverbend.mips.yaml': RIVERBEND });
  workbench = await openWorkbench({ folder: folder.path, extensionDevelopmentPath: root });
  await workbench.openFile(folder.file('riverbend.mips.yaml'));
});
afterAll(async () => {
  await workbench.close();
  folder.remove();
});
beforeEach(() => workbench.page.keyboard.press('Escape'));

const linesShown = () => workbench.page.locator('.editor-group-container.active .view-line').evaluateAll((lines) => (lines as HTMLElement[])
  .toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top).map((line) => line.innerText.replaceAll('\u00a0', ' ')));
const statusBar = (text: string) => workbench.page.locator('.part.statusbar').getByText(text, { exact: true });

/** Takes back what was typed. VS Code reads the file for that: what is typed before it has is lost, too. */
async function revert(): Promise<void> {
  await workbench.runCommand('File: Revert File');
  await expect.poll(async () => {
    const shown = await linesShown();
    // Hints stand behind the text.
    return shown.length === LINES.length && LINES.every((line, index) => shown[index]?.startsWith(line));
  }).toBe(true);
}

/** Goes to the end of a line that the plan has once. */
async function goToEndOf(line: string): Promise<number> {
  const index = LINES.indexOf(line);
  await workbench.goTo(index + 1, line.length + 1);
  return index + 1;
}

describe('A plan in the editor', () => {
  beforeEach(revert);

  it('has its own language, and two blanks where Tab is pressed', async () => {
    await statusBar('MIPS Attestation Plan').waitFor();
    await statusBar('Spaces: 2').waitFor();
  });

  it.each([
    ['activities:', 3],
    ['  - id: IA_EPA_1', 5],
    ['    performed_by: 6', 5],
    ['  name: Riverbend Family Medicine', 3],
  ])('goes on after %j and Enter in the right column', async (line, column) => {
    const number = await goToEndOf(line);
    await workbench.page.keyboard.press('Enter');
    await statusBar(`Ln ${number + 1}, Col ${column}`).waitFor();
  });

  it('comments a line out with #', async () => {
    await goToEndOf('    performed_by: 6');
    await workbench.page.keyboard.press('Control+/');
    await workbench.page.locator('.view-line', { hasText: '# performed_by: 6' }).waitFor();
  });

  it('folds by indentation', async () => {
    await goToEndOf('activities:');
    const activity = workbench.page.locator('.view-line', { hasText: 'IA_EPA_1' });
    // VS Code finds out what can be folded a moment after the text has changed.
    await expect
      .poll(async () => {
        await workbench.page.keyboard.press('Control+Shift+BracketLeft');
        return activity.count();
      })
      .toBe(0);
    await workbench.page.keyboard.press('Control+Shift+BracketRight');
    await activity.waitFor();
  });

  it('closes a bracket and a quote that are opened', async () => {
    await goToEndOf('    performed_by: 6');
    await workbench.page.keyboard.press('Enter');
    await workbench.type('evidence: ');
    // VS Code closes what is opened only where it knows the words of the line already.
    await workbench.page.locator('.view-line', { hasText: /evidence:\s*$/, has: workbench.page.getByText('evidence', { exact: true }) }).waitFor();
    await workbench.type('["a');
    await workbench.page.locator('.view-line', { hasText: 'evidence: ["a"]' }).waitFor();
  });
});

/** Opens the command palette on what is looked for. */
async function lookFor(command: string): Promise<void> {
  await workbench.page.keyboard.press('F1');
  await workbench.page.locator('.quick-input-widget:visible input[type="text"]').first().fill(`>${command}`);
  await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: command }).first().waitFor();
}

describe('The command palette', () => {
  it('has every command, with no plan open too', async () => {
    await revert();
    await workbench.runCommand('View: Close All Editors');
    for (const title of ['New Attestation Plan', 'Carry Over to Another Year…', 'Make a Report…', 'Export to QPP JSON…', 'Restart the Checker', 'Show Log', 'Show Plans', 'Show Score']) {
      await lookFor(`MIPS Plan: ${title}`);
      await workbench.page.keyboard.press('Escape');
    }
  });

  it('makes a new plan from "New File…"', async () => {
    await lookFor('Create: New File...');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'MIPS Attestation Plan' }).click();
    await answerQuestions(workbench, 'Harbour Cardiology', '2024', 'Group');
    await statusBar('MIPS Attestation Plan').waitFor();
    await workbench.page.locator('.view-line', { hasText: 'performance_year' }).waitFor();
  });
});
