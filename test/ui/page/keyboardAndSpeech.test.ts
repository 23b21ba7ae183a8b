import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SnapshotMessage } from '../../../client/view/messages.ts';
import { buildScorePage, ScorePage } from './openScorePage.ts';
import { LAKESIDE, RIVERBEND, SEVERAL, snapshotOf } from './states.ts';

let score: ScorePage;
beforeAll(async () => {
  score = await ScorePage.open(await buildScorePage());
});
afterAll(() => score.close());
beforeEach(() => score.begin());

describe('the keyboard', () => {
  it('reaches everything, and shows where it is', async () => {
    await score.page.setViewportSize({ width: 1200, height: 900 });
    await score.post(snapshotOf(LAKESIDE));
    await score.unfoldAll();
    const expected = await score.page.locator('button:not(:disabled):visible, summary:visible, select:visible, input:visible').count();
    const seen = await score.page.evaluate(() => document.activeElement?.tagName);
    expect(seen).toBe('BODY');
    for (let presses = 0; presses < expected; presses++) {
      await score.page.keyboard.press('Tab');
      const outline = await score.page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        element.dataset['reached'] = '';
        return [getComputedStyle(element).outlineStyle, getComputedStyle(element, '::after').outlineStyle];
      });
      expect(outline).not.toEqual(['none', 'none']);
    }
    expect(await score.page.locator('[data-reached]').count()).toBe(expected);
    await score.page.setViewportSize({ width: 300, height: 900 });
  });
});

describe('the plans of one file', () => {
  const several: SnapshotMessage = snapshotOf(SEVERAL, { uri: 'file:///plans/several.mips.yaml' });

  it('are tabs; the best is shown and marked', async () => {
    await score.post(several);
    const tabs = score.page.getByRole('tab');
    expect(await tabs.count()).toBe(3);
    expect(await score.headings()).toEqual(['Dr. Ann Adams']);
    expect(await score.page.getByRole('tab', { selected: true }).innerText()).toContain('Best');
    expect(await score.page.getByText('Best', { exact: true }).count()).toBe(1);
    await score.page.getByText('the best plan earns 15 points of it, the next 3.75').waitFor();
    expect(await score.page.getByRole('tabpanel').getAttribute('aria-labelledby')).toBe(await score.page.getByRole('tab', { selected: true }).getAttribute('id'));
  });

  it('are chosen by click and by keys, and stay chosen', async () => {
    await score.post(several);
    await score.page.getByRole('tab').first().click();
    expect(await score.headings()).toEqual(['Harbour Cardiology']);
    await score.page.keyboard.press('ArrowUp');
    expect(await score.headings()).toEqual(['Dr. Ben Baker']);
    await score.page.keyboard.press('ArrowDown');
    expect(await score.headings()).toEqual(['Harbour Cardiology']);
    await score.page.keyboard.press('End');
    expect(await score.headings()).toEqual(['Dr. Ben Baker']);
    await score.page.keyboard.press('Home');
    await score.post({ ...several, version: 2 });
    expect(await score.headings()).toEqual(['Harbour Cardiology']);
    expect(await score.page.getByRole('tab', { selected: true }).evaluate((tab) => tab === document.activeElement)).toBe(true);
  });

  it('tell the extension which one an activity is of', async () => {
    await score.post(several);
    await score.page.getByRole('tab').nth(1).click();
    await score.page.locator('[data-test="activity"]').click();
    await expect.poll(() => score.said).toEqual([{ type: 'showActivity', uri: several.uri, plan: 1, activity: 0 }]);
  });
});

describe('the live region', () => {
  it('is one, and polite', async () => {
    await score.post(snapshotOf(RIVERBEND));
    expect(await score.page.locator('[aria-live], [role="status"], [role="alert"], [role="log"]').count()).toBe(1);
    expect(await score.page.locator('[aria-live]').getAttribute('aria-live')).toBe('polite');
  });

  it('says the total once it has come to rest, and nothing on arrival', async () => {
    const now = Date.now();
    await score.page.clock.install({ time: now });
    // Else the time that the test itself takes would count.
    await score.page.clock.pauseAt(now + 60_000);
    await score.post(snapshotOf(RIVERBEND, { uri: 'file:///plans/spoken.mips.yaml' }));
    await score.page.clock.runFor(5_000);
    expect(await score.text('announcement')).toBe('');
    await score.post(snapshotOf(SEVERAL.split('---\n')[0] ?? '', { uri: 'file:///plans/spoken.mips.yaml', version: 2 }));
    await score.page.clock.runFor(500);
    await score.post(snapshotOf(LAKESIDE, { uri: 'file:///plans/spoken.mips.yaml', version: 3 }));
    await score.page.clock.runFor(500);
    expect(await score.text('announcement')).toBe('');
    await score.page.clock.runFor(600);
    expect(await score.text('announcement')).toBe('30 of 40 points, 20 secured.');
    await score.page.clock.resume();
  });
});
