import type { CalendarDate } from '../calendar/calendarDate.ts';
import type { ActivityWeight } from '../inventory/inventory.ts';
import type { Level, Program } from '../plan/model.ts';

/** What one credited activity earns, in points of 40; `unweighted` where CMS gives the activity no weight. */
export interface ActivityPoints extends Readonly<Record<ActivityWeight, number>> {
  readonly unweighted: number;
}

/** The categories, besides improvement activities, whose reweighting to 0 % moves this category's weight; sorted, joined by `+`. */
export type ReweightedKey =
  | 'none'
  | 'promoting_interoperability'
  | 'cost+promoting_interoperability'
  | 'quality'
  | 'cost+quality'
  | 'promoting_interoperability+quality';

/** A rule with the document it comes from, as people cite it. */
export interface Sourced<T> {
  readonly value: T;
  readonly source: string;
}

/** Everything that CMS decides anew each performance year, apart from the inventory. Weights are percent of the final score. */
export interface PerformanceYearRules {
  /** Reporting options of the year, with who can use each. */
  readonly programs: Readonly<Partial<Record<Program, readonly Level[]>>>;
  /** Traditional MIPS and the APM scoring standard. */
  readonly points: Sourced<{ readonly standard: ActivityPoints; readonly specialStatus: ActivityPoints }>;
  /** MVP participants, whatever their status; undefined before there were MVPs. */
  readonly mvpPoints?: Sourced<ActivityPoints>;
  /** How many of the entity's clinicians must perform an activity. */
  readonly participation: Sourced<'one' | 'half'>;
  /** On how many practice sites a medical home must be recognised. */
  readonly medicalHomeSites: Sourced<'one' | 'half'>;
  /** What the APM credit asks for: `none`, some data, or (by the regulation) an activity or both quality and promoting interoperability. */
  readonly apmCondition: Sourced<'none' | 'some-data' | 'activity-or-both-categories'>;
  /** Whether CMS's study of improvement activities ran. */
  readonly iaStudy: Sourced<boolean>;
  /** Weight of the category in traditional MIPS and MVPs; a key that the table lacks leaves fewer than two categories. */
  readonly categoryWeights: Sourced<{
    readonly all: Readonly<Partial<Record<ReweightedKey, number>>>;
    /** Where a small practice's differ. */
    readonly smallPractice: Readonly<Partial<Record<ReweightedKey, number>>>;
  }>;
  /** Weight in the APM Performance Pathway and under the APM scoring standard; by which other category is reweighted. */
  readonly apmCategoryWeights: Sourced<{ readonly none: number; readonly quality: number; readonly promoting_interoperability: number }>;
  /** False where the cost category weighed 0 for everyone. */
  readonly costHasWeight: boolean;
  /** False where APM Entities have no cost category. */
  readonly apmEntityHasCost: boolean;
  /** When CMS takes the data; `opens` undefined where no source is known. */
  readonly submissionWindow: Sourced<{ readonly opens?: CalendarDate; readonly closes: CalendarDate }>;
}
