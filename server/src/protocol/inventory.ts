import type { Position, TextEdit } from 'vscode-languageserver-types';
import type { ActivityWeight } from '../inventory/inventory.ts';

/** CMS's activities year by year, for views of them beside the plans. */

export const INVENTORY_REQUEST = 'mipsPlan/inventory';
/** Params of `mipsPlan/inventory`; the answer is an `InventoryResult`. */
export interface InventoryParams {
  /** A year that has an inventory; the newest if not given, or if it has none. */
  readonly year?: number | undefined;
  /** Only what all of the words fit, the best first: (parts of) ids, beginnings of words of titles and subcategories. */
  readonly search?: string | undefined;
}

export interface InventoryResult {
  readonly year: number;
  /** All that have an inventory, ascending. */
  readonly years: readonly number[];
  readonly activities: readonly ListedActivity[];
  /** The MIPS Value Pathways of the year, by id. */
  readonly mvps: readonly ListedMvp[];
}

export interface ListedActivity {
  readonly id: string;
  readonly title: string;
  /** As people call it: "Behavioral and Mental Health". */
  readonly subcategory: string;
  readonly weight: ActivityWeight | null;
  /** In traditional MIPS without a special status. */
  readonly points: number;
  /** Ids of the pathways that hold it. */
  readonly mvps: readonly string[];
  /** `YYYY-MM-DD` on which CMS suspended it in the year, else null. */
  readonly suspended: string | null;
  /** Can be attested once in so many years, else null. */
  readonly repeatYears: number | null;
}

export interface ListedMvp {
  readonly id: string;
  readonly title: string;
}

export const ACTIVITY_REQUEST = 'mipsPlan/activity';
/** Params of `mipsPlan/activity`; the answer is an `ActivityResult`, or null where there is no such activity in the year. */
export interface ActivityParams {
  readonly id: string;
  readonly year: number;
}

export interface ActivityResult {
  readonly title: string;
  /** What it asks, for how long, what to keep, and its history, below a heading. */
  readonly markdown: string;
}

export const COMPARE_YEARS_REQUEST = 'mipsPlan/compareYears';
/** Params of `mipsPlan/compareYears`; the answer is a `CompareYearsResult`, or null where one of the years has no inventory. */
export interface CompareYearsParams {
  readonly from: number;
  readonly to: number;
}

export interface CompareYearsResult {
  readonly markdown: string;
}

export const INSERT_ACTIVITY_REQUEST = 'mipsPlan/insertActivity';
/** Params of `mipsPlan/insertActivity`; the answer is an `InsertActivityResult`, or null where no such plan is open. */
export interface InsertActivityParams {
  readonly textDocument: { readonly uri: string };
  readonly id: string;
  /** Where somebody works: of several plans in the file it is the one there. */
  readonly position?: Position | undefined;
}

export type InsertActivityResult =
  | {
    /** The version of the document that the edits are of. */
    readonly version: number;
    readonly edits: readonly TextEdit[];
    /** Where to go on once they are made: the first value that is to be filled in. */
    readonly cursor: Position;
  }
  | {
    /** Why not, in a sentence. */
    readonly refusal: string;
    /** What it is about, where that has a place. */
    readonly position: Position | null;
  };
