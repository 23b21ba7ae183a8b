import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FileLookUps } from './fileLookUps.ts';

it('finds what is there, however many are asked for at once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'look-ups-'));
  writeFileSync(join(folder, '7'), '');
  const { exists } = new FileLookUps();
  for (let round = 0; round < 2; round++) {
    const found = await Promise.all(Array.from({ length: 50 }, (_, index) => exists(join(folder, String(index)))));
    expect(found.indexOf(true)).toBe(7);
    expect(found.lastIndexOf(true)).toBe(7);
  }
  await rm(folder, { recursive: true });
});
