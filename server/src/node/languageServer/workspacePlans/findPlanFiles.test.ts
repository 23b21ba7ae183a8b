import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import nodeFiles from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { findPlanFiles, type SearchedFiles } from './findPlanFiles.ts';

function folderWith(...names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'find-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), '');
  }
  return folder;
}

async function found(folder: string, files?: SearchedFiles): Promise<{ names: string[]; logged: string[] }> {
  const logged: string[] = [];
  const names: string[] = [];
  for await (const path of findPlanFiles(folder, (message) => logged.push(message), files)) names.push(path.slice(folder.length + 1));
  return { names, logged };
}

/** The file system, but for some paths: what it is asked about one of them fails with a code. */
function failing(ask: keyof SearchedFiles, codes: Readonly<Record<string, string>>): SearchedFiles {
  const asked = (path: string, ...more: unknown[]): unknown => {
    const code = codes[path];
    if (code !== undefined) return Promise.reject(Object.assign(new Error(code), { code }));
    return (nodeFiles[ask] as (...all: unknown[]) => unknown)(path, ...more);
  };
  return { ...nodeFiles, [ask]: asked };
}

it('finds plans by name, in the folder and below it', async () => {
  const folder = folderWith('b.mips.yaml', 'a.mips.yml', 'sub/deep/c.mips.yaml', 'd.yaml', '.cache/e.mips.yaml', 'sub/node_modules/f.mips.yaml');
  expect(await found(folder)).toEqual({ names: ['a.mips.yml', 'b.mips.yaml', join('sub', 'deep', 'c.mips.yaml')], logged: [] });
});

it('goes on where a folder may not be read, and says so', async () => {
  const folder = folderWith('a.mips.yaml', 'locked/b.mips.yaml', 'open/c.mips.yaml');
  expect(await found(folder, failing('readdir', { [join(folder, 'locked')]: 'EACCES' }))).toEqual({
    names: ['a.mips.yaml', join('open', 'c.mips.yaml')],
    logged: [`No plans are looked for in ${join(folder, 'locked')}: may not be read`],
  });
});

it.each(['realpath', 'readdir'] as const)('goes on where a folder goes before it is searched, and says so: %s', async (ask) => {
  const folder = folderWith('a.mips.yaml', 'gone/b.mips.yaml', 'there/c.mips.yaml');
  expect(await found(folder, failing(ask, { [join(folder, 'gone')]: 'ENOENT' }))).toEqual({
    names: ['a.mips.yaml', join('there', 'c.mips.yaml')],
    logged: [`${join(folder, 'gone')} was gone before it could be searched`],
  });
});

it.skipIf(process.platform === 'win32')('goes on where a link goes before it is followed, and says so of a plan', async () => {
  const folder = folderWith('a.mips.yaml', 'b/b.mips.yaml');
  symlinkSync('a.mips.yaml', join(folder, 'link.mips.yaml'));
  symlinkSync('b', join(folder, 'way'));
  const files = failing('stat', { [join(folder, 'link.mips.yaml')]: 'ENOENT', [join(folder, 'way')]: 'ENOENT' });
  expect(await found(folder, files)).toEqual({
    names: ['a.mips.yaml', join('b', 'b.mips.yaml')],
    logged: [`${join(folder, 'link.mips.yaml')} is left out: there is no such file`],
  });
});

it('finds nothing in a file and in what is not there', async () => {
  const folder = folderWith('a.txt');
  expect(await found(join(folder, 'a.txt'))).toEqual({ names: [], logged: [] });
  expect(await found(join(folder, 'gone'))).toEqual({ names: [], logged: [] });
});
