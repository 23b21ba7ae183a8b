/**
 * Makes the inventory tables of server/data from CMS's lists by year.
 *
 *   node scripts/inventory/makeTables.mjs [FOLDER]
 *
 * FOLDER (default ../shared/inventory) holds `ia-YEAR.json`, the improvement activities of CMS's measures-data.json,
 * for every year of server/data/coverage.json, and `mvp-YEAR.json` (`mvpId`, `title`, `iaMeasureIds`) from 2023 on.
 * The committed tables are what builds read; docs/inventory.md tells how to add a year.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importTypeScript } from './importTypeScript.mjs';
import { readOfficialActivities } from './officialActivities.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dataFolder = join(root, 'server/data');
const readTable = (name) => JSON.parse(readFileSync(join(dataFolder, `${name}.json`), 'utf8'));

const { compareActivityIds } = await importTypeScript(join(root, 'server/src/inventory/activityId.ts'));
const { writeYears } = await importTypeScript(join(root, 'server/src/inventory/years.ts'));
const { textFingerprint, withoutBlanks } = await importTypeScript(join(root, 'server/src/inventory/textFingerprint.ts'));

const { firstYear, newestYear, lastYearWithWeights } = readTable('coverage');
const { suspensions } = readTable('activityRules');
const years = Array.from({ length: newestYear - firstYear + 1 }, (_, index) => firstYear + index);

const folder = process.argv[2] ?? join(root, '../shared/inventory');
const readYear = (kind, year) => {
  const path = join(folder, `${kind}-${year}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : [];
};

/** Year → id → CMS's entry. */
const lists = new Map(years.map((year) => [year, new Map(readYear('ia', year).map((entry) => [entry.measureId, entry]))]));
for (const [year, list] of lists) if (list.size === 0) throw new Error(`No ia-${year}.json in ${folder}`);
const ids = [...new Set(years.flatMap((year) => [...lists.get(year).keys()]))].sort(compareActivityIds);
const yearsOf = (id) => years.filter((year) => lists.get(year).has(id));

writeTable('activities', mapOf(ids, activityRow));
writeTable('mvps', mvpTable());
writeTable('textProvenance', provenanceTable());
writeTable('textFingerprints', mapOf(
  ids.filter((id) => lists.get(newestYear).has(id)),
  (id) => textFingerprint(lists.get(newestYear).get(id).description),
));

function activityRow(id) {
  const listed = yearsOf(id);
  const entry = (year) => lists.get(year).get(id);
  const subcategories = runs(listed, (year) => entry(year).subcategoryId ?? null);
  if (Object.keys(subcategories).length > 1) throw new Error(`${id} changes its subcategory: the tables have one per activity`);
  const weights = runs(listed.filter((year) => year <= lastYearWithWeights), (year) => entry(year).weight ?? null);
  const textChanged = listed.filter((year) => {
    const before = lists.get(year - 1)?.get(id);
    return before !== undefined && withoutBlanks(before.description) !== withoutBlanks(entry(year).description);
  });
  return {
    years: writeYears(listed, newestYear),
    subcategory: Object.values(subcategories)[0],
    ...(Object.values(weights).some((weight) => weight !== null) && { weights }),
    ...(textChanged.length > 0 && { textChanged }),
    titles: runs(listed, (year) => singleBlanks(entry(year).title)),
  };
}

function mvpTable() {
  const pathways = new Map(years.map((year) => [year, new Map(readYear('mvp', year).map((mvp) => [mvp.mvpId, mvp]))]));
  const mvpIds = [...new Set(years.flatMap((year) => [...pathways.get(year).keys()]))].sort();
  return mapOf(mvpIds, (mvpId) => {
    const listed = years.filter((year) => pathways.get(year).has(mvpId));
    const members = (year) => pathways.get(year).get(mvpId).iaMeasureIds;
    const memberIds = [...new Set(listed.flatMap(members))].sort(compareActivityIds);
    return {
      years: writeYears(listed, newestYear),
      titles: runs(listed, (year) => singleBlanks(pathways.get(year).get(mvpId).title)),
      activities: mapOf(memberIds, (id) => writeYears(listed.filter((year) => members(year).includes(id)), newestYear)),
    };
  });
}

/**
 * Where the text of an activity comes from in the years that the npm package does not hold: an unchanged text of the
 * package (`package ID YEAR`), our summary (`summary NAME`), or the notice of a suspension (`suspended`).
 */
function provenanceTable() {
  const packaged = readOfficialActivities();
  const lastPackagedYear = Math.max(...packaged.keys());
  const packagedTexts = new Map();
  for (const [year, activities] of packaged) {
    for (const [id, { description }] of activities) {
      const key = withoutBlanks(description);
      packagedTexts.set(key, new Map(packagedTexts.get(key)).set(id, year));
    }
  }
  const summaries = new Map();
  const source = (id, year) => {
    if (suspensions.some((suspension) => suspension.year === year && suspension.activities.includes(id))) return 'suspended';
    const key = withoutBlanks(lists.get(year).get(id).description);
    const origins = packagedTexts.get(key);
    if (origins !== undefined) {
      const origin = origins.has(id) ? id : [...origins.keys()][0];
      return `package ${origin} ${origins.get(origin)}`;
    }
    if (!summaries.has(key)) summaries.set(key, [...summaries.values()].includes(id) ? `${id}@${year}` : id);
    return `summary ${summaries.get(key)}`;
  };
  const laterYears = years.filter((year) => year > lastPackagedYear);
  // Summaries are named after the first year's id, so the years are gone through in order.
  const sources = new Map(laterYears.map((year) => [year, new Map([...lists.get(year).keys()].map((id) => [id, source(id, year)]))]));
  const laterIds = ids.filter((id) => laterYears.some((year) => lists.get(year).has(id)));
  return mapOf(laterIds, (id) => runs(laterYears.filter((year) => lists.get(year).has(id)), (year) => sources.get(year).get(id)));
}

/** Values by the year from which they hold. */
function runs(listed, valueOf) {
  const result = {};
  let last;
  for (const year of listed) {
    const value = valueOf(year);
    if (value !== last) result[year] = last = value;
  }
  return result;
}

function mapOf(keys, valueOf) {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)]));
}

function singleBlanks(text) {
  return text.replace(/\s+/g, ' ').trim();
}

/** JSON with short objects and lists on one line. */
function writeTable(name, table) {
  const json = JSON.stringify(table, null, 2).replace(/([{[])\n\s+([^{}[\]]*?)\n\s+([}\]])/g, (whole, open, inner, close) => {
    const line = inner.replace(/\n\s+/g, ' ');
    if (line.length > 90) return whole;
    return open === '{' ? `{ ${line} }` : `[${line}]`;
  });
  writeFileSync(join(dataFolder, `${name}.json`), `${json}\n`);
}
