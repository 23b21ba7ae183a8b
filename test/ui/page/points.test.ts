import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildScorePage, ScorePage } from './openScorePage.ts';
import { INDIVIDUAL, LAKESIDE, RIVERBEND, snapshotOf } from './states.ts';

let score: ScorePage;
beforeAll(async () => {
  score = await ScorePage.open(await buildScorePage());
});
afterAll(() => score.close());
beforeEach(() => score.begin());

describe('the reasons', () => {
  it('stand beside an activity that earns nothing', async () => {
    await score.post(snapshotOf(LAKESIDE));
    const denied = await score.page.getByRole('row').filter({ has: score.page.locator('[data-id="IA_PM_2"]') }).innerText();
    expect(denied).toContain('No credit');
    expect(denied).toContain('Runs 78 days');
    expect(denied).toContain('Performed by 4 of 40');
  });

  it('unfold, and stay open while the score changes', async () => {
    await score.post(snapshotOf(RIVERBEND));
    await score.page.getByText('How this is worked out').click();
    await score.page.getByText('already doubled (small practice, rural)').waitFor();
    await score.post(snapshotOf(RIVERBEND.replace('performed_by: 6', 'performed_by: 7'), { version: 2 }));
    expect(await score.page.getByText('already doubled (small practice, rural)').isVisible()).toBe(true);
  });
});

describe('the gauge', () => {
  it('has the meaning of meters', async () => {
    await score.post(snapshotOf(LAKESIDE));
    const meters = await score.page.getByRole('meter').evaluateAll((elements) =>
      elements.map((element) => [element.getAttribute('aria-label'), (element as HTMLMeterElement).value, (element as HTMLMeterElement).max]),
    );
    expect(meters).toEqual([['Planned points', 30, 40], ['Secured points', 20, 40]]);
  });

  it('is drawn to scale', async () => {
    await score.page.emulateMedia({ reducedMotion: 'reduce' });
    await score.post(snapshotOf(LAKESIDE));
    const [bar, planned, secured] = await Promise.all(
      ['.bar', '.bar > .planned', '.bar > .secured'].map(async (selector) => (await score.page.locator(selector).boundingBox())?.width ?? 0),
    );
    expect((planned ?? 0) / (bar ?? 1)).toBeCloseTo(0.75, 1);
    expect((secured ?? 0) / (bar ?? 1)).toBeCloseTo(0.5, 1);
  });

  it('stands still where motion is not wanted', async () => {
    await score.post(snapshotOf(LAKESIDE));
    const duration = () => score.page.locator('.bar > .planned').evaluate((element) => getComputedStyle(element).transitionDuration);
    await score.page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await duration()).toBe('0.15s');
    await score.page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await duration()).toBe('0s');
    await score.page.emulateMedia({ reducedMotion: 'no-preference' });
    await score.page.evaluate(() => document.body.classList.add('vscode-reduce-motion'));
    expect(await duration()).toBe('0s');
    await score.page.evaluate(() => document.body.classList.remove('vscode-reduce-motion'));
  });
});

describe('the table of activities', () => {
  const ids = () => score.page.locator('[data-test="activity"]').evaluateAll((elements) => elements.map((element) => element.getAttribute('data-id')));
  const inPlan = ['IA_EPA_1', 'IA_BE_4', 'IA_PM_2', 'IA_CC_1', ''];
  beforeEach(async () => {
    await score.page.setViewportSize({ width: 1200, height: 900 });
    return () => score.page.setViewportSize({ width: 300, height: 900 });
  });

  it('has a row for each, with words for everything', async () => {
    await score.post(snapshotOf(LAKESIDE));
    const rows = await score.page.getByRole('table', { name: 'Activities' }).getByRole('row').evaluateAll((elements) =>
      elements.map((element) => [...element.children].map((cell) => (cell as HTMLElement).innerText.split('\n')[0]?.trim() ?? '')),
    );
    expect(rows.slice(0, 3)).toEqual([
      ['Activity', 'Points', 'Weight', 'Status', 'Clinicians', 'Period', 'Evidence'],
      ['IA_EPA_1', '20', 'High', 'Secured', '30 of 40 (75\u00A0%)', '15\u00A0Jan\u00A0– 30\u00A0Jun', '1 piece'],
      ['IA_BE_4', '10', 'Medium', 'Planned', '50 %', '1\u00A0Mar\u00A0– 30\u00A0May', 'None'],
    ]);
  });

  it('is sorted by each column, by mouse and by keys, and says so', async () => {
    await score.post(snapshotOf(LAKESIDE));
    const head = score.page.getByRole('columnheader', { name: 'Points' });
    expect(await ids()).toEqual(inPlan);
    expect(await head.getAttribute('aria-sort')).toBe('none');
    await head.getByRole('button').click();
    expect([await head.getAttribute('aria-sort'), (await ids())[0]]).toEqual(['descending', 'IA_EPA_1']);
    await head.getByRole('button').press('Enter');
    expect([await head.getAttribute('aria-sort'), (await ids()).at(-1)]).toEqual(['ascending', 'IA_EPA_1']);
    await score.page.keyboard.press('Space');
    expect([await head.getAttribute('aria-sort'), await ids()]).toEqual(['none', inPlan]);
  });

  it('stays sorted while the plan is typed', async () => {
    await score.post(snapshotOf(LAKESIDE));
    await score.page.getByRole('columnheader', { name: 'Activity' }).getByRole('button').click();
    expect(await ids()).toEqual(['IA_BE_4', 'IA_CC_1', 'IA_EPA_1', 'IA_PM_2', '']);
    await score.post(snapshotOf(LAKESIDE.replace('id: IA_BE_4', 'id: IA_PM_4'), { version: 2 }));
    expect(await ids()).toEqual(['IA_CC_1', 'IA_EPA_1', 'IA_PM_2', 'IA_PM_4', '']);
  });

  it('is cards in a narrow view, sorted by a list, and still a table to who cannot see', async () => {
    await score.page.setViewportSize({ width: 240, height: 900 });
    await score.post(snapshotOf(LAKESIDE));
    expect(await score.page.getByRole('table', { name: 'Activities' }).getByRole('columnheader').count()).toBe(0);
    expect(await score.page.getByRole('table', { name: 'Activities' }).getByRole('row').count()).toBe(5);
    await score.page.getByLabel('Sort by').selectOption('Activity');
    expect((await ids())[0]).toBe('IA_BE_4');
    await score.page.getByLabel('Sort by').selectOption('Order of the plan');
    expect(await ids()).toEqual(inPlan);
  });

  it('leaves out the columns that the plan has no use for', async () => {
    await score.post(snapshotOf(INDIVIDUAL));
    expect((await score.page.getByRole('table', { name: 'Activities' }).getByRole('columnheader').allInnerTexts()).map((title) => title.trim())).toEqual(['Activity', 'Points', 'Status', 'Period', 'Evidence']);
  });

  it('has a bar that says what the points are made of', async () => {
    await score.post(snapshotOf(LAKESIDE));
    expect(await score.page.locator('.parts').getAttribute('aria-label')).toBe('20 IA_EPA_1, 10 IA_BE_4: 30 of 40 points.');
    await score.post(snapshotOf(RIVERBEND, { version: 2 }));
    expect(await score.page.locator('.parts').getAttribute('aria-label')).toBe('40 IA_EPA_1, 20 IA_BE_4: 60 points, of which 40 count.');
  });
});

describe('the layout', () => {
  it('does not jump when the numbers change', async () => {
    await score.post(snapshotOf(RIVERBEND.replaceAll('small_practice, rural', ''), { version: 1 }));
    const place = () => score.page.locator('[data-test="activity"]').first().boundingBox();
    const before = await place();
    for (const [version, change] of [[2, 'performed_by: 1'], [3, 'performed_by: 5'], [4, 'performed_by: 12']] as const) {
      await score.post(snapshotOf(RIVERBEND.replaceAll('small_practice, rural', '').replace('performed_by: 6', change), { version }));
      expect((await place())?.y).toBe(before?.y);
    }
  });
});
