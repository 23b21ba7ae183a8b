import { execFile, spawn } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildTexts } from '../../scripts/inventory/buildTexts.mjs';
import type { FileFindings } from '../../server/src/export/findingsJson.ts';
import { buildPrograms } from '../programs.ts';
import { BAD, folderWith, GOOD, type Ran } from './fakeIo.ts';

const root = resolve(import.meta.dirname, '../..');
/** The command line as it is shipped, but in a folder of the tests' own. */
const folder = join(root, 'out', 'commandLine');
const CLI = join(folder, 'cli.js');

beforeAll(async () => {
  await buildPrograms(folder, 'cli');
  await buildTexts(join(folder, 'texts.json'));
});

function mipsPlan(args: readonly string[], options: { cwd?: string; input?: string } = {}): Promise<Ran> {
  return new Promise((done) => {
    const child = execFile(process.execPath, [CLI, ...args], { cwd: options.cwd, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      done({ code: (error === null ? 0 : error.code) as Ran['code'], stdout, stderr });
    });
    child.stdin?.end(options.input ?? '');
  });
}

describe('the process', () => {
  it('says its version and explains an activity with the texts beside it', async () => {
    expect(await mipsPlan(['--version'])).toEqual({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string, stderr: '' });
    expect((await mipsPlan(['explain', 'IA_BMH_7'])).stdout).toMatch(/^IA_BMH_7 /);
  });

  it('reads standard input, prints without colours into a pipe and ends with the code', async () => {
    const { code, stdout } = await mipsPlan(['check', '-'], { input: BAD });
    expect(code).toBe(1);
    expect(stdout).toContain('period-too-short');
    expect(stdout).not.toContain('\u001b');
    expect((await mipsPlan(['check'])).code).toBe(2);
  });

  it('scores the samples', async () => {
    const { code, stdout } = await mipsPlan(['score', 'samples/', '--as-of', '2024-12-31'], { cwd: root });
    expect(code).toBe(0);
    expect(stdout).toContain('samples/riverbend.mips.yaml\n  Riverbend Family Medicine, 2024, traditional, group\n  40 of 40 points');
  });

  it('checks many files on all cores, in order', async () => {
    const many = folderWith(Object.fromEntries(Array.from({ length: 400 }, (_, number) => [`${String(number).padStart(3, '0')}.mips.yaml`, number % 2 === 0 ? BAD : GOOD])));
    const { code, stdout, stderr } = await mipsPlan(['check', '.', '--format', 'json', '--as-of', '2024-12-31'], { cwd: many });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const files = JSON.parse(stdout) as FileFindings[];
    expect(files.map(({ file }) => file)).toEqual(Array.from({ length: 400 }, (_, number) => `./${String(number).padStart(3, '0')}.mips.yaml`));
    expect(files.map(({ findings }) => findings.length)).toEqual(files.map((_, number) => (number % 2 === 0 ? 3 : 0)));
  });

  it('goes on to the right exit code when nobody reads its output any more', async () => {
    const many = folderWith(Object.fromEntries(Array.from({ length: 60 }, (_, number) => [`${number}.mips.yaml`, `${BAD}  - id: ${'X'.repeat(30_000)}\n`])));
    const child = spawn(process.execPath, [CLI, 'check', '.', '--format', 'json'], { cwd: many, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.once('data', () => child.stdout.destroy());
    let stderr = '';
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    const [code] = (await once(child, 'close')) as [number];
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });

  it.skipIf(!existsSync('/dev/full'))('says in a line that its output cannot be written', async () => {
    const child = spawn('/bin/sh', ['-c', `"${process.execPath}" "${CLI}" list --year 2024 > /dev/full`], { cwd: root });
    let stderr = '';
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    const [code] = (await once(child, 'close')) as [number];
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'mips-plan: The output cannot be written: no space is left.\n' });
  });

  it.skipIf(process.platform === 'win32')('reads from a pipe that has a name', async () => {
    const copy = folderWith({});
    cpSync(join(root, 'samples', 'riverbend.mips.yaml'), join(copy, 'plan.mips.yaml'));
    const child = spawn('/bin/sh', ['-c', `cat plan.mips.yaml | "${process.execPath}" "${CLI}" score /dev/stdin --format json`], { cwd: copy });
    let stdout = '';
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([{ file: '/dev/stdin', plans: [{ points: 40 }] }]);
  });
});
