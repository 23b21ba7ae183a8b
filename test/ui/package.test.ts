import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packagePath } from '../../scripts/packagePath.mjs';
import { installExtension } from '../../scripts/vscode/server.mjs';
import { openWorkbench } from '../vscode/harness/workbench.ts';

const root = resolve(import.meta.dirname, '../..');
const file = packagePath(root);

/** In bytes. */
const LIMIT = 600_000;

describe('The package', () => {
  let extensionsDir: string;
  beforeAll(() => {
    extensionsDir = mkdtempSync(join(tmpdir(), 'mips-plan-extensions-'));
    installExtension(file, extensionsDir);
  });
  afterAll(() => {
    rmSync(extensionsDir, { recursive: true, force: true });
  });

  it('is small', () => {
    expect(statSync(file).size).toBeLessThanOrEqual(LIMIT);
  });

  it('has what VS Code needs and nothing else', () => {
    const [installed = ''] = readdirSync(extensionsDir).filter((name) => name.startsWith('mips-plan.mips-plan-'));
    const folder = join(extensionsDir, installed);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')).sort()).toEqual([
      '.vsixmanifest',
      'LICENSE.txt',
      'changelog.md',
      'client/images/container.svg',
      'client/images/icon.png',
      'client/images/inventory.svg',
      'client/images/plan-dark.svg',
      'client/images/plan-light.svg',
      'client/images/plans.svg',
      'client/images/walkthrough/activities.svg',
      'client/images/walkthrough/new-plan.svg',
      'client/images/walkthrough/report.svg',
      'client/images/walkthrough/score.svg',
      'dist/client/extension.js',
      'dist/client/languageClient.js',
      'dist/client/view/main.css',
      'dist/client/view/main.js',
      'dist/server/languageServerLibrary.js',
      'dist/server/server.js',
      'dist/server/texts.json',
      'dist/server/yamlLibrary.js',
      'language-configuration.json',
      'package.json',
      'readme.md',
      'syntaxes/mips-plan.tmLanguage.json',
    ]);
  });

  it('has a page without links and pictures that lead nowhere, and without what is for the project', () => {
    const [installed = ''] = readdirSync(extensionsDir).filter((name) => name.startsWith('mips-plan.mips-plan-'));
    const page = readFileSync(join(extensionsDir, installed, 'readme.md'), 'utf8');
    expect(page.match(/\]\((?!https:)/g)).toBe(null);
    expect(page.match(/^## .*$/gm)).toEqual(['## What it does', '## Settings', '## Command line', '## How a score comes about', '## Privacy']);
  });

  it('brings no path of the machine that it was made on', () => {
    const [installed = ''] = readdirSync(extensionsDir).filter((name) => name.startsWith('mips-plan.mips-plan-'));
    const scripts = readdirSync(join(extensionsDir, installed), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(3);
    for (const script of scripts) expect(readFileSync(join(extensionsDir, installed, script), 'utf8')).not.toContain(root);
  });

  it('works in a clean profile', async () => {
    const workbench = await openWorkbench({ folder: join(root, 'samples'), extensionsDir });
    await workbench.openFile(join(root, 'samples', 'riverbend.mips.yaml'));
    await workbench.runCommand('MIPS Plan: Show Score');
    const view = await workbench.webviewFrame('Score');
    await expect.poll(() => view.locator('[data-test="points"]').first().innerText()).toBe('40');
    await workbench.close();
  });
});
