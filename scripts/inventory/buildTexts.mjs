/**
 * Makes `texts.json`: what each activity asks, for every year in which CMS lists it.
 *
 *   node scripts/inventory/buildTexts.mjs [OUTPUT]     (default dist/server/texts.json)
 *
 * CMS's own texts come from the npm package `qpp-measures-data` (2017–2022) and hold in later years where
 * server/data/textProvenance.json says that CMS left them unchanged; for the other years our summaries of
 * server/data/summaries.json are taken. server/src/inventory/inventoryTexts.ts reads the result.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importTypeScript } from './importTypeScript.mjs';
import { readOfficialActivities } from './officialActivities.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readTable = async (name) => JSON.parse(await readFile(join(root, `server/data/${name}.json`), 'utf8'));

/** Writes the texts to `output`, an absolute path or one relative to the working folder. */
export async function buildTexts(output) {
  const texts = await collectTexts();
  await mkdir(dirname(resolve(output)), { recursive: true });
  await writeFile(resolve(output), `${JSON.stringify(texts)}\n`);
}

/** The content of `texts.json`. Throws where an activity lacks its text in a year. */
export async function collectTexts() {
  const [coverage, activities, provenance, { suspensionNotice, summaries }] = await Promise.all(
    ['coverage', 'activities', 'textProvenance', 'summaries'].map(readTable),
  );
  const { readYears, valueIn } = await importTypeScript(join(root, 'server/src/inventory/years.ts'));
  const { withoutBlanks } = await importTypeScript(join(root, 'server/src/inventory/textFingerprint.ts'));
  const { tidied } = await importTypeScript(join(root, 'server/src/inventory/inventoryTexts.ts'));
  const packaged = readOfficialActivities();

  const officialTexts = bestLaidOut(packaged, withoutBlanks, tidied);
  const officialText = (id, year) => {
    const description = packaged.get(year)?.get(id)?.description;
    return description === undefined ? undefined : { official: true, text: officialTexts.get(withoutBlanks(description)) };
  };
  const summary = (name) => {
    const sentences = Object.hasOwn(summaries, name) ? summaries[name] : undefined;
    return sentences && { official: false, text: sentences.join(' ') };
  };
  const textOf = (id, year) => {
    if (packaged.has(year)) return officialText(id, year);
    const [source, name, packagedYear] = (valueIn(provenance[id] ?? {}, year) ?? '').split(' ');
    if (source === 'package') return officialText(name, Number(packagedYear));
    if (source === 'summary') return summary(name);
    const asked = source === 'suspended' ? summary(id) : undefined;
    return asked && { official: false, text: [...suspensionNotice, asked.text].join(' ') };
  };

  const runs = {};
  const earlier = {};
  for (const [id, row] of Object.entries(activities)) {
    runs[id] = [];
    for (const year of readYears(row.years, coverage.newestYear)) {
      const text = textOf(id, year);
      if (text?.text === undefined) throw new Error(`No text of ${id} for ${year}`);
      const last = runs[id].at(-1);
      if (last !== undefined && last[1] === year - 1 && last[2].text === text.text) last[1] = year;
      else runs[id].push([year, year, text]);
      if (valueIn(provenance[id] ?? {}, year) === 'suspended') {
        const before = textOf(id, year - 1);
        earlier[id] = before === undefined ? [year, year, summary(id)] : [year, year - 1, before];
      }
    }
  }
  return indexed(runs, earlier);
}

/** Of CMS's texts that are the same but for blanks, the one with the most lines, the newest of equals. */
function bestLaidOut(packaged, withoutBlanks, tidied) {
  const lines = (text) => text.split('\n').length;
  const best = new Map();
  for (const activities of packaged.values()) {
    for (const { description } of activities.values()) {
      const key = withoutBlanks(description);
      const text = tidied(description);
      if (!best.has(key) || lines(text) >= lines(best.get(key))) best.set(key, text);
    }
  }
  return best;
}

/** Each text once, CMS's own first, and its number in place of it. */
function indexed(runs, earlier) {
  const all = [...Object.values(runs).flat(), ...Object.values(earlier)].map(([, , text]) => text);
  const distinct = (official) => [...new Set(all.filter((text) => text.official === official).map(({ text }) => text))];
  const official = distinct(true);
  const texts = [...official, ...distinct(false)];
  const numbers = new Map(texts.map((text, number) => [text, number]));
  const withNumber = ([first, last, { text }]) => [first, last, numbers.get(text)];
  return {
    texts,
    officialCount: official.length,
    runs: Object.fromEntries(Object.entries(runs).map(([id, ofActivity]) => [id, ofActivity.map(withNumber)])),
    earlier: Object.fromEntries(Object.entries(earlier).map(([id, run]) => [id, withNumber(run)])),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildTexts(process.argv[2] ?? join(root, 'dist/server/texts.json'));
}
