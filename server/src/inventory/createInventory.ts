import { compareActivityIds } from './activityId.ts';
import { ActivityRecord, type InventoryContext } from './activityRecord.ts';
import type { Inventory, InventoryActivity, Mvp } from './inventory.ts';
import type { LoadedActivity, LoadedYear } from './loadedYear.ts';
import { MvpRecord, mvpsOfLoadedYear } from './mvpRecord.ts';
import { activityRows, coverage, mvpRows, withdrawnActivityRows, type ActivityRow } from './tables.ts';

/**
 * The inventory of the tables, and of further years that the user loaded.
 *
 * Of a loaded year that the tables cover nothing is taken here: its ids, titles, weights and MVPs stay as tabulated,
 * so that a file cannot change the score of a covered year (its texts are taken by `createInventoryTexts`). Of two
 * loaded files of one year the later counts.
 */
export function createInventory(loaded: readonly LoadedYear[] = []): Inventory {
  return new TabulatedInventory(loaded.filter(({ year }) => year > coverage.newestYear));
}

class TabulatedInventory implements Inventory, InventoryContext {
  readonly years: readonly number[];
  /** Ascending; only years beyond the tables. */
  readonly #further: readonly LoadedYear[];
  /** Made when first asked for: a plan needs a few of them, and the start of the server none. */
  readonly #records = new Map<string, ActivityRecord>();
  #mvpsById: ReadonlyMap<string, MvpRecord> | undefined;
  readonly #activitiesByYear = new Map<number, readonly InventoryActivity[]>();
  readonly #mvpsByYear = new Map<number, readonly Mvp[]>();
  readonly #mvpsOfActivities = new Map<number, ReadonlyMap<string, readonly string[]>>();
  #activities: readonly InventoryActivity[] | undefined;

  constructor(loaded: readonly LoadedYear[]) {
    this.#further = [...new Map(loaded.map((file) => [file.year, file])).values()].sort((a, b) => a.year - b.year);
    const tabulated = coverage.newestYear - coverage.firstYear + 1;
    this.years = [
      ...Array.from({ length: tabulated }, (_, index) => coverage.firstYear + index),
      ...this.#further.map(({ year }) => year),
    ];
  }

  get newestYear(): number {
    return this.years.at(-1) ?? coverage.newestYear;
  }

  activity(id: string): InventoryActivity | undefined {
    const known = this.#records.get(id);
    if (known !== undefined) return known;
    const row = rowOf(id);
    const loaded = this.#loadedYearsOf(id);
    if (row === undefined && loaded.size === 0) return undefined;
    const record = new ActivityRecord(id, row, loaded, this);
    this.#records.set(id, record);
    return record;
  }

  get activities(): readonly InventoryActivity[] {
    this.#activities ??= this.#allIds()
      .flatMap((id) => this.activity(id) ?? [])
      .filter(({ years }) => years.length > 0)
      .sort((a, b) => compareActivityIds(a.id, b.id));
    return this.#activities;
  }

  activitiesOf(year: number): readonly InventoryActivity[] {
    if (!this.years.includes(year)) return [];
    return remembered(this.#activitiesByYear, year, () => this.activities.filter(({ years }) => years.includes(year)));
  }

  mvp(id: string): Mvp | undefined {
    return this.#allMvps().get(id);
  }

  mvpsOf(year: number): readonly Mvp[] {
    if (!this.years.includes(year)) return [];
    return remembered(this.#mvpsByYear, year, () =>
      [...this.#allMvps().values()].filter(({ years }) => years.includes(year)).sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
  }

  mvpsOfActivity(id: string, year: number): readonly string[] {
    if (!this.years.includes(year)) return [];
    return remembered(this.#mvpsOfActivities, year, () => this.#mvpsByActivity(year)).get(id) ?? [];
  }

  #mvpsByActivity(year: number): ReadonlyMap<string, readonly string[]> {
    const byActivity = new Map<string, string[]>();
    for (const mvp of this.mvpsOf(year)) {
      for (const id of mvp.activitiesIn(year)) {
        const mvps = byActivity.get(id);
        if (mvps === undefined) byActivity.set(id, [mvp.id]);
        else mvps.push(mvp.id);
      }
    }
    return byActivity;
  }

  #allIds(): readonly string[] {
    return [...new Set([...Object.keys(activityRows), ...this.#further.flatMap(({ activities }) => [...activities.keys()])])];
  }

  #loadedYearsOf(id: string): ReadonlyMap<number, LoadedActivity> {
    const years = new Map<number, LoadedActivity>();
    for (const { year, activities } of this.#further) {
      const activity = activities.get(id);
      if (activity !== undefined) years.set(year, activity);
    }
    return years;
  }

  #allMvps(): ReadonlyMap<string, MvpRecord> {
    this.#mvpsById ??= makeMvps(this.#further);
    return this.#mvpsById;
  }
}

function rowOf(id: string): ActivityRow | undefined {
  if (Object.hasOwn(activityRows, id)) return activityRows[id];
  const withdrawn = Object.hasOwn(withdrawnActivityRows, id) ? withdrawnActivityRows[id] : undefined;
  return withdrawn && { years: '', subcategory: withdrawn.subcategory, titles: { [withdrawn.announcedFor]: withdrawn.title } };
}

function makeMvps(further: readonly LoadedYear[]): ReadonlyMap<string, MvpRecord> {
  const loadedById = new Map<string, Map<number, ReadonlySet<string>>>();
  for (const file of further) {
    for (const [id, members] of mvpsOfLoadedYear(file, mvpRows)) {
      loadedById.set(id, new Map(loadedById.get(id)).set(file.year, members));
    }
  }
  const rows = new Map(Object.entries(mvpRows));
  const ids = new Set([...rows.keys(), ...loadedById.keys()]);
  return new Map([...ids].map((id) => [id, new MvpRecord(id, rows.get(id), loadedById.get(id) ?? new Map())]));
}

function remembered<K, V>(memory: Map<K, V>, key: K, make: () => V): V {
  let value = memory.get(key);
  if (value === undefined) {
    value = make();
    memory.set(key, value);
  }
  return value;
}
