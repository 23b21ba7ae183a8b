import { execFileSync } from 'node:child_process';
import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadInventoryFiles } from './inventoryFiles.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inventory-'));
});
afterAll(() => rm(folder, { recursive: true }));

function file(name: string, content?: string): { name: string; path: string } {
  const path = join(folder, name);
  if (content !== undefined) writeFileSync(path, content);
  return { name, path };
}

const activity = { category: 'ia', measureId: 'IA_XX_1', title: 'A title', description: 'What to do', weight: null, subcategoryId: null };

it('loads what it can and says what is wrong with the rest', async () => {
  const { loaded, errors } = await loadInventoryFiles([
    file('2031.json', JSON.stringify([activity])),
    file('absent.json'),
    file('2032.json', '[\n  {,\n]'),
    { name: 'a folder', path: folder },
  ]);
  expect(loaded.map(({ year, fileName }) => [year, fileName])).toEqual([[2031, '2031.json']]);
  expect(errors).toEqual([
    'absent.json: there is no such file',
    '2032.json: line 2, column 4: not JSON',
    'a folder: is a folder',
  ]);
});

it.runIf(process.platform === 'linux')('waits for no pipe and reads no device, nor a file without an end', async () => {
  const pipe = file('pipe.json');
  execFileSync('mkfifo', [pipe.path]);
  const endless = file('endless.json', '');
  truncateSync(endless.path, 2 ** 40);
  expect((await loadInventoryFiles([pipe, { name: 'zero', path: '/dev/zero' }, endless])).errors).toEqual([
    'pipe.json: is no file', 'zero: is no file', 'endless.json: is too large to be read',
  ]);
});

it('has nothing to say about no files', async () => {
  expect(await loadInventoryFiles([])).toEqual({ loaded: [], errors: [], notes: [] });
});
