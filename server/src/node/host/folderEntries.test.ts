import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderEntries } from './folderEntries.ts';

describe('folderEntries', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mips-plan-folder-'));
    for (const name of ['Log.pdf', 'list.txt', '.hidden', 'a b.pdf']) writeFileSync(join(folder, name), '');
    for (const name of ['logs', '.git', 'many']) mkdirSync(join(folder, name));
    for (let file = 0; file < 250; file++) writeFileSync(join(folder, 'many', `${file}.pdf`), '');
    symlinkSync(join(folder, 'logs'), join(folder, 'link'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'lost'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const names = async (prefix = ''): Promise<string[]> => {
    const { entries } = await folderEntries(folder, prefix);
    return entries.map(({ name, isFolder }) => (isFolder ? `${name}/` : name)).sort();
  };

  it('gives files and folders, those behind links too, and nothing hidden', async () => {
    expect(await names()).toEqual(['Log.pdf', 'a b.pdf', 'link/', 'list.txt', 'logs/', 'lost', 'many/']);
  });

  it('gives what begins with the prefix, in whatever case', async () => {
    expect(await names('lo')).toEqual(['Log.pdf', 'logs/', 'lost']);
    expect(await names('.')).toEqual([]);
  });

  it('stops where there is too much', async () => {
    const { entries, more } = await folderEntries(join(folder, 'many'), '');
    expect(entries).toHaveLength(200);
    expect(more).toBe(true);
    expect(await folderEntries(join(folder, 'many'), '24')).toMatchObject({ more: false });
  });

  it('gives nothing of what is no folder', async () => {
    for (const path of ['Log.pdf', 'nowhere', 'a\0b']) expect(await folderEntries(join(folder, path), '')).toEqual({ entries: [], more: false });
  });
});
