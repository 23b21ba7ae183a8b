#!/usr/bin/env node
// @ts-check
// A stand-in for the `code` command where VS Code itself is not to be had: it takes the flags that @vscode/test-electron
// passes, runs VS Code's server, opens it in a headless browser and exits with the extension tests' exit code.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, parseArgs } from 'node:util';
import { installExtension, startServer } from './server.mjs';
import { keepEvidence, openWindow } from './window.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const evidence = join(root, 'out', 'vscode');

/** Milliseconds that a whole run may take. */
const TIME_LIMIT = Number(process.env['MIPS_PLAN_VSCODE_TIME_LIMIT'] ?? 300_000);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  // Flags of the desktop that mean nothing here are let through.
  strict: false,
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true },
    extensionTestsPath: { type: 'string' },
    'extensions-dir': { type: 'string' },
    'install-extension': { type: 'string', multiple: true },
    'user-data-dir': { type: 'string' },
  },
});
const text = (/** @type {unknown} */ value) => (typeof value === 'string' ? value : undefined);
const texts = (/** @type {unknown} */ value) => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []);

const extensionsFolder = text(values['extensions-dir']);
const toInstall = texts(values['install-extension']);
try {
  process.exitCode = toInstall.length > 0 ? install() : await runTests();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function install() {
  if (extensionsFolder === undefined) throw new Error('Say with --extensions-dir where to install.');
  for (const extension of toInstall) installExtension(extension, extensionsFolder);
  return 0;
}

async function runTests() {
  const extensionTestsPath = text(values.extensionTestsPath);
  if (extensionTestsPath === undefined) throw new Error('Say with --extensionTestsPath which tests to run.');
  const server = await startServer({
    settings: userSettings(text(values['user-data-dir'])),
    ...(extensionsFolder === undefined ? {} : { extensionsFolder }),
  });
  let window;
  let code = 1;
  /** @type {string[]} */
  const said = [];
  try {
    window = await openWindow();
    const { page } = window;
    /** @type {Promise<number>} */
    const exit = new Promise((done, fail) => {
      void page.exposeFunction('codeAutomationExit', done);
      page.once('crash', () => fail(new Error('The browser page crashed.')));
      server.ended.then(() => fail(new Error("VS Code's server ended before the tests did.")), fail);
      setTimeout(() => fail(new Error(`The tests in VS Code did not end within ${TIME_LIMIT / 1000} s.`)), TIME_LIMIT).unref();
    });
    // The workbench's own log comes this way as well as the tests' output, so it is only kept for a failure.
    await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
      said.push(`${type}: ${format(...args)}`);
    });
    const [folder] = positionals;
    const extensionDevelopmentPaths = texts(values.extensionDevelopmentPath);
    await page.goto(server.url({ extensionDevelopmentPaths, extensionTestsPath, ...(folder === undefined ? {} : { folder }) }));
    code = await exit;
    return code;
  } finally {
    if (code !== 0) {
      await keepEvidence(evidence, window, server);
      writeFileSync(join(evidence, 'extension-host.log'), said.join('\n'));
      console.error(`The screenshot and the server's log are in ${evidence}`);
    }
    await window?.close();
    await server.stop();
  }
}

/**
 * The desktop reads the settings in its user data folder; here they are the server's.
 * @param {string | undefined} userDataFolder
 * @returns {Record<string, unknown>}
 */
function userSettings(userDataFolder) {
  const file = userDataFolder && join(userDataFolder, 'User', 'settings.json');
  return file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
