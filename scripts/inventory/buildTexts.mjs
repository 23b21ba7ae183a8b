// @ts-check
/**
 * Makes `texts.json`: what each activity asks, for every year in which CMS lists it.
 *
 *   node scripts/inventory/buildTexts.mjs [OUTPUT]     (default dist/server/texts.json)
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importTypeScript } from '../importTypeScript.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Writes the texts to `output`, an absolute path or one relative to the working folder.
 *
 * @param {string} output
 */
export async function buildTexts(output) {
  const { collectTexts } = await importTypeScript(join(root, 'scripts/inventory/collectTexts.ts'), 'node');
  const { packagedLists } = await importTypeScript(join(root, 'scripts/inventory/cmsLists.ts'), 'node');
  const texts = collectTexts(packagedLists(root));
  await mkdir(dirname(resolve(output)), { recursive: true });
  await writeFile(resolve(output), `${JSON.stringify(texts)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildTexts(process.argv[2] ?? join(root, 'dist/server/texts.json'));
}
