// @ts-check
import { spawnSync } from 'node:child_process';

/**
 * Installs Debian packages with what they need, as root or by a `sudo` that asks for no password.
 * @param {string} what as people call it, for the message
 * @param {string[]} packages
 * @returns {boolean} whether they are installed now
 */
export function installByAptGet(what, packages) {
  if (process.platform !== 'linux' || !succeeds('apt-get', ['--version'])) return false;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && !succeeds('sudo', ['-n', 'true'])) return false;
  console.log(`Installing ${what} by apt-get, for the tests`);
  const aptGet = (/** @type {string[]} */ ...args) => {
    const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args];
    return isRoot ? succeeds(command[0] ?? '', command.slice(1)) : succeeds('sudo', ['-n', ...command]);
  };
  aptGet('update');
  return aptGet('install', '-y', '--no-install-recommends', ...packages);
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function succeeds(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
