/**
 * The texts of activities: CMS's own from the npm package, in later years where server/data/textProvenance.json says
 * that CMS left them unchanged; for the other years our summaries of server/data/summaries.json.
 */
import provenanceTable from '../../server/data/textProvenance.json';
import summariesTable from '../../server/data/summaries.json';
import { tidied, type TextsFile } from '../../server/src/inventory/inventoryTexts.ts';
import { activityRows, coverage } from '../../server/src/inventory/tables.ts';
import { withoutBlanks } from '../../server/src/inventory/textFingerprint.ts';
import { type FromYear, readYears, valueIn } from '../../server/src/inventory/years.ts';
import type { ListedActivity, Lists } from './cmsLists.ts';

interface Text {
  readonly text: string;
  readonly official: boolean;
}
/** First and last year, and the text that holds in them. */
type Run = [first: number, last: number, text: Text];

const provenance = new Map<string, FromYear<string>>(Object.entries(provenanceTable));
const summaries = new Map<string, readonly string[]>(Object.entries(summariesTable.summaries));

/**
 * The content of `texts.json`.
 *
 * @throws Error where an activity lacks its text in a year
 */
export function collectTexts(packaged: Lists<ListedActivity>): TextsFile {
  const textOf = textSource(packaged);
  const runs = new Map<string, Run[]>();
  const earlier = new Map<string, Run>();
  for (const [id, row] of Object.entries(activityRows)) {
    const ofActivity: Run[] = [];
    for (const year of readYears(row.years, coverage.newestYear)) {
      const text = textOf(id, year);
      if (text === undefined) throw new Error(`No text of ${id} for ${year}`);
      const last = ofActivity.at(-1);
      if (last?.[1] === year - 1 && last[2].text === text.text) last[1] = year;
      else ofActivity.push([year, year, text]);
      if (isSuspended(id, year)) earlier.set(id, textBefore(id, year));
    }
    runs.set(id, ofActivity);
  }
  return numbered(runs, earlier);

  function textBefore(id: string, year: number): Run {
    const before = textOf(id, year - 1);
    if (before !== undefined) return [year, year - 1, before];
    const asked = summary(id);
    if (asked === undefined) throw new Error(`No text of ${id} before ${year}`);
    return [year, year, asked];
  }
}

function textSource(packaged: Lists<ListedActivity>): (id: string, year: number) => Text | undefined {
  const bestLaidOut = bestLayouts(packaged);
  const packagedText = (id: string, year: number): Text | undefined => {
    const description = packaged.get(year)?.find(({ measureId }) => measureId === id)?.description;
    const text = description === undefined ? undefined : bestLaidOut.get(withoutBlanks(description));
    return text === undefined ? undefined : { text, official: true };
  };
  return (id, year) => {
    if (packaged.has(year)) return packagedText(id, year);
    const [source, name = id, packagedYear] = (valueIn(provenance.get(id) ?? {}, year) ?? '').split(' ');
    switch (source) {
      case 'package':
        return packagedText(name, Number(packagedYear));
      case 'summary':
        return summary(name);
      case 'suspended': {
        const asked = summary(id);
        return asked && { ...asked, text: [...summariesTable.suspensionNotice, asked.text].join(' ') };
      }
      default:
        return undefined;
    }
  };
}

function summary(name: string): Text | undefined {
  const sentences = summaries.get(name);
  return sentences === undefined ? undefined : { text: sentences.join(' '), official: false };
}

function isSuspended(id: string, year: number): boolean {
  return valueIn(provenance.get(id) ?? {}, year) === 'suspended';
}

/** Of CMS's texts that are the same but for blanks, the one with the most lines, the newest of equals. */
function bestLayouts(packaged: Lists<ListedActivity>): ReadonlyMap<string, string> {
  const lines = (text: string): number => text.split('\n').length;
  const best = new Map<string, string>();
  for (const { description } of [...packaged.values()].flat()) {
    const key = withoutBlanks(description);
    const text = tidied(description);
    if (lines(text) >= lines(best.get(key) ?? '')) best.set(key, text);
  }
  return best;
}

/** Each text once, CMS's own first, and its number in place of it. */
function numbered(runs: ReadonlyMap<string, readonly Run[]>, earlier: ReadonlyMap<string, Run>): TextsFile {
  const all = [...runs.values(), [...earlier.values()]].flat().map(([, , text]) => text);
  const distinct = (official: boolean): string[] => [
    ...new Set(all.filter((text) => text.official === official).map(({ text }) => text)),
  ];
  const official = distinct(true);
  const texts = [...official, ...distinct(false)];
  const numbers = new Map(texts.map((text, number) => [text, number]));
  const withNumber = ([first, last, { text }]: Run): [number, number, number] => [first, last, numbers.get(text) ?? NaN];
  return {
    texts,
    officialCount: official.length,
    runs: Object.fromEntries([...runs].map(([id, ofActivity]) => [id, ofActivity.map(withNumber)])),
    earlier: Object.fromEntries([...earlier].map(([id, run]) => [id, withNumber(run)])),
  };
}
