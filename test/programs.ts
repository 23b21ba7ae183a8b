import { resolve } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { libraryFiles, serverPlugins } from '../scripts/bundlePlugins.mjs';

const absWorkingDir = resolve(import.meta.dirname, '..');
const PROGRAMS = { cli: 'server/src/node/commandLine/main.ts', server: 'server/src/node/languageServer/main.ts' } as const;

/** Makes programs as `npm run build` does, with their libraries beside them, in a folder of a test's own: `cli.js`, `server.js`. */
export async function buildPrograms(outdir: string, ...names: readonly (keyof typeof PROGRAMS)[]): Promise<void> {
  const common: BuildOptions = { absWorkingDir, outdir, bundle: true, minify: true, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'warning' };
  await Promise.all([
    ...names.map((name) => build({ ...common, entryPoints: { [name]: PROGRAMS[name] }, plugins: serverPlugins })),
    build({ ...common, entryPoints: libraryFiles }),
  ]);
}
