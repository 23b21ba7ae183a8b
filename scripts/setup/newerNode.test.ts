import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { transform } from 'esbuild';
import { describe, expect, it } from 'vitest';
import newerNode from './newerNode.cjs';

describe('isNewEnough', () => {
  const needed = { 20: 19, 22: 13 };
  it.each(['20.19.0', '20.20.2', '22.13.1', '24.0.0', '25.1.0'])('%s will do', (version) => {
    expect(newerNode.isNewEnough(version, needed)).toBe(true);
  });
  it.each(['12.22.12', '18.20.0', '20.18.3', '21.7.0', '22.12.0', '23.5.0'])('%s is too old', (version) => {
    expect(newerNode.isNewEnough(version, needed)).toBe(false);
  });
});

describe('The entry of npm start and npm test', () => {
  const scripts = resolve(import.meta.dirname, '..');
  const files = [scripts, join(scripts, 'setup')].flatMap((folder) =>
    readdirSync(folder).filter((name) => name.endsWith('.cjs')).map((name) => join(folder, name)),
  );

  it('is there', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  it.each(files.map((file) => [basename(file), file] as const))('%s has no syntax that Node 12 does not know', async (_name, file) => {
    const source = readFileSync(file, 'utf8');
    const [old, current] = await Promise.all(['node12', 'esnext'].map((target) => transform(source, { target })));
    expect(old?.code).toBe(current?.code);
  });
});
