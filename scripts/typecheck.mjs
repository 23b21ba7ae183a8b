// @ts-check
// npm run typecheck: the whole project, and again those parts that must not know Node or VS Code, without their types.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const configurations = ['tsconfig.json', 'server/src/tsconfig.json', 'client/view/tsconfig.json', 'test/ui/tsconfig.json'];

const codes = await Promise.all(
  configurations.map(async (configuration) => {
    const compile = spawn(process.execPath, [compiler, '--project', join(root, configuration), '--pretty', 'false'], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const [code] = await once(compile, 'exit');
    return code;
  }),
);
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
