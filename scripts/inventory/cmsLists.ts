/** Reads CMS's own lists: those of the npm package, and those given beside the repository. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An improvement activity as CMS's `measures-data.json` has it. */
export interface ListedActivity {
  readonly category?: string;
  readonly measureId: string;
  readonly title: string;
  readonly description: string;
  readonly weight?: 'high' | 'medium' | null;
  readonly subcategoryId?: string | null;
}

export interface ListedMvp {
  readonly mvpId: string;
  readonly title: string;
  readonly iaMeasureIds: readonly string[];
}

/** By performance year. */
export type Lists<T> = ReadonlyMap<number, readonly T[]>;

/** @param root the repository's folder */
export function packagedFile(root: string, year: number): string {
  return readFileSync(join(root, `node_modules/qpp-measures-data/measures/${year}/measures-data.json`), 'utf8');
}

/** The years of the npm package `qpp-measures-data`, with their improvement activities. */
export function packagedLists(root: string): Lists<ListedActivity> {
  const years = readdirSync(join(root, 'node_modules/qpp-measures-data/measures')).map(Number).sort();
  return new Map(years.map((year) => {
    const measures = JSON.parse(packagedFile(root, year)) as ListedActivity[];
    return [year, measures.filter(({ category }) => category === 'ia')];
  }));
}

/** The folder of the given lists: `inventory` of MIPS_PLAN_SHARED, else of `shared` beside the repository. */
export function givenFolder(root: string): string {
  return join(process.env['MIPS_PLAN_SHARED'] ?? join(root, '../shared'), 'inventory');
}

/** The lists of `ia-YEAR.json`; empty where the folder is not there. */
export function givenLists(folder: string): Lists<ListedActivity> {
  return readLists(folder, 'ia');
}

/** The lists of `mvp-YEAR.json`; empty where the folder is not there. */
export function givenMvps(folder: string): Lists<ListedMvp> {
  return readLists(folder, 'mvp');
}

function readLists<T>(folder: string, kind: string): Lists<T> {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return new Map(names.flatMap((name) => {
    const year = new RegExp(`^${kind}-(\\d{4})\\.json$`).exec(name)?.[1];
    return year === undefined ? [] : [[Number(year), JSON.parse(readFileSync(join(folder, name), 'utf8')) as T[]]];
  }));
}
