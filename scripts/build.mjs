// @ts-check
// npm run build: everything that ends up in dist/. `--watch` goes on building, `--metafile` says what each bundle is made of.
import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import esbuild from 'esbuild';
import { libraryFiles, serverPlugins } from './bundlePlugins.mjs';
import { buildTexts } from './inventory/buildTexts.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { values: flags } = parseArgs({ options: { watch: { type: 'boolean' }, metafile: { type: 'boolean' } } });

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: !flags.watch,
  sourcemap: 'linked',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
};

/** @type {import('esbuild').BuildOptions} */
const onNode = { ...common, platform: 'node', format: 'cjs', target: 'node20' };

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  {
    ...onNode,
    entryPoints: ['client/src/extension.ts', 'client/src/languageClient.ts'],
    outdir: 'dist/client',
    external: ['vscode'],
    // What is imported only when it is wanted stays a file of its own, and is required: VS Code gives `vscode` to that alone.
    supported: { 'dynamic-import': false },
    plugins: [{
      name: 'own file',
      setup: ({ onResolve }) => {
        onResolve({ filter: /\/languageClient\.ts$/ }, ({ kind }) => (kind === 'dynamic-import' ? { path: './languageClient.js', external: true } : undefined));
      },
    }],
  },
  { ...onNode, entryPoints: ['server/src/node/languageServer/main.ts'], outfile: 'dist/server/server.js', plugins: serverPlugins },
  {
    ...onNode,
    entryPoints: ['server/src/node/commandLine/main.ts'],
    outfile: 'dist/server/cli.js',
    plugins: serverPlugins,
    banner: { js: '#!/usr/bin/env node' },
  },
  { ...onNode, entryPoints: libraryFiles, outdir: 'dist/server' },
  {
    ...common,
    entryPoints: ['client/view/main.tsx'],
    outfile: 'dist/client/view/main.js',
    platform: 'browser',
    format: 'iife',
    target: 'chrome128',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  },
];

/** The tests that run inside VS Code's extension host; mocha loads the files itself. @type {import('esbuild').BuildOptions} */
const tests = {
  ...onNode,
  minify: false,
  entryPoints: ['test/vscode/index.ts', 'test/vscode/suite/*.test.ts'],
  outdir: 'dist/test',
  outbase: 'test/vscode',
  external: ['vscode', 'mocha'],
};

const texts = 'dist/server/texts.json';
mkdirSync(join(root, 'dist', 'server'), { recursive: true });

const contexts = await Promise.all([...bundles, tests].map((options) => esbuild.context(options)));
// A failed bundle is said by esbuild itself.
const [texted, ...built] = await Promise.allSettled([buildTexts(join(root, texts)), ...contexts.map((context) => context.rebuild())]);
if (texted.status === 'rejected') console.error(texted.reason);
const results = built.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
const succeeded = texted.status === 'fulfilled' && results.length === contexts.length;

if (succeeded) {
  const files = [texts, ...results.flatMap((result) => Object.keys(result.metafile?.outputs ?? {}))];
  removeOthers(files);
  chmodSync(join(root, 'dist', 'server', 'cli.js'), 0o755);
  if (!flags.watch) printSizes(files.filter((file) => !file.startsWith('dist/test/') && !file.endsWith('.map')));
  if (flags.metafile) await writeMetafiles(results);
}
if (flags.watch) {
  await Promise.all(contexts.map((context) => context.watch()));
  console.log('Watching; Ctrl-C ends it');
} else {
  await Promise.all(contexts.map((context) => context.dispose()));
  process.exitCode = succeeded ? 0 : 1;
}

/**
 * What an earlier build left, such as a test whose source is gone.
 * @param {string[]} files those that this build made
 */
function removeOthers(files) {
  const made = new Set(files.map((file) => join(root, file)));
  for (const entry of readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !made.has(path)) rmSync(path);
  }
}

/** @param {string[]} files */
function printSizes(files) {
  for (const file of files.sort()) console.log(`${String(Math.ceil(statSync(join(root, file)).size / 1000)).padStart(6)} kB  ${file}`);
}

/** @param {import('esbuild').BuildResult[]} results */
async function writeMetafiles(results) {
  mkdirSync(join(root, 'out', 'metafiles'), { recursive: true });
  for (const { metafile } of results) {
    if (!metafile) continue;
    const name = Object.keys(metafile.outputs).find((output) => output.endsWith('.js')) ?? '';
    writeFileSync(join(root, 'out', 'metafiles', `${name.replaceAll('/', '-')}.json`), JSON.stringify(metafile));
    console.log(await esbuild.analyzeMetafile(metafile));
  }
}
