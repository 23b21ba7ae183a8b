import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly scripts?: Readonly<Record<string, string>>;
}

/** Folders of packages that any of the bundles takes something from, as `scripts/build.mjs` makes them. */
async function bundledFolders(): Promise<readonly string[]> {
  const common = { absWorkingDir: root, bundle: true, write: false, outdir: 'out', metafile: true, logLevel: 'error' } as const;
  const built = await Promise.all([
    build({
      ...common, platform: 'node', external: ['vscode'],
      entryPoints: ['client/src/extension.ts', 'client/src/languageClient.ts', 'server/src/node/languageServer/main.ts', 'server/src/node/commandLine/main.ts'],
    }),
    build({ ...common, platform: 'browser', entryPoints: ['client/view/main.tsx'], jsx: 'automatic', jsxImportSource: 'preact' }),
  ]);
  const inputs = built.flatMap(({ metafile }) => Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs)));
  const taken = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
  return [...new Set(taken.filter((path) => path !== undefined))].sort();
}

describe('What is bundled', () => {
  let packages: readonly Package[] = [];
  beforeAll(async () => {
    packages = (await bundledFolders()).map((folder) => JSON.parse(readFileSync(resolve(root, folder, 'package.json'), 'utf8')) as Package);
  });

  it('is just what docs/dependencies.md lists, with these licences', () => {
    const text = readFileSync(resolve(root, 'docs/dependencies.md'), 'utf8').split(/^## /m).find((part) => part.startsWith('In the bundles'));
    const listed = [...(text ?? '').matchAll(/^\| `([^`]+)` \| ([\d.]+) \| ([\w.-]+) \|$/gm)].map(([, name, version, license]) => `${name ?? ''} ${version ?? ''} ${license ?? ''}`);
    expect(packages.map(({ name, version, license }) => `${name} ${version} ${license}`)).toEqual(listed);
  });

  it('may be passed on in any product', () => {
    expect(new Set(packages.map(({ license }) => license))).toEqual(new Set(['MIT', 'ISC', 'BlueOak-1.0.0']));
  });

  it('wants nothing to be run when it is installed', () => {
    expect(packages.filter(({ scripts }) => ['preinstall', 'install', 'postinstall'].some((name) => scripts?.[name] !== undefined)).map(({ name }) => name)).toEqual([]);
  });
});
