import { compareActivityIds } from '../../server/src/inventory/activityId.ts';
import { type ActivityRow, activityRules, coverage, type MvpRow } from '../../server/src/inventory/tables.ts';
import { textFingerprint, withoutBlanks } from '../../server/src/inventory/textFingerprint.ts';
import { type FromYear, writeYears } from '../../server/src/inventory/years.ts';
import type { ListedActivity, ListedMvp, Lists } from './cmsLists.ts';

/** The generated tables of server/data, by name. */
export interface GeneratedTables {
  readonly activities: Readonly<Record<string, ActivityRow>>;
  readonly mvps: Readonly<Record<string, MvpRow>>;
  readonly textProvenance: Readonly<Record<string, FromYear<string>>>;
  readonly textFingerprints: Readonly<Record<string, string>>;
}

const { firstYear, newestYear, lastYearWithWeights } = coverage;
const YEARS = Array.from({ length: newestYear - firstYear + 1 }, (_, index) => firstYear + index);

/**
 * @param packaged the years whose texts the npm package has
 * @throws Error where a year's list is missing, or an activity changes its subcategory
 */
export function makeTables(lists: Lists<ListedActivity>, mvps: Lists<ListedMvp>, packaged: Lists<ListedActivity>): GeneratedTables {
  const missing = YEARS.filter((year) => !lists.has(year));
  if (missing.length > 0) throw new Error(`No list of activities for ${missing.join(', ')}`);
  const histories = new Map(
    [...historiesOf(lists, ({ measureId }) => measureId)].sort(([a], [b]) => compareActivityIds(a, b)),
  );
  return {
    activities: mapped(histories, activityRow),
    mvps: mapped(new Map([...historiesOf(mvps, ({ mvpId }) => mvpId)].sort(([a], [b]) => (a < b ? -1 : 1))), mvpRow),
    textProvenance: provenance(histories, packaged),
    textFingerprints: Object.fromEntries(
      [...histories].flatMap(([id, history]) => {
        const newest = history.get(newestYear);
        return newest === undefined ? [] : [[id, textFingerprint(newest.description)]];
      }),
    ),
  };
}

/** CMS's entries of one id by year, ascending. */
type History<T> = ReadonlyMap<number, T>;

function historiesOf<T>(lists: Lists<T>, idOf: (entry: T) => string): ReadonlyMap<string, History<T>> {
  const histories = new Map<string, Map<number, T>>();
  for (const year of YEARS) {
    for (const entry of lists.get(year) ?? []) {
      const history = histories.get(idOf(entry));
      if (history === undefined) histories.set(idOf(entry), new Map([[year, entry]]));
      else history.set(year, entry);
    }
  }
  return histories;
}

function activityRow(history: History<ListedActivity>, id: string): ActivityRow {
  const [subcategory = null, ...others] = new Set([...history.values()].map(({ subcategoryId = null }) => subcategoryId));
  if (others.length > 0) throw new Error(`${id} changes its subcategory: the tables have one per activity`);
  const weighted = new Map([...history].filter(([year]) => year <= lastYearWithWeights));
  const weights = Object.entries(byYear(weighted, ({ weight }) => weight));
  const textChanged = [...history].flatMap(([year, { description }]) => {
    const before = history.get(year - 1)?.description;
    return before === undefined || withoutBlanks(before) === withoutBlanks(description) ? [] : [year];
  });
  return {
    years: writeYears([...history.keys()], newestYear),
    subcategory,
    ...(weights.length > 0 && { weights: Object.fromEntries(weights) }),
    ...(textChanged.length > 0 && { textChanged }),
    titles: byYear(history, ({ title }) => singleBlanks(title)),
  };
}

function mvpRow(history: History<ListedMvp>): MvpRow {
  const members = [...new Set([...history.values()].flatMap(({ iaMeasureIds }) => iaMeasureIds))].sort(compareActivityIds);
  const yearsOf = (id: string): number[] => [...history].filter(([, mvp]) => mvp.iaMeasureIds.includes(id)).map(([year]) => year);
  return {
    years: writeYears([...history.keys()], newestYear),
    titles: byYear(history, ({ title }) => singleBlanks(title)),
    activities: Object.fromEntries(members.map((id) => [id, writeYears(yearsOf(id), newestYear)])),
  };
}

/**
 * Where the text of an activity comes from in the years that the npm package does not hold: an unchanged text of the
 * package (`package ID YEAR`), our summary (`summary NAME`), or the notice of a suspension (`suspended`).
 */
function provenance(histories: ReadonlyMap<string, History<ListedActivity>>, packaged: Lists<ListedActivity>): GeneratedTables['textProvenance'] {
  const origins = packagedOrigins(packaged);
  const summaries = new Map<string, string>();
  const source = (id: string, year: number, { description }: ListedActivity): string => {
    if (activityRules.suspensions.some((each) => each.year === year && each.activities.includes(id))) return 'suspended';
    const text = withoutBlanks(description);
    const [origin] = [...(origins.get(text) ?? [])].sort((a, b) => Number(b.id === id) - Number(a.id === id) || b.year - a.year);
    if (origin !== undefined) return `package ${origin.id} ${origin.year}`;
    const name = summaries.get(text) ?? ([...summaries.values()].includes(id) ? `${id}@${year}` : id);
    summaries.set(text, name);
    return `summary ${name}`;
  };
  const sources = new Map<string, Map<number, string>>();
  // Summaries are named after the first id that has the text, so the years are gone through in order.
  for (const year of YEARS.filter((each) => !packaged.has(each))) {
    for (const [id, history] of histories) {
      const entry = history.get(year);
      if (entry !== undefined) sources.set(id, new Map(sources.get(id)).set(year, source(id, year, entry)));
    }
  }
  return mapped(new Map([...histories.keys()].flatMap((id) => {
    const ofActivity = sources.get(id);
    return ofActivity === undefined ? [] : [[id, ofActivity]];
  })), (ofActivity) => byYear(ofActivity, (each) => each));
}

/** Ids and years of each text of the package, blanks aside. */
function packagedOrigins(packaged: Lists<ListedActivity>): ReadonlyMap<string, readonly { readonly id: string; readonly year: number }[]> {
  const origins = new Map<string, { id: string; year: number }[]>();
  for (const [year, activities] of packaged) {
    for (const { measureId, description } of activities) {
      const text = withoutBlanks(description);
      origins.set(text, [...(origins.get(text) ?? []), { id: measureId, year }]);
    }
  }
  return origins;
}

/** Values by the year from which they hold; nothing where there is no value. */
function byYear<T, V>(history: ReadonlyMap<number, T>, valueOf: (entry: T) => V | null | undefined): Record<string, V> {
  const values: Record<string, V> = {};
  let last: V | null | undefined;
  for (const [year, entry] of history) {
    const value = valueOf(entry);
    if (value !== null && value !== undefined && value !== last) values[year] = value;
    last = value;
  }
  return values;
}

function mapped<T, V>(histories: ReadonlyMap<string, T>, valueOf: (entry: T, id: string) => V): Record<string, V> {
  return Object.fromEntries([...histories].map(([id, history]) => [id, valueOf(history, id)]));
}

function singleBlanks(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
