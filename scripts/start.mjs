// @ts-check
// npm start: VS Code with the extension of this checkout and the samples. `npm start -- --help` says the flags.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installDependencies } from './setup/dependencies.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const samples = join(root, 'samples');

const HELP = `npm start [-- FLAGS]   opens VS Code with the extension and the samples

  --browser   VS Code in the browser, even if the code command is there
  --check     only look whether VS Code in the browser answers, then end
  --no-open   print the address and open no browser window`;

try {
  const { values: flags } = parseArgs({
    options: {
      browser: { type: 'boolean' },
      check: { type: 'boolean' },
      'no-open': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (flags.help) {
    console.log(HELP);
  } else {
    installDependencies(root);
    build();
    const code = flags.browser || flags.check || flags['no-open'] ? undefined : codeCommand();
    if (code) startDesktop(code);
    else await startInBrowser({ check: flags.check === true, open: flags['no-open'] !== true });
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function build() {
  const result = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (result.status !== 0) throw new Error('The build failed; what is wrong stands above.');
}

/** The `code` command of a VS Code on this machine. Inside a terminal of a remote VS Code it is another one, which cannot do this. */
function codeCommand() {
  if (process.env['VSCODE_IPC_HOOK_CLI']) return undefined;
  const names = process.platform === 'win32' ? ['code.cmd', 'code-insiders.cmd'] : ['code', 'code-insiders'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** @param {string} code */
function startDesktop(code) {
  // A .cmd file runs only in a shell, which needs the quotes.
  const shell = process.platform === 'win32';
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, samples].map((arg) => (shell ? `"${arg}"` : arg));
  const result = spawnSync(shell ? `"${code}"` : code, args, { stdio: 'inherit', shell });
  if (result.status !== 0) throw new Error(`${code} did not start VS Code. npm start -- --browser opens it in the browser.`);
  console.log('VS Code opens in a window of its own');
}

/** @param {{ check: boolean, open: boolean }} options */
async function startInBrowser({ check, open }) {
  const { startServer } = await import('./vscode/server.mjs');
  // Only who knows this address gets in: the server can read and write this person's files.
  const server = await startServer({ connectionToken: randomBytes(16).toString('hex') });
  const url = server.url({ folder: samples, extensionDevelopmentPaths: [root] });
  if (check) {
    try {
      await checkWorkbench(url);
      console.log('VS Code in the browser answers');
    } finally {
      await server.stop();
    }
    return;
  }
  console.log(`VS Code in the browser, with the samples:\n\n  ${url}\n\nCtrl-C ends it`);
  if (open) openBrowser(url);
  const asked = await Promise.race([server.ended.then(() => false), interrupted()]);
  await server.stop();
  if (!asked) throw new Error(`VS Code's server ended by itself:\n${server.log()}`);
}

/**
 * Fetches the page and the workbench that it loads, as a browser does: the server takes the token from the address into a
 * cookie and sends the browser on.
 * @param {string} url
 */
async function checkWorkbench(url) {
  const first = await get(url, '');
  const cookie = first.headers.getSetCookie().map((value) => value.split(';')[0]).join('; ');
  const page = await get(new URL(first.headers.get('location') ?? '', url).href, cookie);
  const script = /src="([^"]*\/workbench\.js)"/.exec(await page.text())?.[1];
  const workbench = script && (await get(new URL(script, url).href, cookie));
  if (!workbench || !workbench.ok) throw new Error("VS Code's server answers, but not with its workbench.");
}

/**
 * @param {string} url
 * @param {string} cookie
 */
function get(url, cookie) {
  return fetch(url, { redirect: 'manual', headers: { cookie }, signal: AbortSignal.timeout(30_000) });
}

/** @param {string} url */
function openBrowser(url) {
  const hasDisplay = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (!hasDisplay) return;
  /** @type {Partial<Record<NodeJS.Platform, [string, ...string[]]>>} */
  const commands = { darwin: ['open'], win32: ['cmd', '/c', 'start', '""'] };
  const [command, ...args] = commands[process.platform] ?? ['xdg-open'];
  const target = process.platform === 'win32' ? `"${url}"` : url;
  const opener = spawn(command, [...args, target], { stdio: 'ignore', detached: true, windowsVerbatimArguments: true });
  opener.on('error', () => console.log('No browser could be opened; open the address by hand'));
  opener.unref();
}

/** @returns {Promise<true>} */
function interrupted() {
  return new Promise((done) => {
    // Ctrl-C may come twice: from the terminal, and passed on by the process that started this one.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => done(true));
  });
}
