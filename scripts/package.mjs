// @ts-check
// npm run package: builds the extension and makes its .vsix; .vscodeignore says what goes in.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { packagePath } from './packagePath.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const build = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] });
if (build.status !== 0) process.exit(1);

const file = packagePath(root);
await createVSIX({ cwd: root, packagePath: file, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
console.log(`${Math.ceil(statSync(file).size / 1000)} kB  ${basename(file)}`);
