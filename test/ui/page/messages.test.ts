import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildScorePage, ScorePage } from './openScorePage.ts';
import { LAKESIDE, LONG, RIVERBEND, snapshotOf } from './states.ts';

let files: ReadonlyMap<string, string>;
let score: ScorePage;
beforeAll(async () => {
  files = await buildScorePage();
  score = await ScorePage.open(files);
});
afterAll(() => score.close());
beforeEach(() => score.begin());

describe('the hooks for tests', () => {
  it('hold just the numbers', async () => {
    await score.post(snapshotOf(LAKESIDE));
    expect([await score.text('points'), await score.text('secured-points'), await score.text('contribution')]).toEqual(['30', '20', '11.25']);
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
    expect([await score.text('points'), await score.text('contribution')]).toEqual(['33.33', '16.67']);
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
    expect(await score.text('points')).toBe('40');
    await score.post(snapshotOf(LAKESIDE, { version: 9 }));
    expect(await score.text('points')).toBe('30');
  });

  it('is another plan, whatever its version', async () => {
    await score.post(snapshotOf(RIVERBEND, { version: 8 }));
    await score.post(snapshotOf(LAKESIDE, { version: 1, uri: 'file:///plans/lakeside.mips.yaml', fileName: 'lakeside.mips.yaml' }));
    expect(await score.headings()).toEqual(['Lakeside Health Partners']);
  });

  it('is nothing of another shape', async () => {
    await score.post(snapshotOf(RIVERBEND));
    const broken = snapshotOf(LAKESIDE, { version: 2 }) as unknown as Record<string, unknown>;
    for (const message of [{}, { type: 'snapshot' }, { ...broken, score: { plans: [{}] } }, { ...broken, explanations: 'none' }, { type: 'reload' }]) {
      await score.post(message);
    }
    expect(await score.headings()).toEqual(['Riverbend Family Medicine']);
  });

  it('is never markup', async () => {
    await score.post(snapshotOf(LONG));
    expect(await score.headings()).toEqual([expect.stringContaining('<img src=x onerror=alert(1)>')]);
    expect(await score.page.locator('img').count()).toBe(0);
  });
});

describe('the policy of the page', () => {
  it('lets in no other script, style, picture or connection', async () => {
    const refusing = ['connect-src', 'img-src', 'script-src-elem', 'style-src-attr'];
    const broken = await score.page.evaluate(async (expected) => {
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
      const until = Date.now() + 15_000;
      while (Date.now() < until && !expected.every((directive) => violated.has(directive))) await new Promise((done) => setTimeout(done, 50));
      for (const element of [script, image, holder]) element.remove();
      return { intruded: 'intruded' in window, evaluated, violated: [...violated].sort() };
    }, refusing);
    expect(broken.intruded).toBe(false);
    expect(broken.evaluated).toBe(false);
    expect(broken.violated).toEqual(expect.arrayContaining(refusing));
  });
});
