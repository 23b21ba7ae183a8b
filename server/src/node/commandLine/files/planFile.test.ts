import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { UnreadableError } from '../../host/ordinaryFile.ts';
import { decodePlan } from '../../host/planText.ts';
import { readPlanFile } from './planFile.ts';

function fileWith(content: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'mips-plan-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'a.mips.yaml');
  writeFileSync(path, content);
  return path;
}

it.each(['', 'a: 1\r\n', '\ufeffname: Zoë 😀\n'])('reads %j as it is', (text) => {
  expect(readPlanFile(fileWith(text))).toBe(text);
  expect(decodePlan(new TextEncoder().encode(text))).toBe(text);
});

it.each([0, 1, 2, 3])('reads of a large file a little more than a plan may have, whole characters only (%i)', (shift) => {
  const text = readPlanFile(fileWith('x'.repeat(shift) + '😀'.repeat(1_000_000)));
  expect(text).toMatch(/^x*(?:😀)+$/u);
  expect(Buffer.byteLength(text)).toBeGreaterThan(2 * 1024 * 1024);
  expect(Buffer.byteLength(text)).toBeLessThan(2 * 1024 * 1024 + 100);
});

it.each([
  [[0x61, 0xff], 'is not UTF-8; save it as UTF-8'],
  [[0xc3], 'is not UTF-8; save it as UTF-8'],
  [[0xed, 0xa0, 0x80], 'is not UTF-8; save it as UTF-8'],
  [[0xfe, 0xff, 0, 0x61], 'is not UTF-8 but UTF-16; save it as UTF-8'],
])('refuses the bytes %j', (bytes, message) => {
  expect(() => readPlanFile(fileWith(new Uint8Array(bytes)))).toThrow(new UnreadableError(message));
});

it('says why there is nothing to read', () => {
  expect(() => readPlanFile('/nowhere/at/all')).toThrow(new UnreadableError('there is no such file'));
  expect(() => readPlanFile(tmpdir())).toThrow(new UnreadableError('is a folder'));
  expect(() => readPlanFile('a\0b')).toThrow(UnreadableError);
});
