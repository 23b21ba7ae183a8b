import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileFindings } from '../../server/src/export/findingsJson.ts';
import { BAD, folderWith, GOOD, runWith } from './fakeIo.ts';

describe('mips-plan check', () => {
  it('shows each finding with its line, a caret and an overview', async () => {
    const folder = folderWith({ 'a/bad.mips.yaml': BAD, 'a/good.mips.yml': GOOD });
    const [bad] = JSON.parse((await runWith(['check', 'a', '--format', 'json'], { folder })).stdout) as [FileFindings];
    const [below, short, undocumented] = bad.findings.map(({ message }) => message) as [string, string, string];
    const { code, stdout, stderr } = await runWith(['check', 'a'], { folder });
    expect(stdout).toBe(`a/bad.mips.yaml
   4:1  information  ${below}  score-below-maximum
     4 │ activities:
       │ ^^^^^^^^^^
  6:13  error        ${short}  period-too-short
     6 │     period: 2024-03-01/2024-05-28
       │             ^^^^^^^^^^^^^^^^^^^^^
  10:9  warning      ${undocumented}  evidence-missing
    10 │   - id: IA_CC_8
       │         ^^^^^^^

2 plans in 2 files.
50 of 80 points; 1 plan reaches 40. 1 error, 1 warning, 1 note.
`);
    expect(stderr).toBe('');
    expect(code).toBe(1);
  });

  it('relates places', async () => {
    const { stdout } = await runWith(['check', '-'], { standardInput: GOOD.replace('IA_BE_6', 'IA_EPA_1') });
    expect(stdout).toContain('\n       └ 5:11  The entry that counts\n');
  });

  it('ends with 0 where there are no errors', async () => {
    const { code, stdout } = await runWith(['check', '-'], { standardInput: GOOD });
    expect(stdout).toBe('1 plan in 1 file.\n40 of 40 points. No errors, no warnings.\n');
    expect(code).toBe(0);
  });

  it.each([
    ['0', 1, 'mips-plan: 1 warning, where 0 are allowed\n'],
    ['1', 0, ''],
  ])('allows %s warnings', async (most, expected, said) => {
    const standardInput = BAD.replace('2024-05-28', '2024-05-29');
    const { code, stderr } = await runWith(['check', '-', '--max-warnings', most], { standardInput });
    expect({ code, stderr }).toEqual({ code: expected, stderr: said });
  });

  it('prints JSON as the interfaces have it', async () => {
    const folder = folderWith({ 'bad.mips.yaml': BAD, 'good.mips.yaml': GOOD });
    const { code, stdout } = await runWith(['check', './bad.mips.yaml', 'good.mips.yaml', '--format', 'json'], { folder });
    expect(code).toBe(1);
    const files = JSON.parse(stdout) as FileFindings[];
    expect(stdout).toBe(`${JSON.stringify(files, null, 2)}\n`);
    expect(files.map(({ file, findings }) => [file, findings.map((finding) => finding.code)])).toEqual([
      ['./bad.mips.yaml', ['score-below-maximum', 'period-too-short', 'evidence-missing']],
      ['good.mips.yaml', []],
    ]);
    expect(files[0]?.findings[1]).toEqual({
      code: 'period-too-short',
      severity: 'error',
      message: expect.stringContaining('Runs 89 days') as string,
      range: { start: { line: 5, character: 12 }, end: { line: 5, character: 33 } },
      plan: 0,
    });
  });

  it('prints an empty list where there are no plans, and says so', async () => {
    const folder = folderWith({ 'notes.yaml': GOOD });
    expect(await runWith(['check', '.', '--format', 'json'], { folder })).toEqual({
      code: 0,
      stdout: '[]\n',
      stderr: 'mips-plan: no plans (*.mips.yaml, *.mips.yml) in .\n',
    });
  });

  it('judges as on the day that --as-of names, else today', async () => {
    const planned = 'performance_year: 2024\npractice: { name: A, clinicians: 20 }\nsubmission: { level: group }\nactivities:\n  - { id: IA_EPA_1, performed_by: all }\n';
    const codes = async (args: string[], today = '2024-12-31'): Promise<string[]> => {
      const { stdout } = await runWith(['check', '-', '--format', 'json', ...args], { standardInput: planned, today });
      return (JSON.parse(stdout) as FileFindings[])[0]?.findings.map(({ code }) => code) ?? [];
    };
    expect(await codes([])).toContain('last-start-passed');
    expect(await codes([], '2024-10-03')).not.toContain('last-start-passed');
    expect(await codes(['--as-of', '2024-10-03'])).not.toContain('last-start-passed');
  });

  it('looks for evidence beside the plan, wherever that is', async () => {
    const plan = GOOD.replace('[{ note: a log }]', '[log.txt]');
    const folder = folderWith({ 'a/with.mips.yaml': plan, 'a/log.txt': '', 'b/without.mips.yaml': plan });
    const { stdout } = await runWith(['check', 'a', 'b', '--format', 'json'], { folder });
    const files = JSON.parse(stdout) as FileFindings[];
    expect(files.map(({ findings }) => findings.map(({ code }) => code))).toEqual([[], ['evidence-not-found']]);
    // What comes from standard input lies nowhere.
    expect((await runWith(['check', '-', '--format', 'json'], { folder, standardInput: plan })).stdout).not.toContain('evidence-not-found');
  });

  it('shows of a TIN the last four digits', async () => {
    const standardInput = GOOD.replace('"000123456"', '123456789').replace('name: Riverbend', 'name: 987654321');
    for (const format of ['text', 'json', 'sarif']) {
      const { stdout } = await runWith(['check', '-', '--format', format], { standardInput });
      expect(stdout).toMatch(/unquoted-identifier/);
      expect(stdout).toMatch(/wrong-type/);
      expect(stdout).not.toMatch(/12345678|98765432/);
    }
    expect((await runWith(['check', '-'], { standardInput })).stdout).toContain('tin: •••••6789');
    expect((await runWith(['score', '-'], { standardInput: GOOD.replace('name: Riverbend', 'name: "987-65-4321"') })).stdout).toContain('•••-••-4321');
  });
});

describe('files that cannot be read', () => {
  it('are named on standard error after the rest is done, and end with 2', async () => {
    const folder = folderWith({
      'a.mips.yaml': GOOD,
      'latin1.mips.yaml': new Uint8Array([0x70, 0xe9, 0x3a, 0x0a]),
      'utf16.mips.yaml': new Uint8Array([0xff, 0xfe, 0x61, 0x00]),
      'z.mips.yaml': BAD,
    });
    symlinkSync('nowhere', join(folder, 'dead.mips.yaml'));
    symlinkSync('nowhere', join(folder, 'dead.txt'));
    const { code, stdout, stderr } = await runWith(['check', 'absent.mips.yaml', '.', '--format', 'json'], { folder });
    expect(code).toBe(2);
    expect((JSON.parse(stdout) as FileFindings[]).map(({ file }) => file)).toEqual(['./a.mips.yaml', './z.mips.yaml']);
    expect(stderr).toBe(`mips-plan: absent.mips.yaml: there is no such file
mips-plan: ./dead.mips.yaml: is a link to something that is not there
mips-plan: ./latin1.mips.yaml: is not UTF-8; save it as UTF-8
mips-plan: ./utf16.mips.yaml: is not UTF-8 but UTF-16; save it as UTF-8
`);
  });

  it('are counted below what could be read, and nothing is praised where nothing was', async () => {
    const folder = folderWith({ 'a.mips.yaml': GOOD, 'b.mips.yaml': GOOD.replace('Riverbend', 'Elm'), 'u.mips.yaml': new Uint8Array([0xff]) });
    expect((await runWith(['check', 'absent', '.'], { folder })).stdout).toMatch(/^2 plans in 2 files; 2 more could not be read\.\n/);
    expect((await runWith(['score', 'absent', '.'], { folder })).stdout).toContain('\n2 plans in 2 files; 2 more could not be read.\n');
    expect(await runWith(['check', 'absent'], { folder })).toEqual({ code: 2, stdout: '', stderr: 'mips-plan: absent: there is no such file\n' });
    expect(await runWith(['check', 'empty'], { folder: folderWith({ 'empty/a.txt': '' }) })).toMatchObject({ stdout: '', stderr: 'mips-plan: no plans (*.mips.yaml, *.mips.yml) in empty\n' });
  });

  it('and inventory files likewise', async () => {
    const folder = folderWith({ 'a.mips.yaml': GOOD, '2030.json': '[{,}]' });
    const { code, stdout, stderr } = await runWith(['check', 'a.mips.yaml', '--inventory', '2030.json', '--inventory', '2031.json'], { folder });
    expect(code).toBe(2);
    expect(stdout).toContain('40 of 40 points');
    expect(stderr).toBe('mips-plan: 2030.json: line 1, column 3: not JSON\nmips-plan: 2031.json: there is no such file\n');
  });

  it('but too large ones are read as far as is needed to say so', async () => {
    const folder = folderWith({ 'large.mips.yaml': `# é${'é'.repeat(3 * 1024 * 1024)}` });
    const { code, stdout } = await runWith(['check', 'large.mips.yaml', '--format', 'json'], { folder });
    expect(code).toBe(1);
    expect((JSON.parse(stdout) as FileFindings[])[0]?.findings.map(({ code: finding }) => finding)).toEqual(['document-too-large']);
  });
});

describe('which files are read', () => {
  async function files(args: readonly string[], folder: string): Promise<string[]> {
    const { stdout } = await runWith(['check', ...args, '--format', 'json'], { folder });
    return (JSON.parse(stdout) as FileFindings[]).map(({ file }) => file);
  }

  it('those of folders by name, and whatever is named itself', async () => {
    const folder = folderWith({
      'plans/b.mips.yaml': GOOD,
      'plans/a.mips.yml': GOOD,
      'plans/a-sub/c.mips.yaml': GOOD,
      'plans/Z.mips.yaml': GOOD,
      'plans/plan.yaml': GOOD,
      'plans/node_modules/x.mips.yaml': GOOD,
      'plans/.git/x.mips.yaml': GOOD,
      'other.txt': GOOD,
    });
    expect(await files(['plans/', 'other.txt'], folder)).toEqual([
      'plans/Z.mips.yaml', 'plans/a-sub/c.mips.yaml', 'plans/a.mips.yml', 'plans/b.mips.yaml', 'other.txt',
    ]);
    expect(await files(['plans/.git'], folder)).toEqual(['plans/.git/x.mips.yaml']);
    expect(await files([join(folder, 'plans/a-sub')], folder)).toEqual([join(folder, 'plans/a-sub/c.mips.yaml')]);
  });

  it('each once, however it is named', async () => {
    const folder = folderWith({ 'plans/a.mips.yaml': GOOD });
    expect(await files(['plans/a.mips.yaml', 'plans', './plans'], folder)).toEqual(['plans/a.mips.yaml']);
  });

  it('through links, but not in circles', async () => {
    const folder = folderWith({ 'plans/a.mips.yaml': GOOD, 'elsewhere/b.mips.yaml': GOOD });
    symlinkSync('..', join(folder, 'plans/up'));
    symlinkSync('../elsewhere', join(folder, 'plans/linked'));
    symlinkSync('circle', join(folder, 'plans/circle'));
    expect(await files(['plans'], folder)).toEqual(['plans/a.mips.yaml', 'plans/linked/b.mips.yaml']);
  });

  it('and no folder that has the name of a plan', async () => {
    const folder = folderWith({ 'plans/a.mips.yaml': GOOD });
    mkdirSync(join(folder, 'plans/folder.mips.yaml'));
    writeFileSync(join(folder, 'plans/folder.mips.yaml/b.mips.yaml'), GOOD);
    expect(await files(['plans'], folder)).toEqual(['plans/a.mips.yaml', 'plans/folder.mips.yaml/b.mips.yaml']);
  });
});

describe('colours', () => {
  const COLOUR = '\u001b[';
  it.each([
    ['a terminal', [], ['stdout'], {}, true],
    ['a pipe', [], [], {}, false],
    ['a terminal with NO_COLOR', [], ['stdout'], { NO_COLOR: '1' }, false],
    ['a terminal with an empty NO_COLOR', [], ['stdout'], { NO_COLOR: '' }, true],
    ['a terminal that cannot', [], ['stdout'], { TERM: 'dumb' }, false],
    ['a pipe with FORCE_COLOR', [], [], { FORCE_COLOR: '1' }, true],
    ['a pipe with --color always', ['--color', 'always'], [], { NO_COLOR: '1' }, true],
    ['a terminal with --color never', ['--color', 'never'], ['stdout'], {}, false],
  ] as const)('on %s', async (_, args, terminals, environment, expected) => {
    const { stdout } = await runWith(['check', '-', ...args], { standardInput: BAD, terminals, environment });
    expect(stdout.includes(COLOUR)).toBe(expected);
  });

  it('never in JSON', async () => {
    const { stdout } = await runWith(['check', '-', '--format', 'json', '--color', 'always'], { standardInput: BAD });
    expect(stdout.includes(COLOUR)).toBe(false);
  });
});
