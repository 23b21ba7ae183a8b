import { beforeAll, describe, expect, it } from 'vitest';
import { openPlansForTests } from '../vscode/harness/openPlans.ts';
import { THEMES, type Workbench } from '../vscode/harness/workbench.ts';

/** Finding one's way in a plan, and mending it in one go, by the keys that people know from other files. */

const PLAN = `performance_year: 2024
practice:
  name: Riverbend Family Medicine
submission:
  level: group
roster:
  adams: { name: Dr. Ann Adams }
  baker:
  chen:
activities:
  - id: IA_EPA_1
    period: &spring 2024-03-01/2024-06-30
    performed_by: [adams, baker]
  - id: ia_be_4
    period: *spring
    performed_by:   [adams,chen]
  - id: IA_PM_4
    period: 2024-06-30/2024-01-01
    performed_by: all
`;

const plans = openPlansForTests({ 'riverbend.mips.yaml': PLAN }, { settings: { 'mipsPlan.asOfDate': '2024-02-01' } });
const { goTo } = plans;
let workbench: Workbench;
beforeAll(async () => {
  ({ workbench } = plans);
  await workbench.page.locator('.squiggly-error').first().waitFor();
});

const viewLine = (text: string) => workbench.page.locator('.view-line', { hasText: text }).first();
const statusBar = (text: string) => workbench.page.locator('.part.statusbar').getByText(text, { exact: true });
const rows = () => workbench.page.locator('.quick-input-list .monaco-list-row');
/** How many characters the status bar says are selected; none where it says nothing of it. */
const selectedCharacters = async () => Number(/\((\d+) selected\)/.exec(await workbench.page.locator('.part.statusbar').innerText())?.[1] ?? 0);

/** Looks for something in the list that is open, until the list would go to it. */
async function lookFor(words: string, found: string): Promise<void> {
  await workbench.page.locator('.quick-input-widget:visible input[type="text"]').first().fill(words);
  await rows().and(workbench.page.locator('.focused')).filter({ hasText: found }).waitFor();
}

const actions = () => workbench.page.locator('.action-widget .monaco-list-row.action');

describe('The way through a plan', () => {
  it('leads to its parts by Go to Symbol, with points and status', async () => {
    await workbench.page.keyboard.press('Control+Shift+O');
    await rows().filter({ hasText: 'IA_EPA_1' }).first().waitFor();
    await workbench.screenshot('wayfinding-symbols');
    await lookFor('@PM_4', 'IA_PM_4');
    await workbench.page.keyboard.press('Enter');
    await statusBar('Ln 17, Col 9').waitFor();
  });

  it('leads to an activity by Go to Symbol in Workspace, by words of its title', async () => {
    await workbench.page.keyboard.press('Control+T');
    await lookFor('#24/7 access', 'IA_EPA_1');
    await workbench.screenshot('wayfinding-workspace-symbols');
    await workbench.page.keyboard.press('Enter');
    await statusBar('Ln 11, Col 9').waitFor();
  });

  it('leads from a name to the roster', async () => {
    await goTo('performed_by: [adams, baker]', 'adams');
    await workbench.page.keyboard.press('F12');
    await statusBar('Ln 7, Col 3').waitFor();
  });

  it('leads from an alias to its anchor', async () => {
    await goTo('*spring', 'spring');
    await workbench.page.keyboard.press('F12');
    await expect.poll(() => workbench.page.locator('.part.statusbar').innerText()).toContain('Ln 12');
  });

  it('shows who performed what, by the references of a name', async () => {
    await goTo('adams: {', 'adams');
    await workbench.page.keyboard.press('Shift+F12');
    const references = workbench.page.locator('.zone-widget .ref-tree .monaco-list-row .reference, .zone-widget .ref-tree .monaco-list-row');
    await expect.poll(() => references.count()).toBeGreaterThan(2);
    await workbench.screenshot('wayfinding-references');
    await workbench.page.keyboard.press('Escape');
    await workbench.page.locator('.zone-widget .ref-tree').waitFor({ state: 'hidden' });
  });

  it('marks each place of the name that the cursor is in', async () => {
    await goTo('performed_by: [adams, baker]', 'adams');
    await expect.poll(() => workbench.page.locator('.wordHighlight, .wordHighlightStrong, .wordHighlightText').count()).toBe(3);
  });

  it('selects more and more: the name, the list, the line, the keys of the activity', async () => {
    await goTo('performed_by: [adams, baker]', 'adams');
    const selected: number[] = [];
    for (const _ of [1, 2, 3, 4]) {
      const before = selected.at(-1) ?? 0;
      await workbench.page.keyboard.press('Shift+Alt+ArrowRight');
      await expect.poll(selectedCharacters).toBeGreaterThan(before);
      selected.push(await selectedCharacters());
    }
    expect(selected.slice(0, 3)).toEqual(['adams', '[adams, baker]', 'performed_by: [adams, baker]'].map((text) => text.length));
    expect(selected[3]).toBeGreaterThan(selected[2] ?? 0);
  });

  it('folds to its headings', async () => {
    await workbench.runCommand('Fold All');
    await expect.poll(() => viewLine('IA_BE_4').or(viewLine('baker:')).count()).toBe(0);
    await workbench.screenshot('wayfinding-folded');
    await workbench.runCommand('Unfold All');
    await viewLine('baker:').waitFor();
  });
});

describe('A plan mended', () => {
  it.each(THEMES)('offers what repairs a finding, the right one first, in %s', async (theme) => {
    await workbench.useTheme(theme);
    await goTo('ia_be_4', 'ia_be_4');
    await workbench.openCodeActions();
    expect(await actions().first().innerText()).toContain('IA_BE_4');
    expect(await actions().last().innerText()).toContain('Hide');
    await workbench.screenshot(`wayfinding-quick-fix-${theme}`);
  });

  it('is repaired by the first of them', async () => {
    await goTo('ia_be_4', 'ia_be_4');
    await workbench.openCodeActions();
    await workbench.page.keyboard.press('Enter');
    await viewLine('id: IA_BE_4').waitFor();
    // What is wrong now is known again.
    await expect.poll(() => workbench.page.locator('.squiggly-error').count()).toBe(1);
  });

  it('is repaired as a whole, where there is one right answer', async () => {
    // VS Code gives it up where it looks for light bulbs meanwhile.
    await expect
      .poll(async () => {
        await workbench.runCommand('Fix All');
        return viewLine('2024-01-01/2024-06-30').waitFor({ timeout: 3_000 }).then(() => true, () => false);
      })
      .toBe(true);
  });

  it('renames a clinician wherever the name stands', async () => {
    await goTo('adams: {', 'adams');
    await workbench.page.keyboard.press('F2');
    await workbench.page.locator('.rename-box input').waitFor();
    await workbench.page.locator('.rename-box input').fill('ann');
    await workbench.page.keyboard.press('Enter');
    await viewLine('ann: {').waitFor();
    await viewLine('[ann, baker]').waitFor();
    await viewLine('[ann,chen]').waitFor();
  });

  it('is formatted, and nothing else of it changes', async () => {
    await workbench.runCommand('Format Document');
    await viewLine('performed_by: [ann, chen]').waitFor();
    await workbench.runCommand('File: Save');
    await expect
      .poll(() => plans.folder.read('riverbend.mips.yaml'))
      .toBe(
        PLAN.replaceAll('adams', 'ann').replace('ia_be_4', 'IA_BE_4').replace('  [ann,chen]', '[ann, chen]').replace('2024-06-30/2024-01-01', '2024-01-01/2024-06-30'),
      );
  });
});
