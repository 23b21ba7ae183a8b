import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from '../vscode/harness/workbench.ts';
import { violationsInWebview } from './page/accessibility.ts';
import { LAKESIDE, SEVERAL } from './page/states.ts';
import themes from './page/themes.json' with { type: 'json' };
import { PlanFolder } from './planFolder.ts';

/** The score inside VS Code for everybody: in each theme, to assistive technology, by keyboard alone. */
const root = resolve(import.meta.dirname, '../..');

/** All that the page takes from the theme. */
const STYLE = readdirSync(resolve(root, 'client/view/style')).map((name) => readFileSync(resolve(root, 'client/view/style', name), 'utf8')).join('');
const COLOURS: readonly string[] = [...new Set(STYLE.match(/--vscode-[a-zA-Z-]+/g) ?? [])];

let folder: PlanFolder;
let workbench: Workbench;
beforeAll(async () => {
  folder = new PlanFolder({
    'lakeside.mips.yaml': LAKESIDE,
    'several.mips.yaml': SEVERAL,
    'unreadable.mips.yaml': `${'['.repeat(70)}\n`,
  });
  workbench = await openWorkbench({ folder: folder.path, extensionDevelopmentPath: root, settings: { 'mipsPlan.asOfDate': '2023-12-31' } });
  await workbench.runCommand('MIPS Plan: Show Score');
});
afterAll(async () => {
  await workbench.close();
  folder.remove();
});

async function open(name: string, headline: string): Promise<FrameLocator> {
  await workbench.openFile(folder.file(name));
  const view = await workbench.webviewFrame('Score');
  await view.getByRole('heading', { name: headline, level: 1, exact: true }).waitFor();
  return view;
}

/** A picture in each theme, and nothing in any that axe-core objects to. */
async function looksWell(name: string, view: FrameLocator, background = 'sideBar-background'): Promise<void> {
  await workbench.screenshots(name, async (theme) => expect(await violationsInWebview(view, background), theme).toEqual([]));
}

describe('The score view in each theme', () => {
  it('looks well with no plan open', async () => {
    const view = await workbench.webviewFrame('Score');
    await view.getByRole('heading', { name: 'No plan is open' }).waitFor();
    await looksWell('score-no-plan', view);
  });

  it('looks well with a plan, in the colours that the page alone is tested in', async () => {
    const view = await open('lakeside.mips.yaml', 'Lakeside Health Partners');
    await workbench.screenshots('score-view', async (theme) => {
      expect(await violationsInWebview(view, 'sideBar-background'), theme).toEqual([]);
      const variables = await view.locator('html').evaluate(
        (html, names) => Object.fromEntries(names.map((name) => [name, html.style.getPropertyValue(name).trim()] as const).filter(([, value]) => value !== '')),
        COLOURS,
      );
      expect(variables).toEqual(themes[theme].variables);
    });
  });

  it('looks well with everything unfolded while a what-if is tried', async () => {
    const view = await open('lakeside.mips.yaml', 'Lakeside Health Partners');
    const folded = view.locator('details:not([open]) > summary');
    while ((await folded.count()) > 0) await folded.first().click();
    await view.getByLabel('Rural').check();
    await expect.poll(() => view.locator('[data-test="what-if-points"]').innerText()).toBe('40');
    await view.locator('[data-test="what-if"] h2').evaluate((heading) => heading.scrollIntoView());
    await looksWell('score-what-if', view);
    await view.getByRole('button', { name: 'Start Over' }).click();
  });

  it('looks well with several plans in a file', async () => {
    const view = await open('several.mips.yaml', 'Dr. Ann Adams');
    await view.getByRole('tab', { name: 'Harbour Cardiology' }).click();
    await looksWell('score-several-plans', view);
  });

  it('looks well with a plan that cannot be read', async () => {
    await looksWell('score-unreadable', await open('unreadable.mips.yaml', 'Nothing to score yet'));
  });
});

describe('The score view by keyboard alone', () => {
  const FOCUSABLE = 'button:not(:disabled), summary, select, input';
  let view: FrameLocator;
  beforeAll(async () => {
    await workbench.useTheme('dark');
    view = await open('lakeside.mips.yaml', 'Lakeside Health Partners');
    await workbench.runCommand('MIPS Plan: Show Score');
  });

  /** Where the focus is among all that can have it; -1 where it is elsewhere. */
  const focused = () => view.locator('html').evaluate((html, all) => {
    const element = document.activeElement;
    return [...html.querySelectorAll<HTMLElement>(all)].filter((candidate) => candidate.checkVisibility()).findIndex((candidate) => candidate === element);
  }, FOCUSABLE);
  const isOutlined = () => view.locator('html').evaluate(() => {
    const element = document.activeElement;
    return element !== null && [null, '::after'].some((part) => getComputedStyle(element, part).outlineStyle !== 'none');
  });

  /** Goes from one thing to the next until this has the focus. */
  async function goTo(target: Locator, key = 'Tab'): Promise<void> {
    const isThere = () => target.evaluate((element) => element === document.activeElement);
    for (let presses = 0; presses < 100 && !(await isThere()); presses++) await workbench.page.keyboard.press(key);
    expect(await isThere()).toBe(true);
  }

  it('reaches everything in its order, and shows where it is', async () => {
    await expect.poll(() => view.locator('html').evaluate(() => document.hasFocus())).toBe(true);
    const all = await view.locator(FOCUSABLE).filter({ visible: true }).count();
    expect(all).toBeGreaterThan(20);
    for (let index = 0; index < all; index++) {
      await workbench.page.keyboard.press('Tab');
      await expect.poll(focused).toBe(index);
      expect(await isOutlined(), `outline of ${index}`).toBe(true);
    }
    await workbench.screenshot('score-keyboard');
  });

  it('unfolds by Enter, tries by Space, starts over', async () => {
    await goTo(view.locator('summary', { hasText: 'Statuses and categories' }), 'Shift+Tab');
    await workbench.page.keyboard.press('Enter');
    await goTo(view.getByLabel('Rural'));
    await workbench.page.keyboard.press('Space');
    await expect.poll(() => view.locator('[data-test="what-if-points"]').innerText()).toBe('40');
    await goTo(view.getByRole('button', { name: 'Start Over' }), 'Shift+Tab');
    await workbench.page.keyboard.press('Space');
    await expect.poll(() => view.locator('[data-test="what-if-points"]').innerText()).toBe('–');
  });

  it('goes to an activity by Enter', async () => {
    await goTo(view.locator('[data-test="activity"][data-id="IA_BE_4"]'), 'Shift+Tab');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.part.statusbar').getByText('Ln 6, Col 5', { exact: true }).waitFor();
    await workbench.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  });
});

describe('The score beside the plan in each theme', () => {
  it('looks well', async () => {
    await open('lakeside.mips.yaml', 'Lakeside Health Partners');
    await workbench.runCommand('View: Toggle Secondary Side Bar Visibility');
    await workbench.runCommand('MIPS Plan: Show Score Beside the Plan');
    const beside = await workbench.webviewFrame('Score of lakeside.mips.yaml');
    await beside.getByRole('heading', { name: 'Lakeside Health Partners' }).waitFor();
    await looksWell('score-beside', beside, 'editor-background');
    await workbench.page.locator('.tab', { hasText: 'Score of lakeside.mips.yaml' }).getByRole('button', { name: /Close/ }).first().click();
  });

  it('looks well as text', async () => {
    await workbench.runCommand('MIPS Plan: Show Score as Text');
    await workbench.page.locator('.view-line', { hasText: 'points, ' }).first().waitFor();
    await workbench.screenshots('score-as-text');
  });
});
