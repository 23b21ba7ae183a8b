// @ts-check
// npm run package: builds the extension and makes its .vsix; .vscodeignore says what goes in.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { extensionPage } from './extensionPage.mjs';
import { packagePath } from './packagePath.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const build = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] });
if (build.status !== 0) process.exit(1);

const file = packagePath(root);
const readmePath = 'out/package/README.md';
mkdirSync(join(root, dirname(readmePath)), { recursive: true });
writeFileSync(join(root, readmePath), extensionPage(readFileSync(join(root, 'README.md'), 'utf8')));
await createVSIX({ cwd: root, packagePath: file, readmePath, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
console.log(`${Math.ceil(statSync(file).size / 1000)} kB  ${basename(file)}`);
