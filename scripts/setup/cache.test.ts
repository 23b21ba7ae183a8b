import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import cache from './cache.cjs';

describe('installOnce', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mips-plan-cache-'));
    vi.stubEnv('MIPS_PLAN_CACHE', folder);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  it('fills a folder once', () => {
    const fill = vi.fn((partial: string) => {
      writeFileSync(join(partial, 'tool'), 'it');
    });
    const installed = cache.installOnce('tool-1', fill);
    expect(cache.installOnce('tool-1', fill)).toBe(installed);
    expect(fill).toHaveBeenCalledTimes(1);
    expect(readFileSync(join(folder, 'tool-1', 'tool'), 'utf8')).toBe('it');
  });

  it('leaves nothing of an installation that failed', () => {
    expect(() =>
      cache.installOnce('tool-1', (partial: string) => {
        writeFileSync(join(partial, 'half'), '');
        throw new Error('no network');
      }),
    ).toThrow('no network');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('removes what a stopped process left, and leaves what a running one is at', async () => {
    const ended = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(ended, 'exit');
    mkdirSync(join(folder, `old-1.partial-${ended.pid ?? 0}`));
    mkdirSync(join(folder, `other-1.partial-${process.ppid}`));
    cache.installOnce('tool-1', () => undefined);
    expect(readdirSync(folder).sort()).toEqual([`other-1.partial-${process.ppid}`, 'tool-1']);
  });

  it('takes what another process has installed meanwhile', () => {
    const installed = cache.installOnce('tool-1', (partial: string) => {
      writeFileSync(join(partial, 'mine'), '');
      mkdirSync(join(folder, 'tool-1'));
      writeFileSync(join(folder, 'tool-1', 'theirs'), '');
    });
    expect(readdirSync(installed)).toEqual(['theirs']);
    expect(readdirSync(folder)).toEqual(['tool-1']);
  });

  it('says what to do where the cache cannot be written', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    vi.stubEnv('MIPS_PLAN_CACHE', join(file, 'cache'));
    expect(() => cache.installOnce('tool-1', () => undefined)).toThrow('Set MIPS_PLAN_CACHE to a folder that can be');
    expect(existsSync(join(file, 'cache'))).toBe(false);
  });
});
