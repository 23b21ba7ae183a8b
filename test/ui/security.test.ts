import { resolve } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from '../vscode/harness/workbench.ts';
import { PlanFolder } from './planFolder.ts';
import { REFUSING, tryToBreakIn } from './tryToBreakIn.ts';

/** Texts of plans, files and inventories that mean no good, as they come to be seen in VS Code. */
const root = resolve(import.meta.dirname, '../..');

const EVIL = '<img src=x onerror=alert(1)> [run](command:workbench.action.toggleZenMode) $(error) `x` </td><script>alert(1)</script>';
const FILE = 'b $(error) [run](command:x) <i>.mips.yaml';
const INVENTORY = '[run](command:workbench.action.toggleZenMode) $(error).json';

const PLAN = `performance_year: 2024
practice: { name: ${JSON.stringify(EVIL)}, clinicians: 12 }
submission: { level: group }
special_statuses: []
roster:
  adams: { name: ${JSON.stringify(EVIL)} }
activities:
  - id: IA_EPA_1
    period: 2024-01-15/2024-06-30
    performed_by: [adams]
    evidence: [{ file: x.pdf, title: ${JSON.stringify(EVIL)} }]
  - id: ${JSON.stringify(EVIL)}
`;

const NEXT = `performance_year: 2027
practice: { name: Next, clinicians: 3 }
submission: { level: group }
activities:
  - id: IA_XX_1
`;

const measure = (measureId: string): object => ({
  category: 'ia', measureId, firstPerformanceYear: 2027, title: EVIL, description: `${EVIL}\n\n# ${EVIL}\n\n- [ ] ${EVIL}\n\n<https://evil.example>`, weight: 'high', subcategoryId: EVIL, allowedPrograms: [],
});

let folder: PlanFolder;
let workbench: Workbench;
beforeAll(async () => {
  folder = new PlanFolder({ 'a.mips.yaml': PLAN, [FILE]: PLAN, 'next.mips.yaml': NEXT, 'measures-data-2027.json': JSON.stringify([measure('IA_XX_1'), measure('IA_XX_2')]) });
  workbench = await openWorkbench({
    folder: folder.path,
    extensionDevelopmentPath: root,
    settings: { 'mipsPlan.asOfDate': '2024-12-31', 'mipsPlan.inventoryFiles': [folder.file('measures-data-2027.json'), INVENTORY] },
  });
  await workbench.openFile(folder.file('a.mips.yaml'));
});
afterAll(async () => {
  await workbench.close();
  folder.remove();
});
beforeEach(() => workbench.page.keyboard.press('Escape'));

const locator = (selector: string, options?: { readonly has?: Locator; readonly hasText?: string }) => workbench.page.locator(selector, options);
const hover = () => locator('.monaco-hover:visible');
const pane = (name: string) => locator('.part.sidebar .pane:visible', { has: locator('.pane-header', { hasText: name }) });

/** What became of texts besides letters. */
function strangersIn(place: Locator): Promise<readonly string[]> {
  return place.evaluateAll((places) => places.flatMap((each) => [...each.querySelectorAll('img, script, iframe, a[href], a[data-href], [onerror], .codicon-error')].map((element) => element.outerHTML.slice(0, 200))));
}

async function expectLetters(place: Locator, text = EVIL): Promise<void> {
  await place.first().waitFor();
  await expect.poll(async () => (await place.allInnerTexts()).join('\n').replaceAll('\u2060', '').replace(/\s+/g, ' ')).toContain(text);
  expect(await strangersIn(place)).toEqual([]);
}

describe('The page of the score', () => {
  it('shows letters', async () => {
    await workbench.runCommand('MIPS Plan: Show Score');
    const view = await workbench.webviewFrame('Score');
    await view.locator('[data-test="activity"]').first().waitFor();
    await expectLetters(view.locator('h1'));
    expect(await view.locator('img, iframe, a[href], body script:not([nonce])').count()).toBe(0);
    expect(await view.locator('body').textContent()).toContain('$(error)');
  });

  it('refuses every way in and out', async () => {
    const view = await workbench.webviewFrame('Score');
    // Nothing here can send a form at all.
    const refusing = REFUSING.filter((directive) => directive !== 'form-action');
    const { refused, worked } = await tryToBreakIn(view.locator('body'), refusing);
    expect(worked).toEqual([]);
    expect(refused).toEqual(expect.arrayContaining(refusing));
    await expectLetters(view.locator('h1'));
  });

  it('has a policy without holes, and gets files of its own folder alone', async () => {
    const view = await workbench.webviewFrame('Score');
    const policy = (await view.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')) ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src [^;]+; script-src 'nonce-[\w+/]{22}=='; base-uri 'none'; form-action 'none'$/);
    expect(policy).not.toMatch(/unsafe|\*(?!\.vscode-cdn\.net)|data:|blob:/);
    const status = await view.locator('link[rel="stylesheet"]').evaluate(async (link) => {
      // A style sheet is what the policy lets in: of the extension's other folders not even that.
      const { href } = link as HTMLLinkElement;
      const load = (address: string): Promise<string> => new Promise((done) => {
        const other = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address, onload: () => done('loaded'), onerror: () => done('refused') });
        document.head.append(other);
      });
      return [await load(href), await load(href.replace('/dist/client/view/main.css', '/package.json')), await load(href.replace('/view/main.css', '/view/../extension.js'))];
    });
    expect(status).toEqual(['loaded', 'refused', 'refused']);
  });
});

describe('VS Code shows letters', () => {
  it('when the mouse rests on a clinician', async () => {
    const name = locator('.view-line', { hasText: 'performed_by' }).getByText('adams').first();
    await workbench.restMouseOn(name, hover().filter({ hasText: 'on the roster' }));
    await expectLetters(hover().filter({ hasText: 'on the roster' }));
  });

  it('in the list of plans', async () => {
    await workbench.runCommand('MIPS Plan: Show Plans');
    const rows = pane('MIPS Plans').getByRole('treeitem');
    const year = rows.filter({ hasText: /^2024/ });
    if ((await year.getAttribute('aria-expanded')) !== 'true') await year.locator('.monaco-tl-twistie').click();
    const row = rows.filter({ hasText: '<img' }).first();
    await row.waitFor();
    const [beginning = '', end] = (await row.locator('.label-name').innerText()).split('…');
    expect(end).toBe('');
    expect(EVIL.startsWith(beginning) && beginning.startsWith('<img src=x')).toBe(true);
    expect(await row.locator('.monaco-icon-label-container .codicon, img, a[href]').count()).toBe(0);
    await workbench.restMouseOn(row.locator('.label-name'), hover());
    await expectLetters(hover());
    await workbench.screenshot('security plans');
  });

  it('in the question what a report is about', async () => {
    await workbench.runCommand('View: Show Explorer');
    await locator('.explorer-viewlet .monaco-list-row', { hasText: '$(error)' }).dblclick();
    await locator('.tab.active', { hasText: '$(error)' }).waitFor();
    await workbench.runAskingCommand('MIPS Plan: Make a Report…');
    const choice = locator('.quick-input-list .monaco-list-row', { hasText: 'This plan' });
    await choice.waitFor();
    expect((await choice.innerText()).replaceAll('\u2060', '')).toContain(FILE);
    expect(await choice.locator('.codicon-error, i, a[href]').count()).toBe(0);
    await workbench.screenshot('security report');
    await workbench.page.keyboard.press('Escape');
  });

  it('in a notification, whose links could run commands', async () => {
    await locator('#status\\.notifications .codicon-bell-dot').waitFor();
    await workbench.runCommand('Notifications: Show Notifications');
    const notification = locator('.notifications-center .notification-list-item', { hasText: 'Inventory file' });
    await expectLetters(notification.locator('.notification-list-item-message'), INVENTORY);
    await workbench.screenshot('security notification');
    await workbench.runCommand('Notifications: Clear All Notifications');
  });

  it('of an inventory that somebody loaded', async () => {
    await workbench.openFile(folder.file('next.mips.yaml'));
    await workbench.runCommand('MIPS Plan: Show Activities');
    const rows = pane('Activities').locator('.monaco-list-row');
    await rows.filter({ hasText: '<img' }).first().click();
    const row = rows.filter({ hasText: 'IA_XX_2' });
    await row.waitFor();
    expect(await row.locator('.monaco-icon-label-container .codicon, img, a[href]').count()).toBe(0);
    await workbench.restMouseOn(row.locator('.label-name'), hover());
    await expectLetters(hover(), '[run](command:workbench.action.toggleZenMode) $(error)');
    await row.click();
    const page = await workbench.webviewFrame('Preview IA_XX_2, 2027.md');
    await page.locator('h1').first().waitFor();
    await expect.poll(() => page.locator('body').innerText()).toContain('<script>alert(1)</script>');
    expect(await page.locator('body img, body a[href], body [onerror]').count()).toBe(0);
    await workbench.screenshot('security activity');
  });
});
