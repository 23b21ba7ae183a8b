import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildScorePage, ScorePage } from './openScorePage.ts';
import { LAKESIDE, RIVERBEND, snapshotOf } from './states.ts';

let score: ScorePage;
beforeAll(async () => {
  score = await ScorePage.open(await buildScorePage());
});
afterAll(() => score.close());
beforeEach(() => score.begin());

describe('what if', () => {
  const asked = () => score.said.filter((message) => message.type === 'askWhatIf');
  const shown = () => Promise.all(['what-if-points', 'what-if-secured', 'what-if-contribution'].map((hook) => score.text(hook)));
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
    expect(await score.text('points')).toBe('30');
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

  it('has the changes again where nothing could be written, and those that were made meanwhile', async () => {
    await unfold('Statuses and categories');
    await score.page.getByLabel('Rural').check();
    await score.page.getByLabel('Quality').check();
    await score.page.getByRole('button', { name: 'Apply to the File' }).click();
    const applied = () => score.said.findLast((message) => message.type === 'apply');
    await expect.poll(applied).toMatchObject({ changes: [{ kind: 'specialStatus' }, { kind: 'reweighting' }] });
    await score.page.getByLabel('Cost').check();
    const question = applied()?.question ?? -1;
    await score.post({ type: 'nothingWritten', question: question - 1 });
    await score.post({ type: 'nothingWritten', question });
    await expect.poll(() => Promise.all(['Rural', 'Quality', 'Cost', 'Takes part in one'].map((label) => score.page.getByLabel(label).isChecked()))).toEqual([true, true, true, false]);
    await expect.poll(() => asked().at(-1)?.changes.length).toBe(3);
  });

  it('lets a number be deleted and typed anew, key by key', async () => {
    await unfold('Activities of the plan');
    const field = score.page.getByLabel('Clinicians who perform IA_PM_2');
    await field.press('End');
    await field.press('Backspace');
    expect(await field.inputValue()).toBe('');
    await field.press('1');
    await field.press('2');
    expect(await field.inputValue()).toBe('12');
    await expect.poll(() => asked().at(-1)?.changes).toEqual([{ kind: 'performedBy', activity: 2, id: 'IA_PM_2', count: 12 }]);
    await field.fill('');
    await field.press('Tab');
    expect(await field.inputValue()).toBe('4');
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

  it.each(['Start Over', 'Apply to the File'])('keeps the keyboard at %s when that is done, and does it once', async (name) => {
    await unfold('Statuses and categories');
    const button = score.page.getByRole('button', { name });
    expect(await button.isDisabled()).toBe(true);
    await score.page.getByLabel('Quality').check();
    expect(await button.isDisabled()).toBe(false);
    await button.press('Enter');
    expect(await score.page.getByLabel('Quality').isChecked()).toBe(false);
    expect(await button.isDisabled()).toBe(true);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await score.page.keyboard.press('Enter');
    await score.page.keyboard.press('Shift+Tab');
    await score.page.keyboard.press('Tab');
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await expect.poll(() => score.said.filter(({ type }) => type === 'apply').length).toBe(name === 'Start Over' ? 0 : 1);
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

  it('asks again when the same text is judged anew, as on another day', async () => {
    await unfold('Statuses and categories');
    await score.page.getByLabel('Takes part in one').check();
    await expect.poll(() => asked().length).toBe(1);
    await score.post(snapshotOf(LAKESIDE, { uri: 'file:///plans/what-if.mips.yaml' }, '2023-06-01'));
    await expect.poll(() => asked().length).toBe(2);
  });

  it('says what cannot be changed', async () => {
    await unfold('Statuses and categories');
    await score.page.getByLabel('Takes part in one').check();
    await expect.poll(() => asked().length).toBe(1);
    await answerWith(LAKESIDE, [{ change: 0, reason: 'This is written in another place of the file.' }]);
    await score.page.getByText('This is written in another place of the file.').waitFor();
  });
});
