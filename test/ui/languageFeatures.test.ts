import { beforeAll, describe, expect, it } from 'vitest';
import { openPlansForTests } from '../vscode/harness/openPlans.ts';
import { THEMES, type Workbench } from '../vscode/harness/workbench.ts';

/** What helps while a plan is written and read, as a person meets it: by keyboard and mouse, looked at in all themes. */

const PLAN = `performance_year: 2024
practice:
  name: Riverbend Family Medicine
  clinicians: 86
submission:
  level: group
special_statuses: [rural]
activities:
  - id: IA_EPA_1 # high-weighted
    period: 2024-01-15/2024-06-30
    performed_by: 51
    status: completed
    evidence: [evidence/after-hours.txt]
  - id: IA_BE_4
    period: { start: 2024-03-01, end: 2024-03-29 }
    performed_by: 60%
    status: in_progress
  - id: IA_BE_2
  - id: IA_XX_9
`;
const LINES = PLAN.split('\n');

const plans = openPlansForTests(
  { 'riverbend.mips.yaml': PLAN, 'evidence/after-hours.txt': 'Calls', 'evidence/list, final.txt': 'Names', 'evidence/scans/1.txt': '' },
  { settings: { 'mipsPlan.asOfDate': '2024-10-01' } },
);
let workbench: Workbench;
beforeAll(() => {
  ({ workbench } = plans);
});

const line = (text: string) => workbench.page.locator('.view-line', { hasText: text }).first();
const suggestions = () => workbench.page.locator('.suggest-widget.visible');
const suggestion = (label: string) => suggestions().locator('.monaco-list-row', { has: workbench.page.getByText(label, { exact: true }) });
const errors = () => workbench.page.locator('.squiggly-error');
const codeLens = () => workbench.page.locator('.codelens-decoration a');

/** How far two colours `rgb(r, g, b)` are apart, of 765. */
function distance(a: string, b: string): number {
  const [first, second] = [a, b].map((colour) => (colour.match(/\d+/g) ?? []).map(Number));
  return (first ?? []).reduce((sum, channel, index) => sum + Math.abs(channel - (second?.[index] ?? 0)), 0);
}

/** Chooses by keyboard what the list shows. */
async function choose(label: string): Promise<void> {
  await suggestion(label).waitFor();
  await expect
    .poll(async () => {
      if (await suggestion(label).evaluate((row) => row.classList.contains('focused'))) return true;
      await workbench.page.keyboard.press('ArrowDown');
      return false;
    })
    .toBe(true);
  await workbench.page.keyboard.press('Enter');
}

describe('What is shown beside the words', () => {
  it('tells titles, points, days and shares', async () => {
    await line('IA_EPA_1').getByText('40 points').waitFor();
    const textOf = async (text: string) => (await line(text).textContent())?.replaceAll('\u00a0', ' ');
    await expect.poll(() => textOf('performed_by: 51')).toMatch(/performed_by: 51\s*of 86$/);
    await expect.poll(() => textOf('2024-03-29')).toContain('29 days');
  });

  it.each(THEMES)('can be told apart in %s', async (theme) => {
    await workbench.useTheme(theme);
    const look = (text: string): Promise<{ colour: string; weight: string; line: string }> => workbench.page.locator('.view-line span[class*="mtk"]').filter({ hasText: new RegExp(`^${text}$`) }).first()
      .evaluate((span) => {
        const { color, fontWeight, textDecorationLine } = getComputedStyle(span);
        return { colour: color, weight: fontWeight, line: textDecorationLine };
      });
    // The grammar's colours come first, the meaning's a moment later.
    await expect.poll(async () => (await look('IA_EPA_1')).weight).toMatch(/700|bold/);
    await expect.poll(async () => (await look('IA_BE_2')).line).toContain('line-through');
    await expect.poll(async () => (await look('IA_BE_4')).weight).not.toMatch(/700|bold/);
    // As many colours as there are meanings, once all are those of the theme.
    await expect
      .poll(async () => {
        const colours = (await Promise.all(['IA_BE_4', 'IA_XX_9', 'completed', '2024-03-01', 'period'].map(look))).map(({ colour }) => colour);
        return colours.flatMap((colour, index) => colours.slice(index + 1).filter((other) => distance(colour, other) <= 40).map((other) => `${colour} and ${other}`));
      })
      .toEqual([]);
    await workbench.screenshot(`features-plan-${theme}`);
  });

  it('goes back to dark', () => workbench.useTheme('dark'));

  it('opens the score from above the activities', async () => {
    await codeLens().filter({ hasText: '40 of 40 points' }).click();
    const page = await workbench.webviewFrame('Score');
    await expect.poll(() => page.locator('[data-test="points"]').textContent()).toBe('40');
    await workbench.screenshot('features-code-lens');
    await workbench.runCommand('View: Hide Secondary Side Bar');
    await workbench.runCommand('View: Focus Active Editor Group');
  });
});

describe('Where the mouse rests', () => {
  it.each([
    ['a period', '2024-01-15', ['168 days, first and last included.', '184 days of 2024 are left']],
    ['who performed it', '51', ['51 of 86 clinicians: 59.3 %.', '43 of 86']],
    ['the activities', 'activities', ['1 high-weighted × 40 = 40', 'points of the final score']],
    ['a status of the practice', 'rural', ['rural ZIP code', '20 and 40 points']],
    ['an activity', 'IA_EPA_1', ['40 points in this plan', 'Evidence']],
  ])('tells about %s', async (name, text, words) => {
    await workbench.page.mouse.move(5, 5);
    await workbench.page.locator('.monaco-hover:visible').waitFor({ state: 'hidden' });
    const hover = workbench.page.locator('.monaco-hover:visible', { hasText: words[0] ?? '' });
    await workbench.restMouseOn(workbench.page.locator('.view-line span[class*="mtk"]').filter({ hasText: new RegExp(`^${text}$`) }).first(), hover);
    for (const word of words) await expect.poll(() => hover.textContent()).toContain(word);
    await hover.evaluate((shown) => Promise.allSettled(shown.getAnimations({ subtree: true }).map(({ finished }) => finished)));
    await workbench.screenshot(`features-hover-${name.replaceAll(' ', '-')}`);
  });
});

describe('While a plan is written', () => {
  it('offers whole activities and what closes the gap', async () => {
    await workbench.goTo(LINES.indexOf('special_statuses: [rural]') + 1, 1);
    await workbench.page.keyboard.press('Control+Shift+K');
    await codeLens().filter({ hasText: '20 missing' }).waitFor();
    await workbench.goTo(LINES.length - 1, 1);
    await workbench.type('  - ');
    await suggestion('Whole activity').waitFor();
    await expect.poll(async () => (await suggestions().textContent())?.replaceAll('\u00a0', ' ')).toContain('+20, reaches 40');
    await workbench.screenshot('features-completion-activity');
    await choose('Close the gap: IA_BE_25');
    await line('- id: IA_BE_25').waitFor();
    await workbench.screenshot('features-completion-tab-stops');
  });

  it('goes on to the evidence that lies beside the plan', async () => {
    await workbench.page.keyboard.press('Control+End');
    await workbench.askForSuggestions();
    await choose('evidence/');
    await suggestion('list, final.txt').waitFor();
    await workbench.screenshot('features-completion-evidence');
    await choose('list, final.txt');
    await line("- 'evidence/list, final.txt'").waitFor();
  });

  it('offers a comment that hides a finding', async () => {
    const text = '    period: { start: 2024-03-01, end: 2024-03-29 }';
    await workbench.goTo(LINES.indexOf(text), text.length + 1);
    // What was written last is checked.
    await expect.poll(() => errors().count()).toBe(3);
    await workbench.type(' # mips');
    // Whoever types as fast as this has to ask: VS Code waits for the answer to the blank, which is none.
    await expect
      .poll(async () => {
        if (await suggestion('mips-disable-line period-too-short').isVisible()) return true;
        await workbench.page.keyboard.press('Control+Space');
        return false;
      })
      .toBe(true);
    await workbench.screenshot('features-completion-suppression');
    await choose('mips-disable-line period-too-short');
    await line('# mips-disable-line period-too-short').waitFor();
    await expect.poll(() => errors().count()).toBe(2);
  });
});

describe('Links and switches', () => {
  it('open the evidence', async () => {
    await workbench.runCommand('File: Save');
    const link = workbench.page.locator('.detected-link', { hasText: 'after-hours.txt' });
    await expect.poll(() => link.count()).toBeGreaterThan(0);
    await workbench.page.keyboard.down('Control');
    // VS Code draws the line anew as soon as the link is active, so the place is clicked and not the element.
    await expect.poll(async () => {
      const place = await link.first().boundingBox();
      if (place === null) return false;
      await workbench.page.mouse.move(place.x + place.width / 2, place.y + place.height / 2, { steps: 3 });
      return workbench.page.locator('.detected-link-active').first().isVisible();
    }).toBe(true);
    await workbench.page.mouse.down();
    await workbench.page.mouse.up();
    await workbench.page.keyboard.up('Control');
    await workbench.page.locator('.tab.active', { hasText: 'after-hours.txt' }).waitFor();
    await workbench.openFile(plans.folder.file('riverbend.mips.yaml'));
  });

  it('hide what is not wanted, and show it again', async () => {
    await line('IA_EPA_1').getByText('20 points').waitFor();
    workbench.changeSettings({ 'mipsPlan.inlayHints.enabled': false, 'mipsPlan.codeLens.enabled': false });
    await line('IA_EPA_1').getByText('20 points').waitFor({ state: 'hidden' });
    await codeLens().first().waitFor({ state: 'hidden' });
    workbench.changeSettings({ 'mipsPlan.inlayHints.enabled': true, 'mipsPlan.codeLens.enabled': true });
    await line('IA_EPA_1').getByText('20 points').waitFor();
    await codeLens().first().waitFor();
  });
});
