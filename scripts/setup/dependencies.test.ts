import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { areInstalled } from './dependencies.mjs';

describe('areInstalled', () => {
  const wanted = {
    '': { version: '1.0.0' },
    'node_modules/yaml': { version: '2.9.1' },
    'node_modules/for-another-platform': { version: '1.0.0', optional: true },
  };
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'mips-plan-dependencies-'));
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  const record = (packages: object): void => {
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));
  };

  it('wants npm to have finished once', () => {
    expect(areInstalled(root)).toBe(false);
  });

  it('is content with all that this platform needs', () => {
    record({ 'node_modules/yaml': { version: '2.9.1' } });
    expect(areInstalled(root)).toBe(true);
  });

  it.each([
    ['missing', {}],
    ['of another version', { 'node_modules/yaml': { version: '2.8.0' } }],
    ['optional and of another version', { 'node_modules/yaml': { version: '2.9.1' }, 'node_modules/for-another-platform': { version: '0.9.0' } }],
  ])('sees a package that is %s', (_what, installed) => {
    record(installed);
    expect(areInstalled(root)).toBe(false);
  });
});
