// @ts-check
// Runs test/vscode/suite inside VS Code's extension host: `node test/vscode/run.mjs` with the extension of this checkout,
// with `--packaged` with the .vsix installed into a clean profile. `--results FILE` says where the counts go.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import cache from '../../scripts/setup/cache.cjs';
import { packagePath } from '../../scripts/packagePath.mjs';
import { installExtension } from '../../scripts/vscode/server.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const standIn = join(root, 'scripts', 'vscode', 'code.mjs');
const { values: flags } = parseArgs({ options: { packaged: { type: 'boolean' }, results: { type: 'string' } } });

const scratch = mkdtempSync(join(tmpdir(), 'mips-plan-tests-'));
const resultsFile = resolve(flags.results ?? join(scratch, 'results.json'));
rmSync(resultsFile, { force: true });
try {
  const workspace = join(scratch, 'samples');
  cpSync(join(root, 'samples'), workspace, { recursive: true });
  const extensionsFolder = join(scratch, 'extensions');
  await runTests({
    vscodeExecutablePath: await vscodeExecutable(),
    extensionDevelopmentPath: flags.packaged ? installPackage(extensionsFolder) : root,
    extensionTestsPath: join(root, 'dist', 'test', 'index.js'),
    extensionTestsEnv: { MIPS_PLAN_TEST_RESULTS: resultsFile },
    launchArgs: [workspace, `--user-data-dir=${join(scratch, 'user-data')}`, `--extensions-dir=${extensionsFolder}`],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  report();
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}

/** VS Code itself where it can be downloaded and has a display, else the stand-in in a browser. */
async function vscodeExecutable() {
  const named = process.env['MIPS_PLAN_VSCODE'];
  if (named) return named === 'browser' ? standIn : named;
  const hasDisplay = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (!hasDisplay || !(await answers('https://update.code.visualstudio.com/api/releases/stable'))) return standIn;
  return downloadAndUnzipVSCode({ version: 'stable', cachePath: join(cache.cacheFolder(), 'vscode') });
}

/** @param {string} address */
async function answers(address) {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}

/**
 * Installs the package and makes an empty extension: VS Code runs tests only beside one in development.
 * @param {string} extensionsFolder
 */
function installPackage(extensionsFolder) {
  installExtension(packagePath(root), extensionsFolder);
  const folder = join(scratch, 'empty-extension');
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'empty', publisher: 'test', version: '0.0.0', engines: { vscode: '*' } }),
  );
  return folder;
}

function report() {
  if (!existsSync(resultsFile)) {
    console.error('VS Code ended without a result.');
    process.exitCode = 1;
    return;
  }
  const { passed, failed, failures } = JSON.parse(readFileSync(resultsFile, 'utf8'));
  for (const failure of failures) console.error(`✗ ${failure}`);
  console.log(`${passed} passed, ${failed} failed in VS Code`);
}
