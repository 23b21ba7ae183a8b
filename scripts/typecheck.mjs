// @ts-check
// npm run typecheck: the whole project, and again those parts that must not know Node or VS Code, without their types.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const configurations = ['tsconfig.json', 'server/src/tsconfig.json', 'client/view/tsconfig.json', 'test/ui/tsconfig.json', 'scripts/vscode/page/tsconfig.json'];

const runs = await Promise.all(
  configurations.map(async (configuration) => {
    // What did not change since the last time need not be looked at again.
    const memory = join(root, 'out', 'types', `${configuration.replaceAll('/', '-')}.tsbuildinfo`);
    const args = ['--project', join(root, configuration), '--pretty', 'false', '--incremental', '--tsBuildInfoFile', memory];
    const compile = spawn(process.execPath, [compiler, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    const [said, [code]] = await Promise.all([text(compile.stdout), once(compile, 'close')]);
    return { said, code };
  }),
);
// What is wrong in the core is found twice.
const lines = new Set(runs.flatMap(({ said }) => said.split('\n')).filter((line) => line !== ''));
for (const line of lines) console.log(line);
process.exitCode = runs.every(({ code }) => code === 0) ? 0 : 1;
