// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { codeServerFolder } from '../setup/codeServer.mjs';
import newerNode from '../setup/newerNode.cjs';

/**
 * @typedef {object} ServerOptions
 * @property {string} [extensionsFolder] where installed extensions are; an empty folder if left out
 * @property {Readonly<Record<string, unknown>>} [settings] VS Code settings, over the quiet ones that every server here starts with
 * @property {boolean} [asksForTrust] whether folders are opened in restricted mode until they are trusted
 * @property {string} [connectionToken] a secret that the window must name; none if left out
 * @property {NodeJS.ProcessEnv} [env] the environment of the server and so of the extensions
 * @property {number} [timeLimit] milliseconds that the server may take to listen
 *
 * @typedef {object} WindowOptions
 * @property {string} [folder] a folder or a `.code-workspace` file, or the address of a folder that is not of this machine: `memory:/plans`
 * @property {readonly string[]} [extensionDevelopmentPaths] folders of extensions to run from their sources
 * @property {string} [extensionTestsPath] the module whose `run` the extension host calls
 * @property {string} [file] a file to open
 *
 * @typedef {object} Server
 * @property {(options: WindowOptions) => string} url the address of a window
 * @property {(settings: Readonly<Record<string, unknown>>) => void} changeSettings changes settings while windows are open
 * @property {() => string} log everything that the server has written
 * @property {Promise<unknown>} ended settles when the server has ended
 * @property {() => Promise<void>} stop ends the server with all its extension hosts and removes its data
 */

const QUIET = {
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  // As on the desktop; the browser would save by itself.
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
  // VS Code begins with its chat there, which is switched off: an empty side bar.
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** No look-ups in the public gallery of extensions. */
const WITHOUT_GALLERY = { EXTENSIONS_GALLERY: '{"serviceUrl":""}' };

/** @type {readonly NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const COMMON_ARGUMENTS = ['--accept-server-license-terms', '--telemetry-level', 'off'];

/**
 * Starts VS Code's server on a free port of this machine, with data of its own that goes when it stops.
 * @param {ServerOptions} [options]
 * @returns {Promise<Server>}
 */
export async function startServer(options = {}) {
  const main = serverMain();
  const node = newerNode.nodeForTheServer();
  const data = mkdtempSync(join(tmpdir(), 'mips-plan-vscode-'));
  const settingsFile = join(data, 'data', 'Machine', 'settings.json');
  let settings = { ...QUIET, ...options.settings };
  const changeSettings = (/** @type {Readonly<Record<string, unknown>>} */ changes) => {
    settings = { ...settings, ...changes };
    writeFileSync(settingsFile, JSON.stringify(settings));
  };
  mkdirSync(dirname(settingsFile), { recursive: true });
  changeSettings({});

  const server = spawn(
    node,
    [
      main,
      ...COMMON_ARGUMENTS,
      ...['--host', '127.0.0.1', '--port', '0', '--server-data-dir', data],
      ...['--extensions-dir', options.extensionsFolder ?? join(data, 'extensions')],
      ...(options.connectionToken ? ['--connection-token', options.connectionToken] : ['--without-connection-token']),
      // The smoke test driver is what makes the server take the development extension from the address.
      ...(options.asksForTrust ? [] : ['--disable-workspace-trust']),
      ...['--enable-smoke-test-driver', '--enable-remote-auto-shutdown'],
    ],
    // A process group of its own, so that stopping it stops the extension hosts and language servers too.
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...(options.env ?? process.env), ...WITHOUT_GALLERY }, detached: process.platform !== 'win32' },
  );
  const ended = once(server, 'exit');
  const endNow = () => killGroup(server.pid, 'SIGKILL');
  const endWithUs = endWithProcess(endNow);

  const output = collect(server);
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      killGroup(server.pid, 'SIGTERM');
      const force = setTimeout(endNow, 5_000);
      await ended;
      clearTimeout(force);
    }
    // What the server left behind, should it have died on its own.
    endNow();
    endWithUs.dispose();
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };

  try {
    const authority = `127.0.0.1:${await output.port(options.timeLimit ?? 60_000, ended)}`;
    return { url: (window) => windowUrl(authority, options.connectionToken, window), changeSettings, log: output.text, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Installs an extension into a folder for installed extensions, as `code --install-extension` does.
 * @param {string} extension a `.vsix` file
 * @param {string} extensionsFolder
 */
export function installExtension(extension, extensionsFolder) {
  if (!existsSync(extension)) throw new Error(`${extension} is not there. npm run package makes it.`);
  const data = mkdtempSync(join(tmpdir(), 'mips-plan-vscode-'));
  const args = [serverMain(), ...COMMON_ARGUMENTS, '--server-data-dir', data, '--extensions-dir', extensionsFolder];
  const result = spawnSync(newerNode.nodeForTheServer(), [...args, '--install-extension', resolve(extension), '--force'], {
    encoding: 'utf8',
    timeout: 120_000,
  });
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  if (result.status !== 0 || !/successfully installed/.test(result.stdout)) {
    throw new Error(`${extension} could not be installed: ${result.stdout}${result.stderr}`);
  }
}

function serverMain() {
  return join(codeServerFolder(), 'out', 'server-main.js');
}

/**
 * @param {string} authority
 * @param {string | undefined} token
 * @param {WindowOptions} options
 */
function windowUrl(authority, token, { folder, file, extensionDevelopmentPaths = [], extensionTestsPath }) {
  const remote = (/** @type {string} */ path) => new URL(`vscode-remote://${authority}${posix(path)}`).href;
  const payload = extensionDevelopmentPaths.map((path) => ['extensionDevelopmentPath', remote(path)]);
  if (extensionTestsPath) payload.push(['extensionTestsPath', remote(extensionTestsPath)]);
  if (file) payload.push(['openFile', remote(file)]);
  const query = new URLSearchParams({ payload: JSON.stringify(payload) });
  if (folder) query.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', isAddress(folder) ? folder : posix(folder));
  else query.set('ew', 'true');
  if (token) query.set('tkn', token);
  return `http://${authority}/?${query}`;
}

/**
 * A drive has one letter.
 * @param {string} folder
 */
function isAddress(folder) {
  return /^[a-z]{2,}:/.test(folder);
}

/**
 * An absolute path with slashes, also where Windows has drives.
 * @param {string} path
 */
function posix(path) {
  return resolve(path).replaceAll('\\', '/').replace(/^(?=[A-Za-z]:)/, '/');
}

/** @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} server */
function collect(server) {
  let text = '';
  const listeners = new Set();
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      for (const listener of listeners) listener();
    });
  }
  return {
    text: () => text,
    /**
     * @param {number} timeLimit
     * @param {Promise<unknown>} ended
     * @returns {Promise<string>}
     */
    port: (timeLimit, ended) =>
      new Promise((found, fail) => {
        const timer = setTimeout(() => fail(new Error(`VS Code's server did not start within ${timeLimit} ms:\n${text}`)), timeLimit);
        listeners.add(() => {
          const match = /listening on (\d+)/.exec(text);
          if (!match?.[1]) return;
          clearTimeout(timer);
          listeners.clear();
          found(match[1]);
        });
        ended.then(() => fail(new Error(`VS Code's server ended at once:\n${text}`)), fail);
      }),
  };
}

/**
 * A process group of its own outlives this process, however that ends, unless it is ended first.
 * @param {() => void} end
 */
function endWithProcess(end) {
  const onSignal = (/** @type {NodeJS.Signals} */ signal) => {
    end();
    // Whoever else listens to the signal decides when this process ends.
    if (process.listenerCount(signal) === 1) process.exit(1);
  };
  process.on('exit', end);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return {
    dispose() {
      process.removeListener('exit', end);
      for (const signal of SIGNALS) process.removeListener(signal, onSignal);
    },
  };
}

/**
 * @param {number | undefined} pid
 * @param {NodeJS.Signals} signal
 */
function killGroup(pid, signal) {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // Nothing of the group is left.
  }
}
