import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path, { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import { FileLookUps } from './fileLookUps.ts';
import { isInOneOf, LinkedFiles } from './linkedFiles.ts';

describe('files that a plan names', () => {
  const { uriOf } = new LinkedFiles('file:///clients/plans/elm%20street/a.mips.yaml', ['/clients/plans']);

  it('are found from the plan’s folder', () => {
    expect(uriOf('b/c d.pdf')).toBe('file:///clients/plans/elm%20street/b/c%20d.pdf');
    expect(uriOf('../#1.pdf')).toBe('file:///clients/plans/%231.pdf');
    expect(uriOf('/clients/plans/oak/b.pdf')).toBe('file:///clients/plans/oak/b.pdf');
  });

  it('are found in the plan’s own folder where that is in no folder of the workspace', () => {
    const alone = new LinkedFiles('file:///other/a.mips.yaml', ['/clients/plans']);
    expect([alone.uriOf('b.pdf'), alone.uriOf('../b.pdf'), alone.uriOf('/clients/plans/b.pdf')]).toEqual(['file:///other/b.pdf', undefined, 'file:///clients/plans/b.pdf']);
  });

  it.each([
    '../../outside.pdf', '../../plans2/b.pdf', '/etc/passwd', '//host/share/b.pdf', '///etc/passwd', '../..', '../../.',
    'b.pdf\0.exe', '\0', `${'../'.repeat(5000)}etc/passwd`,
  ])('are not opened outside of it: %j', (written) => {
    expect(uriOf(written)).toBeUndefined();
  });

  // What looks like an address, a share or an escape is a name here, and opens nothing but a file of that name.
  it.each([
    ['file:///etc/passwd', 'file%3A/etc/passwd'], ['javascript:alert(1)', 'javascript%3Aalert%281%29'], ['command:workbench.action.quit', 'command%3Aworkbench.action.quit'],
    ['%2e%2e/%2e%2e/%2e%2e/etc/passwd', '%252e%252e/%252e%252e/%252e%252e/etc/passwd'], ['b.pdf?x#y', 'b.pdf%3Fx%23y'],
    ['\\\\host\\share', '%5C%5Chost%5Cshare'], ['C:\\Windows\\win.ini', 'C%3A%5CWindows%5Cwin.ini'],
  ])('are files and nothing else: %s', (written, shown) => {
    expect(uriOf(written)).toBe(`file:///clients/plans/elm%20street/${shown}`);
    expect(URI.parse(uriOf(written) ?? '').scheme).toBe('file');
  });

  it('are none for a plan that is no file', () => {
    expect(new LinkedFiles('untitled:Untitled-1', ['/clients']).uriOf('b.pdf')).toBeUndefined();
    expect(new LinkedFiles('vscode-vfs://github/a/b/c.mips.yaml', ['/clients']).uriOf('/clients/b.pdf')).toBeUndefined();
  });
});

it.each([
  ['win32', 'c:\\plans', 'C:\\Plans\\b.pdf', true],
  ['win32', 'c:\\plans', 'd:\\plans\\b.pdf', false],
  ['win32', 'c:\\plans', '\\\\host\\plans\\b.pdf', false],
  ['win32', '\\\\host\\plans', '\\\\host\\plans\\b.pdf', true],
  ['win32', '\\\\host\\plans', '\\\\host2\\plans\\b.pdf', false],
  ['win32', 'c:\\', 'c:\\b.pdf', true],
  ['posix', '/', '/b.pdf', true],
  ['posix', '/plans', '/plans/..b.pdf', true],
  ['posix', '/plans', '/plans', false],
] as const)('on %s, from %s: %s', (platform, folder, file, within) => {
  expect(isInOneOf([folder], file, path[platform])).toBe(within);
});

describe('symbolic links', () => {
  const around = realpathSync(mkdtempSync(join(tmpdir(), 'mips-plan-links-')));
  const plans = join(around, 'plans');
  mkdirSync(join(plans, 'evidence'), { recursive: true });
  mkdirSync(join(around, 'secret'));
  writeFileSync(join(around, 'secret', 'key.pem'), '');
  writeFileSync(join(plans, 'evidence', 'log.pdf'), '');
  for (const [name, target] of [['key.pdf', '../secret/key.pem'], ['out', '../secret'], ['gone', '../secret/gone.pdf'], ['circle', 'circle'], ['in', 'evidence']] as const) {
    symlinkSync(target, join(plans, name));
  }
  symlinkSync('plans', join(around, 'also-plans'));
  afterAll(() => rmSync(around, { recursive: true }));

  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  const kept = async (folder: string, written: readonly string[]): Promise<readonly string[]> => {
    const files = new LinkedFiles(URI.file(join(folder, 'a.mips.yaml')).toString(), [folder]);
    const links = written.map((each) => ({ range, target: files.uriOf(each) ?? each }));
    return (await files.whereNoLinkLeadsOut(links, new FileLookUps())).map(({ target }) => written.find((each) => (files.uriOf(each) ?? each) === target) ?? '');
  };
  const WRITTEN = ['evidence/log.pdf', 'key.pdf', 'out/key.pem', 'out/missing/a.pdf', 'gone', 'circle', 'in/log.pdf', 'in/missing.pdf', 'missing/b.pdf', 'https://example.org/a'];
  const GOOD = ['evidence/log.pdf', 'in/log.pdf', 'in/missing.pdf', 'missing/b.pdf', 'https://example.org/a'];

  it('that lead out of the workspace are not followed', async () => expect(await kept(plans, WRITTEN)).toEqual(GOOD));
  it('may lead to the workspace itself', async () => expect(await kept(join(around, 'also-plans'), WRITTEN)).toEqual(GOOD));
  it('are looked for in time on paths that are long, deep or many', { timeout: 30_000 }, async () => {
    const files = new LinkedFiles(URI.file(join(plans, 'a.mips.yaml')).toString(), [plans]);
    expect(files.uriOf('a/'.repeat(900_000))).toBeUndefined();
    const deep = Array.from({ length: 100 }, (_, index) => `${index}/${'a/'.repeat(1900)}b`);
    const many = Array.from({ length: 60_000 }, (_, index) => `evidence/${index}`);
    const links = [...deep, ...many].map((each) => ({ range, target: files.uriOf(each) ?? '' }));
    // To look for each folder above each of them took minutes, which is longer than a test may take.
    const shown = await files.whereNoLinkLeadsOut(links, new FileLookUps());
    expect(shown.slice(0, 200)).toEqual(links.slice(0, 200));
    expect(shown).toHaveLength(5_000);
  });
  it('matter not to addresses', async () => expect(await kept('/nowhere', ['https://example.org/', 'mailto:a@example.org'])).toEqual(['https://example.org/', 'mailto:a@example.org']));
});
