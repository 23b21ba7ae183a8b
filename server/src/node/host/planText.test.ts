import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { UnreadableError } from './ordinaryFile.ts';
import { readPlanText } from './planText.ts';

function fileWith(content: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'mips-plan-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'a.mips.yaml');
  writeFileSync(path, content);
  return path;
}

it.each(['', 'a: 1\r\n', '\ufeffname: Zoë 😀\n'])('reads %j as it is', async (text) => {
  expect(await readPlanText(fileWith(text))).toBe(text);
});

it('reads of a large file a little more than a plan may have', async () => {
  const text = await readPlanText(fileWith('😀'.repeat(1_000_000)));
  expect(text).toMatch(/^(?:😀)+$/u);
  expect(Buffer.byteLength(text)).toBeGreaterThan(2 * 1024 * 1024);
  expect(Buffer.byteLength(text)).toBeLessThan(2 * 1024 * 1024 + 100);
});

it('says why there is nothing to read, and what the file system said', async () => {
  await expect(readPlanText('/nowhere/at/all')).rejects.toMatchObject({ message: 'there is no such file', cause: { code: 'ENOENT' } });
  await expect(readPlanText(tmpdir())).rejects.toThrow(new UnreadableError('is a folder'));
  await expect(readPlanText(fileWith(new Uint8Array([0x61, 0xff])))).rejects.toThrow(new UnreadableError('is not UTF-8; save it as UTF-8'));
});

it.runIf(existsSync('/dev/null'))('is no device, and no pipe into which nobody writes', async () => {
  await expect(readPlanText('/dev/null')).rejects.toThrow(new UnreadableError('is no file'));
});
