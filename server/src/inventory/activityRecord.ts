import { minimumPeriod, repeatYears, suspensionDate } from './activityRules.ts';
import type { ActivityWeight, InventoryActivity, MinimumPeriod, Successor } from './inventory.ts';
import type { LoadedActivity } from './loadedYear.ts';
import { type ActivityRow, coverage, successorRows, textFingerprints, withdrawnActivityRows } from './tables.ts';
import { textFingerprint } from './textFingerprint.ts';
import { type FromYear, readYears, valueIn } from './years.ts';

/** What an activity has to ask of the inventory that it is part of. */
export interface InventoryContext {
  readonly newestYear: number;
  /** Ids of the MVPs that hold the activity in that year, ascending. */
  mvpsOfActivity(id: string, year: number): readonly string[];
}

/** An activity of the tables, of years that the user loaded, or of both. */
export class ActivityRecord implements InventoryActivity {
  readonly id: string;
  readonly years: readonly number[];
  readonly #row: ActivityRow | undefined;
  /** By year; only years beyond the tables. */
  readonly #loaded: ReadonlyMap<number, LoadedActivity>;
  readonly #titles: FromYear<string>;
  readonly #lastTableYear: number | undefined;
  readonly #context: InventoryContext;

  constructor(id: string, row: ActivityRow | undefined, loaded: ReadonlyMap<number, LoadedActivity>, context: InventoryContext) {
    const tableYears = row === undefined ? [] : readYears(row.years, coverage.newestYear);
    this.id = id;
    this.years = [...tableYears, ...loaded.keys()];
    this.#row = row;
    this.#loaded = loaded;
    this.#titles = titlesOf(row, loaded);
    this.#lastTableYear = tableYears.at(-1);
    this.#context = context;
  }

  get title(): string {
    return this.titleIn(Infinity);
  }

  titleIn(year: number): string {
    return valueIn(this.#titles, year) ?? Object.values(this.#titles)[0] ?? this.id;
  }

  subcategoryIn(year: number): string | null {
    const loaded = this.#loaded.get(year);
    if (loaded !== undefined) return loaded.subcategory;
    if (this.#row !== undefined) return this.#row.subcategory;
    return [...this.#loaded.values()][0]?.subcategory ?? null;
  }

  weightIn(year: number): ActivityWeight | null {
    const loaded = this.#loaded.get(year);
    if (loaded !== undefined) return loaded.weight;
    if (year > coverage.lastYearWithWeights || !this.years.includes(year)) return null;
    const weights = this.#row?.weights;
    return weights === undefined ? null : (valueIn(weights, year) ?? null);
  }

  minimumPeriodIn(year: number): MinimumPeriod {
    return minimumPeriod(this.id, this.#ruleYear(year));
  }

  repeatYearsIn(year: number): number | null {
    return repeatYears(this.id, this.#ruleYear(year));
  }

  suspendedIn(year: number): string | null {
    return suspensionDate(this.id, year);
  }

  get successor(): Successor | null {
    if (this.years.at(-1) === this.#context.newestYear) return null;
    const row = successorRows[this.id];
    if (row !== undefined) return { id: row.successor, relation: row.relation, note: row.note };
    const note = withdrawnActivityRows[this.id]?.note ?? 'CMS no longer lists it; no successor is known.';
    return { id: null, relation: 'none', note };
  }

  mvpsIn(year: number): readonly string[] {
    return this.#context.mvpsOfActivity(this.id, year);
  }

  changedIn(year: number): { readonly text: boolean; readonly weight: boolean } {
    if (!this.years.includes(year) || !this.years.includes(year - 1)) return { text: false, weight: false };
    const [before, now] = [this.weightIn(year - 1), this.weightIn(year)];
    return { text: this.#textChangedIn(year), weight: before !== null && now !== null && before !== now };
  }

  #textChangedIn(year: number): boolean {
    const now = this.#loaded.get(year);
    if (now === undefined) return this.#row?.textChanged?.includes(year) ?? false;
    const before = this.#loaded.get(year - 1);
    const fingerprint = before === undefined ? textFingerprints[this.id] : textFingerprint(before.text);
    return fingerprint !== undefined && fingerprint !== textFingerprint(now.text);
  }

  /** What CMS's text says about length and repeats goes on holding after the last year of the tables. */
  #ruleYear(year: number): number {
    return Math.min(year, this.#lastTableYear ?? year);
  }
}

function titlesOf(row: ActivityRow | undefined, loaded: ReadonlyMap<number, LoadedActivity>): FromYear<string> {
  if (loaded.size === 0) return row?.titles ?? {};
  const titles: Record<string, string> = { ...row?.titles };
  for (const [year, { title }] of loaded) titles[year] = title;
  return titles;
}
