// @ts-check
import { join } from 'node:path';
import cache from './cache.cjs';
import npmTools from './npm.cjs';

/** The npm package that carries VS Code's server and browser workbench; this version has VS Code 1.139.1. */
const CODE_SERVER = 'code-server@4.139.1';

/**
 * The folder of VS Code's server in the cache, fetched from the npm registry the first time.
 * @returns {string}
 */
export function codeServerFolder() {
  const folder = cache.installOnce(CODE_SERVER.replace('@', '-'), (/** @type {string} */ partial) => {
    console.log(`Getting VS Code for the browser (${CODE_SERVER}, once, some 600 MB on disk)`);
    try {
      npmTools.npmInstallInto(partial, [CODE_SERVER]);
      const server = serverIn(partial);
      npmTools.npm(server, ['install', '--omit=dev']);
      npmTools.npm(join(server, 'extensions'), ['install', '--omit=dev']);
    } catch (error) {
      throw new Error(
        `VS Code for the browser (npm package ${CODE_SERVER}) could not be fetched: ${/** @type {Error} */ (error).message} ` +
          'Check that npm can reach its registry and run the command again.',
        { cause: error },
      );
    }
  });
  return serverIn(folder);
}

/** @param {string} folder */
function serverIn(folder) {
  return join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}
