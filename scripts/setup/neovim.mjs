// @ts-check
import { spawnSync } from 'node:child_process';
import { installByAptGet } from './aptGet.mjs';

/**
 * The command that starts Neovim: the one on the PATH, else Debian's, installed now.
 * @returns {string | undefined} undefined where it cannot be had, which was said
 */
export function testNeovim() {
  if (runs('nvim')) return 'nvim';
  if (installByAptGet('Neovim', ['neovim']) && runs('nvim')) return 'nvim';
  console.log('Neovim is not on this machine and could not be installed by apt-get; the test in Neovim is not run.');
  return undefined;
}

/** @param {string} command */
function runs(command) {
  return spawnSync(command, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}
