// @ts-check
import { build } from 'esbuild';

/**
 * Imports a TypeScript module into a script, bundled in memory.
 *
 * @param {string} path
 * @param {'node' | 'browser'} platform `browser` for what knows nothing of Node: the libraries' parts for Node call
 * `require`, which a module in memory does not have
 * @returns {Promise<any>}
 */
export async function importTypeScript(path, platform) {
  const { outputFiles } = await build({ entryPoints: [path], bundle: true, format: 'esm', platform, write: false, logLevel: 'error' });
  const code = outputFiles.map(({ contents }) => Buffer.from(contents).toString('base64')).join('');
  return import(`data:text/javascript;base64,${code}`);
}
