import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildScorePage, ScorePage } from './openScorePage.ts';
import { INDIVIDUAL, LAKESIDE, OWN_PERIODS, snapshotOf } from './states.ts';

let score: ScorePage;
beforeAll(async () => {
  score = await ScorePage.open(await buildScorePage());
});
afterAll(() => score.close());
beforeEach(() => score.begin());

describe('the timeline', () => {
  const words = () => score.page.locator('.timeline .run-name').allInnerTexts();

  it('says in words what it draws', async () => {
    await score.post(snapshotOf(LAKESIDE));
    expect(await words()).toEqual([
      'IA_EPA_1 15 Jan – 30 Jun, 167 days, 90 days needed',
      'IA_BE_4 1 Mar – 30 May, 91 days, 90 days needed',
      'IA_PM_2 15 Oct – 31 Dec, 78 days, 90 days needed, too short: the last day to begin is 3 Oct, no credit',
      'No id yet No period, no credit',
    ]);
    await score.post(snapshotOf(OWN_PERIODS, { version: 2 }, '2024-08-15'));
    expect(await words()).toEqual([
      'IA_BE_4 3 clinicians, 1 Jan – 31 Dec, 90 days needed',
      'IA_PM_2 1 Dec – 1 Mar, ends before it begins, 90 days needed, no credit',
    ]);
  });

  it('knows whether there is still time to begin', async () => {
    const text = 'performance_year: 2024\nsubmission: { level: individual }\nactivities: [{ id: IA_BE_4 }]\n';
    await score.post(snapshotOf(text, {}, '2024-10-03'));
    expect(await words()).toEqual(['IA_BE_4 No period, 90 days needed: begin by 3 Oct']);
    await score.post(snapshotOf(text, { version: 2 }, '2024-10-04'));
    expect(await words()).toEqual(['IA_BE_4 No period, 90 days needed: the last day to begin was 3 Oct']);
  });

  it('puts the days where they are', async () => {
    await score.post(snapshotOf('performance_year: 2023\nsubmission: { level: individual }\nactivities: [{ id: IA_BE_4, period: 2023-07-02/2023-12-31 }]\n', {}, '2023-07-02'));
    const at = async (selector: string) => (await score.page.locator(`.track ${selector}`).evaluate((element) => {
      const [own, track] = [element.getBoundingClientRect(), (element.parentElement as HTMLElement).getBoundingClientRect()];
      return [(own.left + (element.classList.contains('mark') ? own.width / 2 : 0) - track.left) / track.width, own.width / track.width];
    }));
    const [left, width] = await at('.run');
    expect(left).toBeCloseTo(182 / 365, 1);
    expect(width).toBeCloseTo(183 / 365, 1);
    expect((await at('.as-of'))[0]).toBeCloseTo(182 / 365, 1);
    expect((await at('.last-start'))[0]).toBeCloseTo(275 / 365, 1);
  });
});

describe('what to do next', () => {
  it('goes to a finding, and repairs it', async () => {
    await score.post(snapshotOf(LAKESIDE, { version: 4 }));
    const { uri } = snapshotOf(LAKESIDE);
    await score.page.locator('[data-test="finding"][data-code="period-too-short"]').click();
    await score.page.getByRole('button', { name: 'Move the start to 2023-10-03' }).click();
    await expect.poll(() => score.said).toEqual([
      { type: 'showFinding', uri, plan: 0, version: 4, finding: 0 }, { type: 'fixFinding', uri, plan: 0, version: 4, finding: 0, fix: 0 },
    ]);
  });

  it('inserts what would reach 40', async () => {
    await score.post(snapshotOf(LAKESIDE));
    await score.page.locator('[data-test="insert"]').first().click();
    await expect.poll(() => score.said).toMatchObject([{ type: 'apply', plan: 0, changes: [{ kind: 'addActivity', id: expect.stringMatching(/^IA_/) as string }] }]);
  });

  it('lists the evidence, with what is lost and until when to keep it', async () => {
    await score.post(snapshotOf(OWN_PERIODS, {}, '2024-08-15'));
    await score.page.getByText('Keep it until 31 March 2031.').waitFor();
    const row = await score.page.locator('[data-test="evidence"][data-id="IA_BE_4"]').innerText();
    expect(row).toContain('1 of 3 pieces not found');
    expect(row).toContain('gone.pdf (not found)');
    expect(row).toContain('Not secured: it is not completed');
  });

  it('says so where nothing is wrong', async () => {
    const text = 'performance_year: 2024\npractice: { name: A }\nsubmission: { level: individual }\nspecial_statuses: [rural]\nactivities: [{ id: IA_EPA_1, period: 2024-01-01/2024-12-31, status: completed, evidence: [a.pdf] }]\n';
    await score.post(snapshotOf(text));
    await score.page.getByText('Nothing is wrong with this plan.').waitFor();
  });
});

describe('the four steps', () => {
  it('say how far the plan has come', async () => {
    const states = () => score.page.locator('[data-test="step"]').evaluateAll((elements) => elements.map((element) => element.getAttribute('data-state')));
    await score.post(snapshotOf(LAKESIDE));
    expect(await states()).toEqual(['open', 'open', 'open', 'over']);
    await score.post(snapshotOf(INDIVIDUAL, { version: 2 }, '2026-03-20'));
    expect(await states()).toEqual(['done', 'done', 'open', 'open']);
    expect(await score.page.locator('[data-test="step"][data-kind="submission"]').innerText()).toContain('Open now');
    await score.page.getByText('4. Submit').click();
    await score.page.getByText('The submission window is open until 31 March 2026: 11 days left.').waitFor();
  });
});
