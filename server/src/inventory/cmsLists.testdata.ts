/** CMS's own lists, against which the tests hold the tables: the npm package, and the given files where they are present. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface ListedActivity {
  readonly category?: string;
  readonly measureId: string;
  readonly title: string;
  readonly description: string;
  readonly weight?: string | null;
  readonly subcategoryId?: string | null;
}

export interface ListedMvp {
  readonly mvpId: string;
  readonly title: string;
  readonly iaMeasureIds: readonly string[];
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const given = join(process.env['MIPS_PLAN_SHARED'] ?? join(root, '../shared'), 'inventory');

export const hasGivenLists = existsSync(given);
export const PACKAGED_YEARS = [2017, 2018, 2019, 2020, 2021, 2022];

export function packagedFile(year: number): string {
  return readFileSync(join(root, `node_modules/qpp-measures-data/measures/${year}/measures-data.json`), 'utf8');
}

export function packagedActivities(year: number): readonly ListedActivity[] {
  return (JSON.parse(packagedFile(year)) as ListedActivity[]).filter(({ category }) => category === 'ia');
}

export function givenActivities(year: number): readonly ListedActivity[] {
  return JSON.parse(readFileSync(join(given, `ia-${year}.json`), 'utf8')) as ListedActivity[];
}

export function givenMvps(year: number): readonly ListedMvp[] {
  return JSON.parse(readFileSync(join(given, `mvp-${year}.json`), 'utf8')) as ListedMvp[];
}

/** A title or text without the blanks in which CMS's years differ. */
export function singleBlanks(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
