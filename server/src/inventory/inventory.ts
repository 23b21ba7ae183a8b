/** CMS's improvement activities and MIPS Value Pathways as the rest of the core asks for them. */

export type ActivityWeight = 'high' | 'medium';

/** How a removed id relates to the one that took its place; see docs/rules.md, "Ids that are gone". Only `renumbered` is safe to replace unasked. */
export type SuccessorRelation = 'renumbered' | 'renumbered-and-changed' | 'folded' | 'duplicate-removed' | 'similar' | 'none';

export interface Successor {
  /** Null where CMS named none. */
  readonly id: string | null;
  readonly relation: SuccessorRelation;
  /** One sentence of ours on what happened. */
  readonly note: string;
}

/** The shortest run that earns credit. `any`: a completed course or the length of a study. */
export type MinimumPeriod = { readonly days: number } | { readonly months: number } | 'any';

/** One activity across all years. */
export interface InventoryActivity {
  readonly id: string;
  /** The years in which CMS lists it, ascending. Empty for ids that CMS announced and withdrew (IA_BMH_13). */
  readonly years: readonly number[];
  /** Title in that year; in a year without it, the title of the nearest earlier (else first) year. */
  titleIn(year: number): string;
  /** The newest title. */
  readonly title: string;
  /** Subcategory id as CMS spells it (`behavioralAndMentalHealth`), null for IA_PCMH. */
  subcategoryIn(year: number): string | null;
  /** Null where CMS gives none: IA_PCMH, and every activity from 2025 on. */
  weightIn(year: number): ActivityWeight | null;
  minimumPeriodIn(year: number): MinimumPeriod;
  /** Once in so many years, else null. */
  repeatYearsIn(year: number): number | null;
  /** `YYYY-MM-DD` on which CMS suspended it in that performance year, else null. */
  suspendedIn(year: number): string | null;
  /** What became of the id after its last year; null while it is listed. */
  readonly successor: Successor | null;
  /** Ids of the MVPs that hold it in that year, ascending. */
  mvpsIn(year: number): readonly string[];
  /** Whether CMS changed text (more than blanks) or weight since the year before; the end of weights in 2025 is no change. */
  changedIn(year: number): { readonly text: boolean; readonly weight: boolean };
}

export interface Mvp {
  readonly id: string;
  readonly years: readonly number[];
  titleIn(year: number): string;
  /** Ids of its activities in that year. */
  activitiesIn(year: number): ReadonlySet<string>;
}

export interface Inventory {
  /** Performance years with an inventory: 2017–2026 and what the user loaded, ascending. */
  readonly years: readonly number[];
  /** Also ids that CMS announced and withdrew. Letter case is significant. */
  activity(id: string): InventoryActivity | undefined;
  /** All activities ever listed, by id. */
  readonly activities: readonly InventoryActivity[];
  activitiesOf(year: number): readonly InventoryActivity[];
  mvp(id: string): Mvp | undefined;
  /** By id. */
  mvpsOf(year: number): readonly Mvp[];
}

/** What must be done, as text. */
export interface ActivityText {
  readonly text: string;
  /** True: CMS's own words. False: our summary, to be shown as such. */
  readonly official: boolean;
  /**
   * What was asked before, where CMS's text of this year is only the notice of a suspension and `text` does not hold
   * CMS's own earlier words. `year` is the last year of that text.
   */
  readonly earlier?: { readonly year: number; readonly text: string; readonly official: boolean } | undefined;
}

/** Texts are large and asked for late: the host supplies them when the first hover needs them. */
export interface InventoryTexts {
  textOf(id: string, year: number): ActivityText | undefined;
}
