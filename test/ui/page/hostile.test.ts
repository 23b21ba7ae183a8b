import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE_TEXTS, planOf } from '../../security/hostile.ts';
import { REFUSING, tryToBreakIn } from '../tryToBreakIn.ts';
import { buildScorePage, ScorePage } from './openScorePage.ts';
import { snapshotOf } from './states.ts';

let score: ScorePage;
beforeAll(async () => {
  score = await ScorePage.open(await buildScorePage(), { width: 1200 });
});
afterAll(() => score.close());

/** What the page is made of, whatever it shows. */
const ELEMENTS = /^(main|div|section|header|footer|h[1-4]|p|ul|ol|li|dl|dt|dd|span|b|strong|i|em|code|small|details|summary|button|label|input|select|option|fieldset|legend|meter|table|caption|thead|tbody|tr|th|td|svg|g|path|circle|rect|line|text|script)$/;

/** What does not belong into the page. */
function strangers(): Promise<readonly string[]> {
  return score.page.evaluate((known) => [...document.body.querySelectorAll('*')].flatMap((element) => {
    const names = element.getAttributeNames().filter((name) => /^on|^(href|src|srcdoc|action|formaction|data|http-equiv|xlink:href)$/.test(name));
    const isOwnScript = element.localName === 'script' && element.getAttribute('src')?.endsWith('/main.js') === true && names.join() === 'src';
    // How long a bar is.
    const isPlaced = /^((inline-size|inset-inline-start|block-size|width): -?[\d.e-]+(%|px); ?)*$/.test(element.getAttribute('style') ?? '');
    return new RegExp(known).test(element.localName) && (names.length === 0 || isOwnScript) && isPlaced ? [] : [element.outerHTML.slice(0, 200)];
  }), ELEMENTS.source);
}

describe('Texts that mean no good', () => {
  it.each(HOSTILE_TEXTS.map((text) => [text]))('are letters to the page: %j', async (text) => {
    await score.post({ type: 'noPlan' });
    await score.post(snapshotOf(planOf(text), { fileName: text }));
    await score.page.locator('h1').first().waitFor();
    await score.unfoldAll();
    expect(await strangers()).toEqual([]);
    const shown = await score.page.locator('body').evaluate((body) => body.textContent);
    // The name of the file, as it is in the message.
    expect(shown).toContain(text);
  });

  it('are letters where no server had a look at them', async () => {
    const text = HOSTILE_TEXTS.join(' ');
    const message = JSON.parse(JSON.stringify(snapshotOf(planOf('x'))), (key, value: unknown) => (
      typeof value === 'string' && ['practice', 'id', 'title', 'text', 'source', 'message', 'name', 'fileName'].includes(key) ? text : value
    )) as Record<string, unknown>;
    await score.post({ ...message, version: 2 });
    await score.page.locator('h1', { hasText: '<script>' }).waitFor();
    await score.unfoldAll();
    expect(await strangers()).toEqual([]);
    await score.screenshot('page/hostile');
  });
});

it('The policy of the page refuses every way in and out', async () => {
  const { refused, worked } = await tryToBreakIn(score.page.locator('body'), REFUSING);
  expect(worked).toEqual([]);
  expect(refused).toEqual(expect.arrayContaining(REFUSING));
});
