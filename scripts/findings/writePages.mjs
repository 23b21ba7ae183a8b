// @ts-check
/**
 * Writes what is made from tables: from that of findings the pages in docs/findings and the setting `mipsPlan.findings`
 * in package.json, from that of the plan format docs/plan-format.md.
 *
 *   node scripts/findings/writePages.mjs            writes what is stale
 *   node scripts/findings/writePages.mjs --check    names what is stale and exits with 1, writes nothing
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { importTypeScript } from '../importTypeScript.mjs';
import { staleFiles } from './staleFiles.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values: flags } = parseArgs({ options: { check: { type: 'boolean' } } });

const { generatedFiles, PAGES_FOLDER } = await importTypeScript(join(root, 'scripts/findings/generated.ts'), 'browser');
/** @type {ReadonlyMap<string, string>} */
const generated = generatedFiles(readFileSync(join(root, 'package.json'), 'utf8'));
const { changed, leftOver } = staleFiles(root, generated, PAGES_FOLDER);

if (flags.check) {
  for (const path of changed) console.error(`${path} is stale`);
  for (const path of leftOver) console.error(`${path} belongs to no finding`);
  if (changed.length + leftOver.length > 0) {
    console.error('Run: node scripts/findings/writePages.mjs');
    process.exitCode = 1;
  }
} else {
  mkdirSync(join(root, PAGES_FOLDER), { recursive: true });
  for (const path of changed) replace(join(root, path), generated.get(path) ?? '');
  for (const path of leftOver) rmSync(join(root, path));
  for (const path of [...changed, ...leftOver]) console.log(path);
}

/**
 * At once: nobody finds half a file.
 *
 * @param {string} path
 * @param {string} text
 */
function replace(path, text) {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}
