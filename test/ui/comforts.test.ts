import { beforeAll, describe, expect, it } from 'vitest';
import { openPlansForTests } from '../vscode/harness/openPlans.ts';
import { THEMES, type Workbench } from '../vscode/harness/workbench.ts';

/** Looking around in several plans, mending what is alike at once, and what the mouse does: in a real VS Code. */

const HARBOUR = `# Harbour Cardiology
# Kept by the quality officer,
# who asks for every change.
performance_year: 2024
practice: { name: Harbour Cardiology, clinicians: 30 }
submission: { level: group }
special_statuses: [hpsa]
activities:
  - id: IA_EPA_1
    period: 2024-02-01/2024-06-30
    performed_by:   all
    evidence:
      - url: https://example.org/calls
  - id: ia_be_4
    period: 2024-02-01/2024-06-30
    performed_by:   all
  - id: ia_be_6
    period: 2024-06-30/2024-02-01
    performed_by: all
---
performance_year: 2024
practice: { name: Dr. Ann Adams }
submission: { level: individual }
activities:
  - id: IA_BMH_7
    period: 2024-02-01/2024-06-30
`;
const RIVERBEND = `performance_year: 2024
practice: { name: Riverbend Family Medicine, clinicians: 40 }
submission: { level: group }
activities:
  - id: IA_EPA_1
    period: 2024-03-01/2024-06-30
    performed_by: all
`;
const LINES = HARBOUR.split('\n');

const plans = openPlansForTests({ 'harbour.mips.yaml': HARBOUR, 'riverbend.mips.yaml': RIVERBEND }, {
  settings: {
    'mipsPlan.asOfDate': '2024-02-01',
    // Where the mouse is does not matter when the arrows are always there.
    'editor.showFoldingControls': 'always',
    // One test saves.
    'editor.codeActionsOnSave': { 'source.fixAll.mips-plan': 'explicit' },
  },
});
const { goTo } = plans;
let workbench: Workbench;
beforeAll(async () => {
  ({ workbench } = plans);
  await workbench.page.locator('.squiggly-error').first().waitFor();
});

const viewLine = (text: string) => workbench.page.locator('.view-line', { hasText: text }).first();
const menu = () => workbench.page.locator('.action-widget:not(.action-list-submenu-panel)');
const errors = () => workbench.page.locator('.squiggly-error');

/** Chooses from the menu at the light bulb by keyboard. */
async function choose(title: string): Promise<void> {
  await workbench.openCodeActions();
  const focused = menu().locator('.monaco-list-row.focused');
  await expect
    .poll(async () => {
      if ((await focused.innerText()).includes(title)) return true;
      await workbench.page.keyboard.press('ArrowDown');
      return false;
    })
    .toBe(true);
  await workbench.page.keyboard.press('Enter');
  await menu().waitFor({ state: 'hidden' });
}

/** The arrow in the margin beside a line. */
async function clickFoldingArrow(line: string): Promise<void> {
  const arrows = workbench.page.locator('.margin-view-overlays .codicon-folding-expanded, .margin-view-overlays .codicon-folding-collapsed');
  // VS Code finds out what can be folded a moment after the text is there, and draws the arrows anew.
  await expect
    .poll(async () => {
      const shown = await viewLine(line).boundingBox();
      const boxes = await arrows.evaluateAll((all) => all.map((arrow) => arrow.getBoundingClientRect().toJSON() as DOMRect));
      const arrow = boxes.find(({ y }) => shown !== null && Math.abs(y - shown.y) < 5);
      if (arrow !== undefined) await workbench.page.mouse.click(arrow.x + arrow.width / 2, arrow.y + arrow.height / 2);
      return arrow !== undefined;
    })
    .toBe(true);
}

describe('Looking around', () => {
  it.each(THEMES)('shows where an activity is used in all plans, in %s', async (theme) => {
    await workbench.useTheme(theme);
    await goTo('id: IA_EPA_1', 'IA_EPA_1');
    await workbench.page.keyboard.press('Shift+F12');
    const tree = workbench.page.locator('.zone-widget .ref-tree');
    await tree.getByText('riverbend.mips.yaml').first().waitFor();
    await tree.getByText('harbour.mips.yaml').first().waitFor();
    await workbench.screenshot(`comforts-references-${theme}`);
    await workbench.page.keyboard.press('Escape');
    await tree.waitFor({ state: 'hidden' });
  });

  it.each(THEMES)('tells about an activity where the mouse rests, in %s', async (theme) => {
    await workbench.useTheme(theme);
    const hover = workbench.page.locator('.monaco-hover:visible', { hasText: 'High-weighted' });
    await workbench.restMouseOn(viewLine('id: IA_EPA_1').getByText('IA_EPA_1'), hover);
    await hover.evaluate((shown) => Promise.allSettled(shown.getAnimations({ subtree: true }).map(({ finished }) => finished)));
    await workbench.screenshot(`comforts-hover-${theme}`);
    await workbench.page.mouse.move(5, 5);
    await hover.waitFor({ state: 'hidden' });
  });

  it.each(THEMES)('describes what is suggested, in %s', async (theme) => {
    await workbench.useTheme(theme);
    await goTo('id: IA_EPA_1', 'IA_EPA_1');
    await workbench.askForSuggestions();
    const details = workbench.page.locator('.suggest-details-container:visible');
    // Once they are shown, VS Code shows them each time.
    if (theme === THEMES[0]) await workbench.page.keyboard.press('Control+Space');
    await details.getByText('weighted').first().waitFor();
    await workbench.screenshot(`comforts-suggestion-${theme}`);
    await workbench.page.keyboard.press('Escape');
  });

  it.each(THEMES)('has an outline with points, and keeps the headings in sight, in %s', async (theme) => {
    await workbench.useTheme(theme);
    if (theme === THEMES[0]) await workbench.runCommand('Explorer: Focus on Outline View');
    const outline = workbench.page.locator('.outline-pane');
    await outline.getByText('Harbour Cardiology, 2024').waitFor();
    await workbench.runCommand('View: Focus Active Editor Group');
    await goTo('url: https', 'url');
    await workbench.screenshot(`comforts-outline-${theme}`);
  });

  it('goes back to dark', () => workbench.useTheme('dark'));
});

describe('By the mouse', () => {
  it('folds comments', async () => {
    await workbench.goTo(1);
    await clickFoldingArrow('# Harbour Cardiology');
    await viewLine('# Kept by').waitFor({ state: 'hidden' });
    await clickFoldingArrow('# Harbour Cardiology');
    await viewLine('# Kept by').waitFor();
  });

  it('folds a plan', async () => {
    await workbench.goTo(LINES.indexOf('---') + 1);
    await clickFoldingArrow('---');
    await viewLine('Dr. Ann Adams').waitFor({ state: 'hidden' });
    await workbench.screenshot('comforts-folded');
    await clickFoldingArrow('---');
    await viewLine('Dr. Ann Adams').waitFor();
  });

  // Where it leads to is the browser's: no test goes out into the web.
  it('offers a link to the web, to be followed with Ctrl and a click', async () => {
    const link = workbench.page.locator('.detected-link', { hasText: 'example.org' });
    const hover = workbench.page.locator('.monaco-hover:visible', { hasText: 'Follow link' });
    await workbench.restMouseOn(link.first(), hover);
    await workbench.page.keyboard.down('Control');
    await workbench.page.locator('.detected-link-active', { hasText: 'example.org' }).waitFor();
    await workbench.page.keyboard.up('Control');
    await workbench.screenshot('comforts-link');
    await workbench.page.mouse.move(5, 5);
    await hover.waitFor({ state: 'hidden' });
  });
});

describe('Mending', () => {
  it('formats only what is selected', async () => {
    await goTo('performed_by:   all', 'performed_by');
    await workbench.page.keyboard.press('Home');
    await workbench.page.keyboard.press('Shift+End');
    await workbench.runCommand('Format Selection');
    await viewLine('performed_by: all').waitFor();
    await expect.poll(() => workbench.page.locator('.view-line', { hasText: /performed_by:\s{3}all/ }).count()).toBe(1);
  });

  it('repairs all of a kind at once', async () => {
    await goTo('ia_be_4', 'ia_be_4');
    await choose('Fix all 2 `unknown-activity` in this file');
    await viewLine('id: IA_BE_4').waitFor();
    await viewLine('id: IA_BE_6').waitFor();
  });

  it('suppresses what is meant to be so', async () => {
    await expect.poll(() => errors().count()).toBe(1);
    await goTo('2024-06-30/2024-02-01', '2024-06-30');
    await choose('Hide `period-reversed` on this line');
    await viewLine('# mips-disable-next-line period-reversed').waitFor();
    await errors().first().waitFor({ state: 'hidden' });
  });

  it('repairs on saving what has one right answer, once that is wished', async () => {
    await workbench.runCommand('File: Revert File');
    await viewLine('id: ia_be_4').waitFor();
    await workbench.goTo(1, LINES[0]?.length ?? 1);
    await workbench.type('.');
    // Once: VS Code drops what it is doing for one save when the next one comes.
    await workbench.page.keyboard.press('Control+S');
    await viewLine('id: IA_BE_4').waitFor();
    await expect.poll(() => plans.folder.read('harbour.mips.yaml')).toContain('  - id: IA_BE_6\n    period: 2024-02-01/2024-06-30\n');
  });
});
