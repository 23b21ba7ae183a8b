import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import * as files from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { findPlanFiles } from './findPlanFiles.ts';

vi.mock('node:fs/promises', async (importOriginal) => {
  const original = await importOriginal<typeof files>();
  return { ...original, readdir: vi.fn(original.readdir) };
});

function folderWith(...names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'find-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), '');
  }
  return folder;
}

async function found(folder: string): Promise<{ names: string[]; logged: string[] }> {
  const logged: string[] = [];
  const names: string[] = [];
  for await (const path of findPlanFiles(folder, (message) => logged.push(message))) names.push(path.slice(folder.length + 1));
  return { names, logged };
}

it('finds plans by name, in the folder and below it', async () => {
  const folder = folderWith('b.mips.yaml', 'a.mips.yml', 'sub/deep/c.mips.yaml', 'd.yaml', '.cache/e.mips.yaml', 'sub/node_modules/f.mips.yaml');
  expect(await found(folder)).toEqual({ names: ['a.mips.yml', 'b.mips.yaml', join('sub', 'deep', 'c.mips.yaml')], logged: [] });
});

it('goes on where a folder may not be read, and says so', async () => {
  const folder = folderWith('a.mips.yaml', 'locked/b.mips.yaml', 'open/c.mips.yaml');
  const { readdir } = await vi.importActual<typeof files>('node:fs/promises');
  vi.mocked(files.readdir).mockImplementation(((path: string, options: object) => {
    return path === join(folder, 'locked') ? Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' })) : readdir(path, options as never);
  }) as never);
  expect(await found(folder)).toEqual({
    names: ['a.mips.yaml', join('open', 'c.mips.yaml')],
    logged: [`No plans are looked for in ${join(folder, 'locked')}: may not be read`],
  });
});

it('finds nothing in a file and in what is not there', async () => {
  const folder = folderWith('a.txt');
  expect(await found(join(folder, 'a.txt'))).toEqual({ names: [], logged: [] });
  expect(await found(join(folder, 'gone'))).toEqual({ names: [], logged: [] });
});
