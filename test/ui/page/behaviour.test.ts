import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SnapshotMessage } from '../../../client/view/messages.ts';
import { buildScorePage, ScorePage } from './openScorePage.ts';
import { INDIVIDUAL, LAKESIDE, LONG, OWN_PERIODS, RIVERBEND, SEVERAL, snapshotOf } from './states.ts';

let files: ReadonlyMap<string, string>;
let score: ScorePage;
beforeAll(async () => {
  files = await buildScorePage();
  score = await ScorePage.open(files);
});
afterAll(() => score.close());
beforeEach(async () => {
  await score.post({ type: 'noPlan' });
  score.said.length = 0;
});

const text = (hook: string) => score.page.locator(`[data-test="${hook}"]`).textContent();
const headings = () => score.page.locator('h1').allTextContents();

describe('the hooks for tests', () => {
  it('hold just the numbers', async () => {
    await score.post(snapshotOf(LAKESIDE));
    expect([await text('points'), await text('secured-points'), await text('contribution')]).toEqual(['30', '20', '11.25']);
  });

  it('name each activity with its points', async () => {
    await score.post(snapshotOf(LAKESIDE));
    const activities = await score.page
      .locator('[data-test="activity"]')
      .evaluateAll((elements) => elements.map((element) => [element.getAttribute('data-id'), element.getAttribute('data-points')]));
    expect(activities).toEqual([['IA_EPA_1', '20'], ['IA_BE_4', '10'], ['IA_PM_2', '0'], ['IA_CC_1', '0'], ['', '0']]);
  });

  it('are not there where there is no number', async () => {
    await score.post(snapshotOf('practice: { name: A }\nactivities: [{ id: IA_BE_4 }]\n'));
    expect(await score.page.locator('[data-test="points"], [data-test="secured-points"], [data-test="contribution"]').count()).toBe(0);
    expect(await score.page.locator('[data-test="activity"]').getAttribute('data-points')).toBe('');
  });

  it('say the points of an assigned score with two decimals at most', async () => {
    const plan = 'performance_year: 2019\npractice: { name: A, clinicians: 9 }\nsubmission: { program: apm_scoring_standard, level: group }\napm: { assigned_points: 33.3333 }\nactivities: []\n';
    await score.post(snapshotOf(plan));
    expect([await text('points'), await text('contribution')]).toEqual(['33.33', '16.67']);
  });
});

describe('what the page says', () => {
  it('is that it is ready, before anything else, while it shows nothing', async () => {
    const fresh = await ScorePage.open(files);
    await expect.poll(() => fresh.said).toEqual([{ type: 'ready' }]);
    expect(await fresh.page.locator('body').innerText()).toBe('');
    await fresh.close();
  });

  it.each(['click', 'Enter', 'Space'])('is which activity to go to, after %s', async (how) => {
    await score.post(snapshotOf(LAKESIDE));
    const activity = score.page.locator('[data-test="activity"][data-id="IA_PM_2"]');
    if (how === 'click') await activity.click();
    else await activity.press(how);
    await expect.poll(() => score.said).toEqual([{ type: 'showActivity', uri: 'file:///plans/riverbend.mips.yaml', plan: 0, activity: 2 }]);
  });

  it.each([
    ['newPlan', { type: 'noPlan' }, 'New Attestation Plan'],
    ['showProblems', snapshotOf(''), 'Show Problems'],
    ['showProblems', snapshotOf('practice: { name: A }\n'), 'Show Problems'],
    ['restartServer', snapshotOf(RIVERBEND, { checking: 'stopped' }), 'Restart'],
    ['showLog', snapshotOf(RIVERBEND, { checking: 'stopped' }), 'Show Log'],
  ] as const)('is %s, by a button', async (action, message, name) => {
    await score.post(message);
    await score.page.getByRole('button', { name, exact: true }).click();
    await expect.poll(() => score.said).toEqual([{ type: 'run', action }]);
  });
});

describe('what the page takes', () => {
  it('is the newest version', async () => {
    await score.post(snapshotOf(RIVERBEND, { version: 8 }));
    await score.post(snapshotOf(LAKESIDE, { version: 7 }));
    expect(await text('points')).toBe('40');
    await score.post(snapshotOf(LAKESIDE, { version: 9 }));
    expect(await text('points')).toBe('30');
  });

  it('is another plan, whatever its version', async () => {
    await score.post(snapshotOf(RIVERBEND, { version: 8 }));
    await score.post(snapshotOf(LAKESIDE, { version: 1, uri: 'file:///plans/lakeside.mips.yaml', fileName: 'lakeside.mips.yaml' }));
    expect(await headings()).toEqual(['Lakeside Health Partners']);
  });

  it('is nothing of another shape', async () => {
    await score.post(snapshotOf(RIVERBEND));
    const broken = snapshotOf(LAKESIDE, { version: 2 }) as unknown as Record<string, unknown>;
    for (const message of [{}, { type: 'snapshot' }, { ...broken, score: { plans: [{}] } }, { ...broken, explanations: 'none' }, { type: 'reload' }]) {
      await score.post(message);
    }
    expect(await headings()).toEqual(['Riverbend Family Medicine']);
  });

  it('is never markup', async () => {
    await score.post(snapshotOf(LONG));
    expect(await headings()).toEqual([expect.stringContaining('<img src=x onerror=alert(1)>')]);
    expect(await score.page.locator('img').count()).toBe(0);
  });
});

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

describe('what if', () => {
  const asked = () => score.said.filter((message) => message.type === 'askWhatIf');
  const shown = () => Promise.all(['what-if-points', 'what-if-secured', 'what-if-contribution'].map(text));
  const unfold = (label: string) => score.page.locator('[data-test="what-if"] summary', { hasText: label }).click();

  /** As the extension answers: with the score of the plan that has the changes. */
  async function answerWith(changed: string, refused: readonly { readonly change: number; readonly reason: string }[] = []): Promise<void> {
    const question = asked().at(-1)?.question ?? -1;
    const [plan] = snapshotOf(changed).score.plans;
    if (plan === undefined) throw new Error('no plan');
    await score.post({ type: 'whatIf', question, score: plan, refused });
  }

  beforeEach(async () => {
    await score.post(snapshotOf(LAKESIDE, { uri: 'file:///plans/what-if.mips.yaml' }));
  });

  it('has both scores side by side, and changes nothing unasked', async () => {
    expect(await shown()).toEqual(['–', '–', '–']);
    await unfold('Statuses and categories');
    await score.page.getByLabel('Rural').check();
    await expect.poll(asked).toMatchObject([{ plan: 0, changes: [{ kind: 'specialStatus', status: 'rural', on: true }] }]);
    await answerWith(LAKESIDE.replace('activities:', 'special_statuses: [rural]\nactivities:'));
    expect(await shown()).toEqual(['40', '40', '15']);
    expect(await text('points')).toBe('30');
    expect(score.said.some(({ type }) => type === 'apply')).toBe(false);
  });

  it('applies all changes at once, when asked', async () => {
    await unfold('Activities of the plan');
    await score.page.getByLabel('Status of IA_EPA_1').selectOption('Dropped');
    await score.page.getByLabel('Clinicians who perform IA_PM_2').fill('20');
    await unfold('Further activities');
    const further = score.page.getByRole('group', { name: 'Further activities' }).getByRole('checkbox').first();
    await further.check();
    await score.page.getByRole('button', { name: 'Apply to the File' }).click();
    await expect.poll(() => score.said.at(-1)).toMatchObject({
      type: 'apply', uri: 'file:///plans/what-if.mips.yaml', plan: 0,
      changes: [
        { kind: 'activityStatus', activity: 0, id: 'IA_EPA_1', status: 'dropped' }, { kind: 'performedBy', activity: 2, id: 'IA_PM_2', count: 20 },
        { kind: 'addActivity' },
      ],
    });
    expect(await score.page.getByRole('button', { name: 'Apply to the File' }).isDisabled()).toBe(true);
    expect(await shown()).toEqual(['–', '–', '–']);
  });

  it('starts over, and takes back what is as it was', async () => {
    await unfold('Statuses and categories');
    await score.page.getByLabel('Quality').check();
    await score.page.getByLabel('Cost').check();
    await score.page.getByLabel('Cost').uncheck();
    await expect.poll(() => asked().at(-1)?.changes).toEqual([{ kind: 'reweighting', category: 'quality', on: true }]);
    await score.page.getByRole('button', { name: 'Start Over' }).click();
    expect(await score.page.getByLabel('Quality').isChecked()).toBe(false);
    await answerWith(LAKESIDE);
    expect(await shown()).toEqual(['–', '–', '–']);
  });

  it('asks again when the file has changed, and shows no answer to an earlier question', async () => {
    await unfold('Statuses and categories');
    await score.page.getByLabel('Takes part in one').check();
    await expect.poll(() => asked().length).toBe(1);
    await answerWith(RIVERBEND);
    await score.post(snapshotOf(LAKESIDE, { uri: 'file:///plans/what-if.mips.yaml', version: 2 }));
    await expect.poll(() => asked().length).toBe(2);
    const [first] = asked();
    await answerWith(LAKESIDE);
    const [plan] = snapshotOf(RIVERBEND).score.plans;
    await score.post({ type: 'whatIf', question: first?.question ?? 0, score: plan ?? {}, refused: [] });
    expect((await shown())[0]).toBe('30');
  });

  it('says what cannot be changed', async () => {
    await unfold('Statuses and categories');
    await score.page.getByLabel('Takes part in one').check();
    await expect.poll(() => asked().length).toBe(1);
    await answerWith(LAKESIDE, [{ change: 0, reason: 'This is written in another place of the file.' }]);
    await score.page.getByText('This is written in another place of the file.').waitFor();
  });
});

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
    expect(await headings()).toEqual(['Dr. Ann Adams']);
    expect(await score.page.getByRole('tab', { selected: true }).innerText()).toContain('Best');
    expect(await score.page.getByText('Best', { exact: true }).count()).toBe(1);
    await score.page.getByText('the best plan earns 15 points of it, the next 3.75').waitFor();
    expect(await score.page.getByRole('tabpanel').getAttribute('aria-labelledby')).toBe(await score.page.getByRole('tab', { selected: true }).getAttribute('id'));
  });

  it('are chosen by click and by keys, and stay chosen', async () => {
    await score.post(several);
    await score.page.getByRole('tab').first().click();
    expect(await headings()).toEqual(['Harbour Cardiology']);
    await score.page.keyboard.press('ArrowUp');
    expect(await headings()).toEqual(['Dr. Ben Baker']);
    await score.page.keyboard.press('ArrowDown');
    expect(await headings()).toEqual(['Harbour Cardiology']);
    await score.page.keyboard.press('End');
    expect(await headings()).toEqual(['Dr. Ben Baker']);
    await score.page.keyboard.press('Home');
    await score.post({ ...several, version: 2 });
    expect(await headings()).toEqual(['Harbour Cardiology']);
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
    await score.page.clock.install();
    await score.post(snapshotOf(RIVERBEND, { uri: 'file:///plans/spoken.mips.yaml' }));
    await score.page.clock.runFor(5_000);
    expect(await text('announcement')).toBe('');
    await score.post(snapshotOf(SEVERAL.split('---\n')[0] ?? '', { uri: 'file:///plans/spoken.mips.yaml', version: 2 }));
    await score.page.clock.runFor(500);
    await score.post(snapshotOf(LAKESIDE, { uri: 'file:///plans/spoken.mips.yaml', version: 3 }));
    await score.page.clock.runFor(500);
    expect(await text('announcement')).toBe('');
    await score.page.clock.runFor(600);
    expect(await text('announcement')).toBe('30 of 40 points, 20 secured.');
    await score.page.clock.resume();
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

describe('the policy of the page', () => {
  it('lets in no other script, style, picture or connection', async () => {
    const broken = await score.page.evaluate(async () => {
      const violated = new Set<string>();
      document.addEventListener('securitypolicyviolation', (event) => violated.add(event.effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'window.intruded = true';
      const image = document.createElement('img');
      image.src = 'https://example.org/x.png';
      const holder = document.createElement('div');
      holder.innerHTML = '<p style="color: red">x</p>';
      document.body.append(script, image, holder);
      await fetch('https://example.org').catch(() => undefined);
      // In a task of its own: the debugger that runs this function may evaluate text, the page may not.
      const evaluated = await new Promise<boolean>((done) => {
        setTimeout(() => {
          try {
            // Asked for on purpose: it must not work.
            // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
            new Function('return 1')();
            done(true);
          } catch {
            done(false);
          }
        });
      });
      await new Promise((done) => setTimeout(done, 200));
      for (const element of [script, image, holder]) element.remove();
      return { intruded: 'intruded' in window, evaluated, violated: [...violated].sort() };
    });
    expect(broken.intruded).toBe(false);
    expect(broken.evaluated).toBe(false);
    expect(broken.violated).toEqual(expect.arrayContaining(['connect-src', 'img-src', 'script-src-elem', 'style-src-attr']));
  });
});
