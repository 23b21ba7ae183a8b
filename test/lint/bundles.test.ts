import { resolve } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { libraryFiles, serverPlugins } from '../../scripts/bundlePlugins.mjs';

/** A single character beyond ASCII doubles what the text of a bundle takes in memory, and esbuild leaves those of regular expressions and tagged templates as they are: write them as `\u2019`. */
it.each([
  { entryPoint: 'server/src/node/languageServer/main.ts', plugins: serverPlugins },
  { entryPoint: 'server/src/node/commandLine/main.ts', plugins: serverPlugins },
  ...Object.values(libraryFiles).map((library) => ({ entryPoint: library, plugins: [] })),
])('the bundle of $entryPoint is ASCII', async ({ entryPoint, plugins }) => {
  const { outputFiles } = await build({
    absWorkingDir: resolve(import.meta.dirname, '../..'),
    entryPoints: [entryPoint], bundle: true, minify: true, write: false, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'error', plugins,
  });
  const text = outputFiles[0]?.text ?? '';
  expect(text.length).toBeGreaterThan(100_000);
  expect(text.match(/.{0,40}[^\x00-\x7f]+.{0,40}/g) ?? []).toEqual([]);
});
