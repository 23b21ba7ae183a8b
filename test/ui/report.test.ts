import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWindow, type Window } from '../../scripts/vscode/window.mjs';
import { BAD, GOOD, runWith } from '../commandLine/fakeIo.ts';
import { openWorkbench, type Workbench } from '../vscode/harness/workbench.ts';
import { violationsIn } from './page/accessibility.ts';
import { ExtensionCopy } from './extensionCopy.ts';
import { PlanFolder } from './planFolder.ts';

const root = resolve(import.meta.dirname, '../..');
const samples: (readonly [string, string])[] = ['juniper-2024', 'mistakes', 'heartland-mvp-2024'].map((name) => [`${name}.mips.yaml`, readFileSync(resolve(root, 'samples', `${name}.mips.yaml`), 'utf8')]);

let folder: PlanFolder;
let extension: ExtensionCopy;
let workbench: Workbench;
beforeAll(async () => {
  folder = new PlanFolder({ 'good.mips.yaml': GOOD, 'bad.mips.yaml': BAD, ...Object.fromEntries(samples) as Record<string, string> });
  extension = new ExtensionCopy();
  workbench = await openWorkbench({ folder: folder.path, extensionDevelopmentPath: extension.path, settings: { 'mipsPlan.asOfDate': '2024-12-31' } });
});
afterAll(async () => {
  await workbench.close();
  folder.remove();
  extension.remove();
});

const quickInput = () => workbench.page.locator('.quick-input-widget:visible');

/** Answers the question where to save, in the file dialog that VS Code shows in a browser. */
async function saveAs(path: string): Promise<void> {
  await expect.poll(() => quickInput().locator('.quick-input-box input').inputValue()).toBe(path);
  const save = quickInput().getByRole('button', { name: 'OK' });
  // The dialog takes no answer while it reads the folder.
  await expect.poll(async () => {
    if (await save.isVisible()) await save.click({ timeout: 1000 }).catch(() => undefined);
    return quickInput().count();
  }).toBe(0);
}

/** Waits for a notification, which VS Code keeps in its list where a window has no focus. */
async function told(text: string, button?: string, picture?: string): Promise<void> {
  await workbench.page.locator('#status\\.notifications .codicon-bell-dot').waitFor();
  await workbench.runCommand('Notifications: Show Notifications');
  const notification = workbench.page.locator('.notifications-center .notification-list-item', { hasText: text });
  await notification.waitFor();
  if (button !== undefined) await notification.getByRole('button', { name: button }).waitFor();
  if (picture !== undefined) await workbench.screenshots(picture);
  await workbench.runCommand('Notifications: Clear All Notifications');
}

const dialog = () => workbench.page.locator('.monaco-dialog-box');

describe('MIPS Plan: Make a Report…', () => {
  it('makes the one of the command line of the plan at hand', async () => {
    await workbench.openFile(folder.file('good.mips.yaml'));
    await workbench.runAskingCommand('MIPS Plan: Make a Report…');
    await quickInput().locator('.monaco-list-row', { hasText: 'This plan' }).waitFor();
    await workbench.screenshots('report question');
    await quickInput().locator('.monaco-list-row', { hasText: 'This plan' }).click();
    await saveAs(folder.file('good.report.html'));
    await told('The report is saved as good.report.html', 'Open', 'report saved');
    const { stdout } = await runWith(['export', 'good.mips.yaml', '--to', 'html'], { folder: folder.path });
    expect(readFileSync(folder.file('good.report.html'), 'utf8')).toBe(stdout);
  });

  it('can be cancelled while it reads many plans, and leaves nothing behind', async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('MIPS Plan: Show Plans');
    const clients = Array.from({ length: 20 }, (_, index) => folder.file(`client-${index}.mips.yaml`));
    for (const client of clients) writeFileSync(client, Array<string>(60).fill(GOOD).join('---\n'));
    const all = workbench.page.locator('.part.sidebar').getByRole('treeitem', { name: /1,20\d plans/ });
    await all.waitFor();
    const files = readdirSync(folder.path);

    await workbench.runCommand('Notifications: Show Notifications');
    extension.pauseServer();
    await workbench.runCommand('MIPS Plan: Make a Report…');
    const progress = workbench.page.locator('.notifications-center .notification-list-item', { hasText: 'Making the report' });
    await extension.runServerUntil(() => progress.getByText(/\d+ of 25 files/).isVisible());
    await workbench.screenshots('report being made');
    await progress.getByRole('button', { name: 'Cancel' }).click();
    extension.resumeServer();
    await told('The report was cancelled. Nothing was saved.', undefined, 'report cancelled');
    expect(readdirSync(folder.path)).toEqual(files);
    expect(await quickInput().count()).toBe(0);

    for (const client of clients) rmSync(client);
    await all.waitFor({ state: 'detached' });
  });

  it('makes one of all plans of the workspace', async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.runAskingCommand('MIPS Plan: Make a Report…');
    await saveAs(folder.file('plans.report.html'));
    await told('The report is saved as plans.report.html', 'Open');
    const page = readFileSync(folder.file('plans.report.html'), 'utf8');
    expect([...page.matchAll(/<h2 [^>]*>/g)]).toHaveLength(6);
  });
});

describe('The report in a browser', () => {
  let window: Window;
  beforeAll(async () => {
    window = await openWindow({ width: 900, height: 1200 });
  });
  afterAll(() => window.close());

  it.each(['good', 'plans'])('has nothing that axe-core objects to, on wide and on narrow screens: %s', async (name) => {
    mkdirSync(resolve(root, 'out/screenshots'), { recursive: true });
    await window.page.goto(pathToFileURL(folder.file(`${name}.report.html`)).href);
    for (const width of [900, 320]) {
      await window.page.setViewportSize({ width, height: 1200 });
      expect(await violationsIn(window.page)).toEqual([]);
      expect(await window.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
      await window.page.screenshot({ path: resolve(root, `out/screenshots/report ${name} ${width}.png`), fullPage: true });
    }
  });

  it('has its style, and no console message', async () => {
    await window.page.setViewportSize({ width: 900, height: 1200 });
    expect(await window.page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
    expect(await window.page.evaluate(() => getComputedStyle(document.querySelector('.figures') as Element).display)).toBe('flex');
    expect(window.console).toEqual([]);
  });

  it.each(['A4', 'Letter'])('prints on %s without anything cut off', async (format) => {
    const path = resolve(root, `out/screenshots/report ${format}.pdf`);
    await window.page.goto(pathToFileURL(folder.file('plans.report.html')).href);
    await window.page.emulateMedia({ media: 'print' });
    // The paper between the margins, in CSS pixels.
    await window.page.setViewportSize({ width: format === 'A4' ? 680 : 702, height: 1000 });
    const wide = await window.page.evaluate(() => [...document.querySelectorAll('table')].filter((table) => table.scrollWidth > document.body.clientWidth).length);
    expect(wide).toBe(0);
    await window.page.pdf({ path, format });
    expect(statSync(path).size).toBeGreaterThan(10_000);
    await window.page.emulateMedia({ media: null });
  });
});

describe('MIPS Plan: Export to QPP JSON…', () => {
  it('saves the bytes of the command line', async () => {
    await workbench.openFile(folder.file('good.mips.yaml'));
    await workbench.runAskingCommand('MIPS Plan: Export to QPP JSON…');
    await saveAs(folder.file('good.qpp.json'));
    await told('The submission is saved as good.qpp.json', 'Open');
    const { stdout } = await runWith(['export', 'good.mips.yaml', '--to', 'qpp-json'], { folder: folder.path });
    expect(readFileSync(folder.file('good.qpp.json'), 'utf8')).toBe(stdout);
  });

  it('says what stands in the way, and goes to the first', async () => {
    await workbench.openFile(folder.file('bad.mips.yaml'));
    await workbench.runCommand('MIPS Plan: Export to QPP JSON…');
    await dialog().getByText('bad.mips.yaml is not exported: 1 error stands in the way.').waitFor();
    await dialog().getByText(/^Line 6: Runs 89 days; /).waitFor();
    await workbench.screenshots('export refused');
    await dialog().getByRole('button', { name: 'Go to First' }).click();
    await workbench.page.locator('.part.statusbar').getByText(/^Ln 6, Col \d+ \(\d+ selected\)$/).waitFor();
    expect(existsSync(folder.file('bad.qpp.json'))).toBe(false);
  });

  it('explains itself where no plan is open', async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('MIPS Plan: Export to QPP JSON…');
    await told('First open the plan that is to be exported', 'New Attestation Plan');
  });
});
