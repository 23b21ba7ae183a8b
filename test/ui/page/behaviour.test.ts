import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SnapshotMessage } from '../../../client/view/messages.ts';
import { buildScorePage, ScorePage } from './openScorePage.ts';
import { LAKESIDE, LONG, RIVERBEND, SEVERAL, snapshotOf } from './states.ts';

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
    const denied = await score.page.locator('[data-id="IA_PM_2"]').innerText();
    expect(denied).toContain('No credit');
    expect(denied).toContain('Runs 78 days');
    expect(denied).toContain('Performed by 4 of 40');
  });

  it('unfold, and stay open while the score changes', async () => {
    await score.post(snapshotOf(RIVERBEND));
    await score.page.getByText('How this is worked out').click();
    await score.page.getByText('doubled for small practice and rural').waitFor();
    await score.post(snapshotOf(RIVERBEND.replace('performed_by: 6', 'performed_by: 7'), { version: 2 }));
    expect(await score.page.getByText('doubled for small practice and rural').isVisible()).toBe(true);
  });
});

describe('the gauge', () => {
  it('has the meaning of meters', async () => {
    await score.post(snapshotOf(LAKESIDE));
    const meters = await score.page.getByRole('meter').evaluateAll((elements) =>
      elements.map((element) => [element.getAttribute('aria-label'), (element as HTMLMeterElement).value, (element as HTMLMeterElement).max]),
    );
    expect(meters).toEqual([['Points if the plan is carried out', 30, 40], ['Points secured', 20, 40]]);
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

describe('the plans of one file', () => {
  const several: SnapshotMessage = snapshotOf(SEVERAL, { uri: 'file:///plans/several.mips.yaml' });

  it('are tabs; the best is shown and marked', async () => {
    await score.post(several);
    const tabs = score.page.getByRole('tab');
    expect(await tabs.count()).toBe(3);
    expect(await headings()).toEqual(['Dr. Ann Adams']);
    expect(await score.page.getByRole('tab', { selected: true }).innerText()).toContain('Best');
    expect(await score.page.getByText('Best').count()).toBe(1);
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
