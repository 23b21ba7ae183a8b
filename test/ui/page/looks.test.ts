import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { THEMES } from '../../vscode/harness/workbench.ts';
import { violationsIn } from './accessibility.ts';
import { buildScorePage, ScorePage } from './openScorePage.ts';
import { LAKESIDE, RIVERBEND, snapshotOf, STATES } from './states.ts';

/** Shows a state, from its beginning. */
async function show(state: string): Promise<void> {
  await score.post({ type: 'noPlan' });
  await score.post(STATES[state] ?? {});
  // It waits before it shows anything.
  if (state === 'loading') await score.page.getByText('Scoring riverbend.mips.yaml…').waitFor();
}

/** What is seen at once is enough of these. */
const LARGE: ReadonlySet<string> = new Set(['long', '400 activities']);

/** A picture of 400 activities in full takes longer than everything else, and nobody looks at the same row so often. */
function picture(state: string, name: string): Promise<void> {
  return score.screenshot(name, { whole: state !== '400 activities' });
}

let score: ScorePage;
beforeAll(async () => {
  score = await ScorePage.open(await buildScorePage());
});
afterAll(() => score.close());

describe.each(THEMES)('in %s', (theme) => {
  it.each(Object.keys(STATES))('%s: nothing that axe-core objects to, nothing cut off', async (name) => {
    await score.useTheme(theme);
    await score.page.setViewportSize({ width: 300, height: 900 });
    await show(name);
    if (!LARGE.has(name)) await score.unfoldAll();
    expect(await violationsIn(score.page)).toEqual([]);
    expect(await score.overflow()).toBe(0);
    await picture(name, `page/${name} ${theme}`);
  });
});

describe.each(THEMES)('what if, in %s', (theme) => {
  it('has nothing that axe-core objects to with both scores', async () => {
    await score.useTheme(theme);
    await score.page.setViewportSize({ width: 300, height: 900 });
    await score.post({ type: 'noPlan' });
    await score.post(snapshotOf(LAKESIDE));
    score.said.length = 0;
    await score.page.getByText('Statuses and categories').click();
    await score.page.getByLabel('Rural').check();
    await expect.poll(() => score.said.filter(({ type }) => type === 'askWhatIf').length).toBeGreaterThan(0);
    const question = score.said.flatMap((message) => (message.type === 'askWhatIf' ? [message.question] : [])).at(-1) ?? 0;
    const [plan] = snapshotOf(LAKESIDE.replace('activities:', 'special_statuses: [rural]\nactivities:')).score.plans;
    await score.post({ type: 'whatIf', question, score: plan ?? {}, refused: [{ change: 0, reason: 'This is written in another place.' }] });
    await score.page.getByText('This is written in another place.').waitFor();
    expect(await violationsIn(score.page)).toEqual([]);
    expect(await score.overflow()).toBe(0);
    await score.screenshot(`page/what if ${theme}`);
  });

  it('has nothing that axe-core objects to in a wide view', async () => {
    await score.useTheme(theme);
    await score.page.setViewportSize({ width: 1200, height: 900 });
    await score.post({ type: 'noPlan' });
    await score.post(snapshotOf(LAKESIDE));
    await score.unfoldAll();
    expect(await violationsIn(score.page)).toEqual([]);
    await score.screenshot(`page/wide ${theme}`);
  });
});

describe('at other sizes', () => {
  it.each([
    ['240 px', 240],
    ['600 px', 600],
    ['1200 px', 1200],
    // A side bar of 480 px at 400 % zoom.
    ['120 px', 120],
  ])('%s: nothing cut off', async (name, width) => {
    await score.useTheme('dark');
    await score.page.setViewportSize({ width, height: 900 });
    for (const state of Object.keys(STATES)) {
      await show(state);
      expect(await score.overflow(), state).toBe(0);
      expect(await violationsIn(score.page), state).toEqual([]);
      await picture(state, `page/${state} at ${name}`);
    }
  });
});

describe('with less motion', () => {
  const moving = (): Promise<number> => score.page.evaluate(() => document.getAnimations().length);

  it.each(['loading', 'checking again', 'below 40'] as const)('%s: nothing moves, by the system’s wish or by VS Code’s setting', async (name) => {
    await score.useTheme('dark');
    await score.page.setViewportSize({ width: 300, height: 900 });
    for (const wish of ['system', 'setting']) {
      await score.page.emulateMedia({ reducedMotion: wish === 'system' ? 'reduce' : 'no-preference' });
      await score.page.evaluate((on) => document.body.classList.toggle('vscode-reduce-motion', on), wish === 'setting');
      await score.post(snapshotOf(RIVERBEND));
      await score.post(STATES[name] ?? {});
      if (name === 'loading') await score.page.getByText('Scoring riverbend.mips.yaml…').waitFor();
      expect(await moving(), wish).toBe(0);
      await score.screenshot(`page/${name} with less motion, ${wish}`);
    }
    await score.page.emulateMedia({ reducedMotion: 'no-preference' });
    await score.page.evaluate(() => document.body.classList.remove('vscode-reduce-motion'));
    if (name === 'below 40') return;
    expect(await moving()).toBeGreaterThan(0);
  });
});

describe('the console', () => {
  it('stayed quiet', () => {
    expect(score.console.filter((line) => !line.startsWith('info') && !line.startsWith('debug'))).toEqual([]);
  });
});
