import type { Mvp } from './inventory.ts';
import type { LoadedYear } from './loadedYear.ts';
import { coverage, type MvpRow } from './tables.ts';
import { coversYear, readYears, valueIn } from './years.ts';

const NONE: ReadonlySet<string> = new Set();

/** An MVP of the tables, of years that the user loaded, or of both. */
export class MvpRecord implements Mvp {
  readonly id: string;
  readonly years: readonly number[];
  readonly #row: MvpRow | undefined;
  /** Its activities by year; only years beyond the tables. */
  readonly #loaded: ReadonlyMap<number, ReadonlySet<string>>;
  readonly #activities = new Map<number, ReadonlySet<string>>();

  constructor(id: string, row: MvpRow | undefined, loaded: ReadonlyMap<number, ReadonlySet<string>>) {
    this.id = id;
    this.years = [...(row === undefined ? [] : readYears(row.years, coverage.newestYear)), ...loaded.keys()];
    this.#row = row;
    this.#loaded = loaded;
  }

  /** CMS's file of measures has no titles of MVPs: a new one goes by its id. */
  titleIn(year: number): string {
    const titles = this.#row?.titles ?? {};
    return valueIn(titles, year) ?? Object.values(titles)[0] ?? this.id;
  }

  activitiesIn(year: number): ReadonlySet<string> {
    if (!this.years.includes(year)) return NONE;
    let activities = this.#activities.get(year);
    if (activities === undefined) {
      activities = this.#loaded.get(year) ?? this.#tabulated(year);
      this.#activities.set(year, activities);
    }
    return activities;
  }

  #tabulated(year: number): ReadonlySet<string> {
    const members = Object.entries(this.#row?.activities ?? {}).filter(([, years]) => coversYear(years, year));
    return new Set(members.map(([id]) => id));
  }
}

/**
 * Which MVPs a loaded year has, and their activities, by the programs that the file allows for each activity. A file
 * that names no MVP at all says nothing about them: then those of the last tabulated year go on, as far as their
 * activities are in the file.
 */
export function mvpsOfLoadedYear({ activities }: LoadedYear, rows: Readonly<Record<string, MvpRow>>): ReadonlyMap<string, ReadonlySet<string>> {
  const members = new Map<string, Set<string>>();
  const add = (mvp: string, activity: string): void => {
    const known = members.get(mvp);
    if (known === undefined) members.set(mvp, new Set([activity]));
    else known.add(activity);
  };
  for (const { id, mvps } of activities.values()) for (const mvp of mvps) add(mvp, id);
  if (members.size > 0) return members;

  for (const [mvp, row] of Object.entries(rows)) {
    for (const [activity, years] of Object.entries(row.activities)) {
      if (coversYear(years, coverage.newestYear) && activities.has(activity)) add(mvp, activity);
    }
  }
  return members;
}
