import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix, win32 } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evidenceFile, fileExists, fileExistsNow } from './evidenceFile.ts';

describe('evidenceFile', () => {
  it('is relative to the plan’s folder', () => {
    expect(evidenceFile('/plans/a.mips.yaml', 'evidence/log.pdf', posix)).toBe('/plans/evidence/log.pdf');
    expect(evidenceFile('/plans/a.mips.yaml', '../shared/log.pdf', posix)).toBe('/shared/log.pdf');
    expect(evidenceFile('/plans/a.mips.yaml', '/archive/log.pdf', posix)).toBe('/archive/log.pdf');
    expect(evidenceFile('C:\\plans\\a.mips.yaml', 'evidence/log.pdf', win32)).toBe('C:\\plans\\evidence\\log.pdf');
    expect(evidenceFile('C:\\plans\\a.mips.yaml', 'D:\\archive\\log.pdf', win32)).toBe('D:\\archive\\log.pdf');
  });

  it.each(['\\\\other\\share\\log.pdf', '//other/share/log.pdf', '\\\\?\\UNC\\other\\share\\log.pdf'])('asks no other machine: %s', (written) => {
    expect(evidenceFile('C:\\plans\\a.mips.yaml', written, win32)).toBeUndefined();
    expect(evidenceFile('\\\\office\\plans\\a.mips.yaml', written, win32)).toBeUndefined();
  });

  it('looks on the share where the plan is', () => {
    expect(evidenceFile('\\\\office\\plans\\2024\\a.mips.yaml', 'log.pdf', win32)).toBe('\\\\office\\plans\\2024\\log.pdf');
    expect(evidenceFile('\\\\office\\plans\\a.mips.yaml', '\\\\OFFICE\\plans\\log.pdf', win32)).toBe('\\\\OFFICE\\plans\\log.pdf');
  });
});

describe('whether a file exists', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'evidence-'));
    writeFileSync(join(folder, 'log.pdf'), '');
    symlinkSync('nowhere', join(folder, 'dangling'));
    symlinkSync('circle', join(folder, 'circle'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    ['log.pdf', true],
    ['.', true],
    ['other.pdf', false],
    ['log.pdf/inside', false],
    ['dangling', false],
    ['circle', false],
    ['a\0b', false],
    ['x'.repeat(5000), false],
  ])('%j: %s', async (name, expected) => {
    const file = `${folder}/${name}`;
    expect(await fileExists(file)).toBe(expected);
    expect(fileExistsNow(file)).toBe(expected);
  });
});
