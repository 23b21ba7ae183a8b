import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from '../vscode/harness/workbench.ts';
import { ExtensionCopy } from './extensionCopy.ts';
import { violationsInWebview } from './page/accessibility.ts';
import { LAKESIDE, RIVERBEND } from './page/states.ts';
import { PlanFolder } from './planFolder.ts';

let extension: ExtensionCopy;
let folder: PlanFolder;
let workbench: Workbench;
let view: FrameLocator;
beforeAll(async () => {
  extension = new ExtensionCopy();
  folder = new PlanFolder({ 'lakeside.mips.yaml': LAKESIDE, 'riverbend.mips.yaml': RIVERBEND });
  workbench = await openWorkbench({ folder: folder.path, extensionDevelopmentPath: extension.path });
  await workbench.openFile(folder.file('lakeside.mips.yaml'));
  await workbench.runCommand('MIPS Plan: Show Score');
  view = await workbench.webviewFrame('Score');
  await view.locator('[data-test="points"]').waitFor();
});
afterAll(async () => {
  await workbench.close();
  folder.remove();
  extension.remove();
});

const points = () => view.locator('[data-test="points"]').innerText();
const again = () => view.getByText('Checking again…');
/** This host shows no toasts: the bell says that there is something. */
const told = () => workbench.page.locator('#status\\.notifications .codicon-bell-dot').count();
const notices = () => workbench.page.locator('.notifications-center .notification-list-item');
const stopped = () => view.getByText('The checker has stopped');

/** A picture in each theme, and nothing in the score view that axe-core objects to. */
async function looksWell(name: string): Promise<void> {
  await workbench.screenshots(name, async (theme) => expect(await violationsInWebview(view, 'sideBar-background'), theme).toEqual([]));
}

/** Waits until one server runs that is none of those. */
async function newServer(old: readonly number[]): Promise<void> {
  await expect.poll(() => extension.servers().filter((pid) => !old.includes(pid)).length).toBe(1);
}

describe('A language server that crashes', () => {
  it('is started again, and the view says that it checks again', async () => {
    const old = extension.servers();
    extension.holdServer();
    extension.crashServer();
    await again().waitFor();
    expect(await points()).toBe('30');
    await newServer(old);
    await looksWell('score-checking-again');
    await workbench.openFile(folder.file('riverbend.mips.yaml'));
    await view.getByText('Scoring riverbend.mips.yaml…').waitFor();
    await workbench.runCommand('MIPS Plan: Show Plans');
    for (const words of ['Looking for plans…', 'Looking for activities…']) await workbench.page.locator('.part.sidebar').getByText(words).waitFor();
    await looksWell('score-loading');
    extension.letServerGo();
    await expect.poll(points).toBe('40');
    await workbench.runCommand('View: Close Editor');
    await expect.poll(points).toBe('30');
    await again().waitFor({ state: 'detached' });
    extension.mendServer();
  });

  it('goes on where it was: the view moves with the next key', async () => {
    await workbench.openFile(folder.file('lakeside.mips.yaml'));
    await workbench.goTo(6, LAKESIDE.split('\n')[5]?.indexOf(' }') ?? 0);
    await workbench.page.keyboard.press('Backspace');
    await workbench.page.keyboard.press('Backspace');
    await expect.poll(points).toBe('20');
    await workbench.page.keyboard.press('Control+Z');
    await expect.poll(points).toBe('30');
  });

  it('says nothing in a notification', async () => {
    expect(await told()).toBe(0);
  });
});

describe('The command to restart', () => {
  it('starts a new server in place of the old', async () => {
    const old = extension.servers();
    await workbench.runCommand('MIPS Plan: Restart the Checker');
    await newServer(old);
    await again().waitFor({ state: 'detached' });
    await expect.poll(() => extension.servers().length).toBe(1);
    expect(await points()).toBe('30');
    expect(await told()).toBe(0);
  });
});

describe('A language server that cannot start', () => {
  it('says so once, and in the view', async () => {
    await workbench.goTo(1);
    extension.breakServer();
    await workbench.runCommand('MIPS Plan: Restart the Checker');
    await stopped().waitFor();
    expect(await points()).toBe('30');
    await expect.poll(told).toBe(1);
    await workbench.page.locator('.pane-body .welcome-view', { hasText: 'so plans are not read' }).waitFor();
    await workbench.page.locator('.pane-body .welcome-view', { hasText: 'so activities cannot be listed' }).waitFor();
    await looksWell('language-server-stopped');
  });

  it('has a log to show', async () => {
    await workbench.runCommand('Notifications: Show Notifications');
    await expect.poll(() => notices().allInnerTexts()).toEqual([expect.stringContaining('The checker of MIPS Plan could not be started')]);
    await notices().getByRole('button', { name: 'Show Log' }).click();
    await workbench.page.locator('.part.panel .output-view').waitFor();
    await expect.poll(() => workbench.page.locator('.part.panel').innerText()).toContain('MIPS Plan');
    await expect.poll(() => notices().count()).toBe(0);
  });

  it('is said to be away to whoever asks it something', async () => {
    await workbench.runCommand('MIPS Plan: Compare Two Years…');
    await expect.poll(told).toBe(1);
    await workbench.runCommand('Notifications: Show Notifications');
    await expect.poll(() => notices().allInnerTexts()).toEqual([expect.stringContaining('The checker of MIPS Plan is not running.')]);
    await workbench.runCommand('Notifications: Clear All Notifications');
    await expect.poll(() => notices().count()).toBe(0);
  });

  it('is said to whoever would have it write something', async () => {
    await view.getByRole('button', { name: /^Insert IA_/ }).first().click();
    await expect.poll(told).toBe(1);
    await workbench.runCommand('Notifications: Show Notifications');
    await expect.poll(() => notices().allInnerTexts()).toEqual([expect.stringContaining('Nothing was written. The checker of MIPS Plan gave no answer.')]);
    await workbench.runCommand('Notifications: Clear All Notifications');
    await expect.poll(() => notices().count()).toBe(0);
  });

  it('leaves changes that were tried as they are when they cannot be written', async () => {
    const whatIf = view.locator('[data-test="what-if"]');
    await whatIf.locator('summary', { hasText: 'Statuses and categories' }).click();
    await whatIf.getByLabel('Rural').check();
    await whatIf.getByRole('button', { name: 'Apply to the File' }).click();
    await expect.poll(told).toBe(1);
    await expect.poll(() => whatIf.getByLabel('Rural').isChecked()).toBe(true);
    await whatIf.getByRole('button', { name: 'Start Over' }).click();
    expect(await whatIf.getByLabel('Rural').isChecked()).toBe(false);
    await workbench.runCommand('Notifications: Clear All Notifications');
    await expect.poll(told).toBe(0);
  });

  it('starts by a button of the view once it can', async () => {
    extension.mendServer();
    await view.getByRole('button', { name: 'Restart' }).click();
    await stopped().waitFor({ state: 'detached' });
    await again().waitFor({ state: 'detached' });
    await expect.poll(() => extension.servers().length).toBe(1);
    expect(await points()).toBe('30');
  });
});

describe('A language server that crashes again and again', () => {
  it('is left alone, and says so once', async () => {
    for (let crash = 0; crash < 4; crash++) {
      extension.holdServer();
      extension.crashServer();
      await again().waitFor();
      extension.letServerGo();
      await again().waitFor({ state: 'detached' });
    }
    extension.crashServer();
    await stopped().waitFor();
    await expect.poll(told).toBe(1);
    await workbench.runCommand('Notifications: Show Notifications');
    await expect.poll(() => notices().count()).toBe(1);
    await expect.poll(() => extension.servers()).toEqual([]);
  });
});
