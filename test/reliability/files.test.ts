import { execFile, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { run } from '../../server/src/node/commandLine/run.ts';
import { BAD, folderWith, GOOD, runWith, type Ran } from '../commandLine/fakeIo.ts';
import { buildPrograms } from '../programs.ts';
import { PULLING, TestClient } from '../protocol/testClient.ts';

/** A superuser may read everything: then the programs run as nobody. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** Where nobody may read them, too. */
const programs = mkdtempSync(join(tmpdir(), 'programs-'));
afterAll(() => rmSync(programs, { recursive: true }));
beforeAll(async () => {
  await buildPrograms(programs, 'cli', 'server');
  chmodSync(programs, 0o755);
});

/** One good plan, one that may not be read, two folders that may not be searched, and links in circles. */
function lockedFolder(): string {
  const folder = folderWith({ 'a.mips.yaml': GOOD, 'b-locked.mips.yaml': GOOD, 'c-locked/c.mips.yaml': GOOD, 'd-listed-only/d.mips.yaml': GOOD, 'z.mips.yaml': GOOD.replace('Riverbend', 'Elm') });
  symlinkSync('.', join(folder, 'circle'));
  symlinkSync('self.mips.yaml', join(folder, 'self.mips.yaml'));
  chmodSync(folder, 0o755);
  const locked = [['b-locked.mips.yaml', 0o000, 0o644], ['c-locked', 0o000, 0o755], ['d-listed-only', 0o444, 0o755]] as const;
  for (const [name, mode] of locked) chmodSync(join(folder, name), mode);
  onTestFinished(() => locked.forEach(([name, , mode]) => chmodSync(join(folder, name), mode)));
  return folder;
}

function asNobody(args: readonly string[], folder: string): Promise<Ran> {
  return new Promise((done) => {
    execFile(process.execPath, [join(programs, 'cli.js'), ...args], { cwd: folder, ...NOBODY }, (error, stdout, stderr) => done({ code: (error?.code ?? 0) as Ran['code'], stdout, stderr }));
  });
}

/** A client of the language server in a process of its own. */
function serverAsNobody(folder: string): TestClient {
  const server = spawn(process.execPath, [join(programs, 'server.js'), '--stdio'], { cwd: folder, ...NOBODY });
  onTestFinished(() => { server.kill('SIGKILL'); });
  const client = new TestClient(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  onTestFinished(() => client.connection.dispose());
  return client;
}

describe.skipIf(process.platform === 'win32')('What may not be read', () => {
  it('is named and counted by the command line, and the rest is checked', async () => {
    const { code, stdout, stderr } = await asNobody(['check', '.'], lockedFolder());
    expect(stderr.split('\n').sort()).toEqual([
      '',
      'mips-plan: ./b-locked.mips.yaml: may not be read',
      'mips-plan: ./c-locked: may not be read',
      'mips-plan: ./d-listed-only/d.mips.yaml: may not be read',
      'mips-plan: ./self.mips.yaml: is a link that leads back to itself',
    ]);
    expect(stdout).toContain('2 plans in 2 files; 4 more could not be read.');
    expect(code).toBe(2);
  });

  it('is named by the language server, and the rest of the workspace is read', async () => {
    const folder = lockedFolder();
    const client = serverAsNobody(folder);
    await client.initialize({ capabilities: PULLING, workspaceFolders: [URI.file(folder).toString()] });
    const { files } = await client.plans();
    expect(files.map(({ path, problem, plans }) => [path, problem ?? plans.length])).toEqual([
      ['a.mips.yaml', 1], ['b-locked.mips.yaml', 'may not be read'], ['d-listed-only/d.mips.yaml', 'may not be read'], ['z.mips.yaml', 1],
    ]);
    expect(client.logged.map((line) => line.replaceAll(`${folder}/`, '')).sort()).toEqual([
      'No plans are looked for in c-locked: may not be read',
      'b-locked.mips.yaml is not read: may not be read',
      'd-listed-only/d.mips.yaml is not read: may not be read',
      'self.mips.yaml is left out: is a link that leads back to itself',
    ]);
  });
});

describe.skipIf(process.platform === 'win32')('What goes while the language server reads the workspace', () => {
  it('is named and counted, and the rest is read', async () => {
    const first = Object.fromEntries(Array.from({ length: 190 }, (_, index) => [`a${index + 100}.mips.yaml`, GOOD]));
    const later = ['gone', 'locked', 'folder', 'latin', 'shorter', 'sub/gone', 'sub/deep/gone', 'z'];
    const folder = folderWith({ ...first, ...Object.fromEntries(later.map((name) => [`${name}.mips.yaml`, GOOD])) });
    chmodSync(folder, 0o755);
    const client = serverAsNobody(folder);
    await client.initialize({ capabilities: { ...PULLING, window: { workDoneProgress: true } }, workspaceFolders: [URI.file(folder).toString()] });
    client.connection.onRequest('window/workDoneProgress/create', () => null);
    const someAreRead = new Promise<string>((resolve) => {
      client.connection.onNotification('$/progress', ({ value }: { readonly value: { readonly message?: string } }) => {
        // It tells before it has found all.
        if (value.message?.endsWith(' of 198')) resolve(value.message);
      });
    });
    // While somebody does something the server reads only now and then.
    const busy = setInterval(() => client.notify('textDocument/didSave', { textDocument: { uri: 'file:///x' } }), 5);
    onTestFinished(() => clearInterval(busy));
    const reading = client.plans();
    expect(Number.parseInt(await someAreRead, 10)).toBeLessThan(190);

    const file = (name: string): string => join(folder, `${name}.mips.yaml`);
    rmSync(file('gone'));
    rmSync(join(folder, 'sub'), { recursive: true });
    rmSync(file('folder'));
    mkdirSync(file('folder'));
    writeFileSync(file('latin'), Uint8Array.of(0x61, 0xff));
    writeFileSync(file('shorter'), '');
    chmodSync(file('locked'), 0o000);
    clearInterval(busy);

    const { files, reading: end } = await reading;
    expect(end).toEqual({ state: 'read', read: 195, known: 195, searchesFolders: true });
    expect(files.slice(-5).map(({ path, problem, plans }) => [path.replace('.mips.yaml', ''), problem ?? plans[0]?.points])).toEqual([
      ['folder', 'is a folder'], ['latin', 'is not UTF-8; save it as UTF-8'], ['locked', 'may not be read'], ['shorter', null], ['z', 40],
    ]);
    expect(files.slice(0, -5).map(({ plans }) => plans[0]?.points)).toEqual(Array.from({ length: 190 }, () => 40));
    expect(client.logged.map((line) => line.replaceAll(`${folder}/`, '').replaceAll('.mips.yaml', '')).sort()).toEqual([
      'folder is not read: is a folder',
      'gone was gone before it could be read',
      'latin is not read: is not UTF-8; save it as UTF-8',
      'locked is not read: may not be read',
      'sub/deep/gone was gone before it could be read',
      'sub/gone was gone before it could be read',
    ]);
  });
});

describe('The command line', () => {
  it('names files that vanish during a check, and checks the rest', async () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`a${index}.mips.yaml`, BAD]));
    const folder = folderWith({ ...many, 'b.mips.yaml': GOOD, 'c/c.mips.yaml': GOOD, 'd.mips.yaml': GOOD });
    const written = { stdout: '', stderr: '' };
    const code = await run(['check', '.', '--format', 'json'], {
      stdout: { isTerminal: false, write: (text) => {
        // Once the first are checked, and long before the last.
        rmSync(join(folder, 'b.mips.yaml'), { force: true });
        rmSync(join(folder, 'c'), { recursive: true, force: true });
        written.stdout += text;
        return Promise.resolve();
      } },
      stderr: { isTerminal: false, write: (text) => { written.stderr += text; return Promise.resolve(); } },
      environment: {}, workingFolder: folder, today: '2024-12-31', readStandardInput: () => Promise.resolve(new Uint8Array()), textsFile: '', threads: undefined,
    });
    const files = (JSON.parse(written.stdout) as { readonly file: string }[]).map(({ file }) => file);
    expect(files).toHaveLength(201);
    expect(files.at(-1)).toBe('./d.mips.yaml');
    expect(written.stderr).toBe('mips-plan: ./b.mips.yaml: there is no such file\nmips-plan: ./c: there is no such file\n');
    expect(code).toBe(2);
  });

  it.each([
    ['any bytes', Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256), 'is not UTF-8; save it as UTF-8'],
    ['half a character', Uint8Array.of(0x61, 0x3a, 0x20, 0xe2, 0x82), 'is not UTF-8; save it as UTF-8'],
    ['a surrogate in three bytes', Uint8Array.of(0x61, 0x3a, 0x20, 0xed, 0xa0, 0x80), 'is not UTF-8; save it as UTF-8'],
    ['UTF-16, the low byte first', Buffer.from('\uFEFFperformance_year: 2024\n', 'utf16le'), 'is not UTF-8 but UTF-16; save it as UTF-8'],
    ['UTF-16, the high byte first', Buffer.from('\uFEFFperformance_year: 2024\n', 'utf16le').swap16(), 'is not UTF-8 but UTF-16; save it as UTF-8'],
  ])('refuses %s and checks the rest', async (_, bytes, reason) => {
    const folder = folderWith({ 'a.mips.yaml': bytes, 'b.mips.yaml': GOOD });
    const { code, stdout, stderr } = await runWith(['check', '.'], { folder });
    expect(stderr).toBe(`mips-plan: ./a.mips.yaml: ${reason}\n`);
    expect(stdout).toContain('1 plan in 1 file; 1 more could not be read.');
    expect(code).toBe(2);
  });

  it.each([
    ['NUL', '\0'.repeat(3000)],
    ['control characters', Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('').repeat(20)],
    ['a program', '\u007fELF\u0002\u0001\u0001\0\0\0\0'.repeat(100)],
    ['nothing but a byte-order mark', '\uFEFF'],
    ['the marks of a conflict', `<<<<<<< HEAD\n${GOOD}=======\n${GOOD}>>>>>>> theirs\n`],
  ])('reads %s, and writes nothing to the terminal that steers it', async (_, text) => {
    for (const command of ['check', 'score']) {
      const { code, stdout, stderr } = await runWith([command, '.'], { folder: folderWith({ 'a.mips.yaml': text }) });
      expect([0, 1]).toContain(code);
      expect(stderr).toBe('');
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
    }
  });
});
