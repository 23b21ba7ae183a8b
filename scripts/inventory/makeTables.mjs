// @ts-check
/**
 * Makes the generated tables of server/data from CMS's lists by year.
 *
 *   node scripts/inventory/makeTables.mjs [FOLDER]
 *
 * FOLDER (default ../shared/inventory) holds `ia-YEAR.json`, the improvement activities of CMS's measures-data.json,
 * for every year of server/data/coverage.json, and `mvp-YEAR.json` (`mvpId`, `title`, `iaMeasureIds`) from 2023 on.
 * The committed tables are what builds read; docs/inventory.md tells how to add a year.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importTypeScript } from '../importTypeScript.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { givenFolder, givenLists, givenMvps, packagedLists } = await importTypeScript(join(root, 'scripts/inventory/cmsLists.ts'), 'node');
const { makeTables } = await importTypeScript(join(root, 'scripts/inventory/makeTables.ts'), 'node');

const folder = process.argv[2] ?? givenFolder(root);
const tables = makeTables(givenLists(folder), givenMvps(folder), packagedLists(root));
for (const [name, table] of Object.entries(tables)) {
  await writeFile(join(root, `server/data/${name}.json`), `${withShortOnesOnALine(JSON.stringify(table, null, 2))}\n`);
}

/**
 * Short objects and lists on one line.
 *
 * @param {string} json
 */
function withShortOnesOnALine(json) {
  return json.replace(/([{[])\n\s+([^{}[\]]*?)\n\s+[}\]]/g, (whole, open, inner) => {
    const line = inner.replace(/\n\s+/g, ' ');
    if (line.length > 90) return whole;
    return open === '{' ? `{ ${line} }` : `[${line}]`;
  });
}
