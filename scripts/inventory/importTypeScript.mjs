// @ts-check
import { build } from 'esbuild';

/**
 * Imports a TypeScript module into a script, bundled in memory.
 *
 * @param {string} path
 * @returns {Promise<any>}
 */
export async function importTypeScript(path) {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'error',
  });
  const code = outputFiles.map(({ contents }) => Buffer.from(contents).toString('base64')).join('');
  return import(`data:text/javascript;base64,${code}`);
}
