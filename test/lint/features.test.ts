import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'docs/features.md'), 'utf8');
const rows = text.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| feature '));

/** Every file and folder that the table can name, with slashes, relative to the repository. */
const paths = ['client', 'server', 'syntaxes', 'test'].flatMap((room) => [
  room, ...readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((path) => `${room}/${path.split(sep).join('/')}`),
]);

const isPath = (word: string): boolean => /^\S+\.(?:tsx?|mjs)$/.test(word) || /^(?:client|server|syntaxes|test|features|export|node)(?:\/[\w-]+)*$/.test(word);

describe('The table of features', () => {
  it('names files and folders that are there', () => {
    const named = [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word ?? '').filter(isPath);
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((name) => !paths.some((path) => path === name || path.endsWith(`/${name}`)))).toEqual([]);
  });

  it('has a test for each feature', () => {
    expect(rows.filter((row) => !(row.split('|')[3] ?? '').includes('test'))).toEqual([]);
  });

  it('has every feature of the language server', () => {
    const folder = join(root, 'server/src/features');
    const parts = new Set(['cancellationToken.ts', 'cursor.ts', 'markup.ts', 'share.ts', 'workspaceEdit.ts']);
    const features = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !parts.has(file));
    expect(features.filter((file) => !rows.some((row) => row.includes(file)))).toEqual([]);
  });
});
