import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const code = join(root, 'scripts/vscode/code.mjs');
const evidence = join(root, 'out/vscode');

describe('The stand-in for the code command', () => {
  let extension: string;
  beforeAll(() => {
    extension = mkdtempSync(join(tmpdir(), 'mips-plan-extension-'));
    writeFileSync(
      join(extension, 'package.json'),
      JSON.stringify({ name: 'probe', publisher: 'test', version: '0.0.0', engines: { vscode: '*' } }),
    );
    mkdirSync(join(extension, 'user-data', 'User'), { recursive: true });
    writeFileSync(join(extension, 'user-data', 'User', 'settings.json'), JSON.stringify({ 'editor.tabSize': 7 }));
  });
  afterAll(() => {
    rmSync(extension, { recursive: true, force: true });
  });

  const args = (tests: string): string[] => {
    const path = join(extension, 'tests.js');
    writeFileSync(path, `const vscode = require('vscode'); const { writeFileSync } = require('node:fs'); exports.run = async () => { ${tests} };`);
    return [
      code,
      ...['--no-sandbox', '--disable-updates', `--user-data-dir=${join(extension, 'user-data')}`, extension],
      ...[`--extensionDevelopmentPath=${extension}`, `--extensionTestsPath=${path}`],
    ];
  };

  it('runs tests with the folder and the settings that it was given', () => {
    const seen = join(extension, 'seen.json');
    const state = "[vscode.workspace.workspaceFolders[0].uri.fsPath, vscode.workspace.getConfiguration('editor').get('tabSize')]";
    const run = spawnSync(process.execPath, args(`writeFileSync(${JSON.stringify(seen)}, JSON.stringify(${state}));`), { encoding: 'utf8' });
    expect({ status: run.status, said: run.stdout + run.stderr }).toEqual({ status: 0, said: '' });
    expect(JSON.parse(readFileSync(seen, 'utf8'))).toEqual([extension, 7]);
  });

  it('fails when the tests do, and keeps what helps to find out why', () => {
    rmSync(evidence, { recursive: true, force: true });
    const { status, stderr } = spawnSync(process.execPath, args("throw new Error('this one fails');"), { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toContain(evidence);
    expect(existsSync(join(evidence, 'screenshot.png'))).toBe(true);
    expect(readFileSync(join(evidence, 'server.log'), 'utf8')).toContain('listening on');
    expect(readFileSync(join(evidence, 'extension-host.log'), 'utf8')).toContain('this one fails');
  });

  it('gives up on tests that never end', () => {
    const env = { ...process.env, MIPS_PLAN_VSCODE_TIME_LIMIT: '10000' };
    const { status, stderr } = spawnSync(process.execPath, args('await new Promise(() => {});'), { encoding: 'utf8', env });
    expect(status).toBe(1);
    expect(stderr).toContain('did not end within 10 s');
  });

  it('takes its server with it when it is stopped', async () => {
    const started = join(extension, 'started.json');
    const run = spawn(process.execPath, args(`writeFileSync(${JSON.stringify(started)}, String(process.pid)); await new Promise(() => {});`));
    onTestFinished(() => void run.kill('SIGTERM'));
    let said = '';
    for (const stream of [run.stdout, run.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
    // What it says is what went wrong: it ends only by that.
    await expect.poll(() => said + (existsSync(started) ? readFileSync(started, 'utf8') : ''), { timeout: 120_000 }).toMatch(/^\d+$/);
    const extensionHost = Number(readFileSync(started, 'utf8'));
    expect(isRunning(extensionHost)).toBe(true);
    run.kill('SIGTERM');
    await once(run, 'exit');
    await expect.poll(() => isRunning(extensionHost)).toBe(false);
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
