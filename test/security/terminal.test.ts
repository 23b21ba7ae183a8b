import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildTexts } from '../../scripts/inventory/buildTexts.mjs';
import { folderWith, runWith } from '../commandLine/fakeIo.ts';
import { hostileTexts, inventoryOf, planOf } from './hostile.ts';

/** Whatever moves a terminal's cursor, colours it, names its window or turns a line. */
const STEERING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/u;

const scratch = mkdtempSync(join(tmpdir(), 'mips-plan-'));
const textsFile = join(scratch, 'texts.json');
beforeAll(() => buildTexts(textsFile));
afterAll(() => rmSync(scratch, { recursive: true }));

async function expectNothingSteers(text: string, commands: readonly string[], files: Readonly<Record<string, string>>): Promise<void> {
  const folder = folderWith(files);
  for (const command of commands) {
    const { stdout, stderr } = await runWith(command.split(' '), { folder, standardInput: planOf(text), textsFile });
    expect(stdout + stderr, command).not.toBe('');
    expect(stderr, command).not.toContain('--help');
    for (const output of [stdout, stderr]) {
      const at = output.search(STEERING);
      expect(at === -1 ? '' : `${command}: ${JSON.stringify(output.slice(Math.max(0, at - 60), at + 20))}`).toBe('');
    }
    if (/--format (json|sarif)/.test(command) && stdout !== '') expect(() => JSON.parse(stdout) as unknown, command).not.toThrow();
  }
}

it('No text of a plan steers the terminal', async () => {
  const formats = ['check -', 'check --format json -', 'check --format sarif -', 'score -', 'score --format json -', 'export - --to qpp-json', 'export - --to qpp-json --format json'];
  await fc.assert(fc.asyncProperty(hostileTexts, (text) => expectNothingSteers(text, formats, {})), { numRuns: 40 });
});

it('No text of an inventory that somebody loads steers the terminal', async () => {
  const commands = [
    'list --year 2027', 'list --year 2027 --format json', 'explain IA_XX_1', 'explain IA_BE_4 --year 2027', 'explain IA_XX_1 --format json', 'explain IA_XX_9', 'check p.mips.yaml', 'score p.mips.yaml',
  ].map((command) => `${command} --inventory measures-data-2027.json`);
  const plan = 'performance_year: 2027\npractice: { name: A, clinicians: 3 }\nsubmission: { level: group }\nactivities: [{ id: IA_XX_1, performed_by: all, period: 2027-01-01/2027-12-31 }]\n';
  await fc.assert(fc.asyncProperty(hostileTexts, (text) => {
    return expectNothingSteers(text, commands, { 'measures-data-2027.json': inventoryOf(text), 'p.mips.yaml': plan });
  }), { numRuns: 25 });
});

it('shows such a text as it is otherwise', async () => {
  const folder = folderWith({ 'measures-data-2027.json': inventoryOf('Ca\u001b[31mre') });
  const { stdout } = await runWith('list --year 2027 --inventory measures-data-2027.json'.split(' '), { folder, textsFile });
  expect(stdout).toContain('Ca␛[31mre b');
});

it.runIf(process.platform === 'linux')('No name of a file steers the terminal', async () => {
  const name = '\u001b[31m\u202egnp\u009b.mips.yaml';
  await expectNothingSteers('x', ['check .', 'score .', 'check --format json .', 'check --format sarif .', 'check missing\u001b[31m'], { [name]: planOf('x'), [`b${name}`]: '['.repeat(70) });
});
