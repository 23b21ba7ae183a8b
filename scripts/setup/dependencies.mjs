// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import npmTools from './npm.cjs';

/**
 * Installs the project's dependencies if they are missing or not those of package-lock.json.
 * @param {string} root the project's folder
 */
export function installDependencies(root) {
  if (areInstalled(root)) return;
  console.log('Installing the dependencies');
  try {
    npmTools.npm(root, ['ci']);
  } catch (error) {
    throw new Error(
      `The dependencies could not be installed: ${/** @type {Error} */ (error).message} ` +
        'Check that npm can reach its registry and run the command again.',
      { cause: error },
    );
  }
}

/**
 * Compares package-lock.json with npm's own record of what it put into node_modules.
 * @param {string} root the project's folder
 * @returns {boolean}
 */
export function areInstalled(root) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = packagesOf(record);
  const wanted = Object.entries(packagesOf(join(root, 'package-lock.json')));
  return wanted.every(([path, { version, optional }]) => {
    const found = installed[path];
    // Packages for other platforms are optional and rightly absent; the first entry is the project itself.
    return path === '' || (found ? found.version === version : optional === true);
  });
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version: string, optional?: boolean }>}
 */
function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}
