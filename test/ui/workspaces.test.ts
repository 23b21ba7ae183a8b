import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench, type WorkbenchOptions } from '../vscode/harness/workbench.ts';
import { LAKESIDE, RIVERBEND } from './page/states.ts';
import { PlanFolder } from './planFolder.ts';

const root = resolve(import.meta.dirname, '../..');

let folder: PlanFolder;
let workbench: Workbench;
afterEach(async () => {
  await workbench.close();
  folder.remove();
});

async function open(files: Readonly<Record<string, string>>, options: WorkbenchOptions & { readonly workspace?: string } = {}): Promise<void> {
  folder = new PlanFolder(files);
  const opened = options.workspace === undefined ? folder.path : folder.file(options.workspace);
  workbench = await openWorkbench({ ...options, folder: opened, extensionDevelopmentPath: root });
}

/** Opens a plan and says its practice, its points, and what the view says of them. */
async function scoreOf(file: string): Promise<readonly string[]> {
  await workbench.openFile(folder.file(file));
  await workbench.runCommand('MIPS Plan: Show Score');
  const view = await workbench.webviewFrame('Score');
  await view.locator('.file', { hasText: file.slice(file.lastIndexOf('/') + 1) }).waitFor();
  return Promise.all(['h1', '[data-test="points"]', '.legend li >> nth=0'].map((part) => view.locator(part).innerText()));
}

describe('A workspace of several folders', () => {
  it('has the plans of each scored', async () => {
    await open(
      {
        'both.code-workspace': JSON.stringify({ folders: [{ path: 'north' }, { path: 'south' }], settings: { 'mipsPlan.asOfDate': '2024-12-31' } }),
        'north/lakeside.mips.yaml': LAKESIDE,
        'south/riverbend.mips.yaml': RIVERBEND,
      },
      { workspace: 'both.code-workspace' },
    );
    expect(await scoreOf('north/lakeside.mips.yaml')).toEqual(['Lakeside Health Partners', '30', '20 secured on 31 December 2024']);
    expect(await scoreOf('south/riverbend.mips.yaml')).toEqual(['Riverbend Family Medicine', '40', '40 secured on 31 December 2024']);
  });
});

describe('A folder with settings of its own', () => {
  const files = {
    'riverbend.mips.yaml': RIVERBEND,
    '.vscode/settings.json': JSON.stringify({ 'mipsPlan.asOfDate': '2024-03-01', 'mipsPlan.inventoryFiles': ['measures-data.json'] }),
    'measures-data.json': 'not an inventory',
  };
  /** This host shows no toasts: the bell says that there is something. */
  const told = () => workbench.page.locator('#status\\.notifications .codicon-bell-dot').count();

  it('has the inventory files that it names read', async () => {
    await open(files);
    expect(await scoreOf('riverbend.mips.yaml')).toEqual(['Riverbend Family Medicine', '40', '0 secured on 1 March 2024']);
    await expect.poll(told).toBe(1);
    await workbench.runCommand('Notifications: Show Notifications');
    await workbench.page.locator('.notifications-center .notification-list-item', { hasText: 'measures-data.json' }).waitFor();
  });

  it('has them left unread in restricted mode, where everything else works', async () => {
    await open(files, { restricted: true });
    await workbench.page.locator('.part.statusbar').getByText('Restricted Mode').waitFor();
    expect(await scoreOf('riverbend.mips.yaml')).toEqual(['Riverbend Family Medicine', '40', '0 secured on 1 March 2024']);
    expect(await told()).toBe(0);
  });
});
