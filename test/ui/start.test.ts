import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { openWindow } from '../../scripts/vscode/window.mjs';

const root = resolve(import.meta.dirname, '../..');
const entry = resolve(root, 'scripts/run.cjs');

it('npm start -- --check says that VS Code answers, and ends', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, 'start', '--check'], { encoding: 'utf8' });
  expect({ status, said: stdout.trim(), stderr }).toEqual({ status: 0, said: 'VS Code in the browser answers', stderr: '' });
});

it('npm start prints an address where VS Code shows the samples with the extension, and ends on Ctrl-C', async () => {
  const start = spawn(process.execPath, [entry, 'start', '--no-open'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [start.stdout, start.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  try {
    await expect.poll(() => said, { timeout: 120_000 }).toMatch(/^ {2}http:.*$/m);
    const address = /http:\S+/.exec(said)?.[0] ?? '';
    expect((await fetch(new URL('/', address))).status).toBe(403);

    const window = await openWindow();
    try {
      await window.page.goto(address);
      const sample = window.page.locator('.explorer-viewlet .monaco-list-row', { hasText: '.mips.yaml' }).first();
      await sample.dblclick();
      await window.page.locator('.part.statusbar').getByText('MIPS Attestation Plan', { exact: true }).waitFor();
    } finally {
      await window.close();
    }
  } finally {
    start.kill('SIGINT');
  }
  expect(await once(start, 'exit')).toEqual([0, null]);
  await expect(fetch(/http:\S+/.exec(said)?.[0] ?? '')).rejects.toThrow();
});
