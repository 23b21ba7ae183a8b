/** Plans for another performance year. */

export const CARRY_OVER_YEARS_REQUEST = 'mipsPlan/carryOverYears';
/** Params of `mipsPlan/carryOverYears`; the answer is `CarryOverYears`, or null where the document is not open. */
export interface CarryOverYearsParams {
  readonly textDocument: { readonly uri: string };
}

export interface CarryOverYears {
  /** The newest performance year of the file's plans; null where no plan has a readable one. */
  readonly from: number | null;
  /** The later years with an inventory, ascending. */
  readonly years: readonly number[];
}

export const CARRY_OVER_REQUEST = 'mipsPlan/carryOver';
/**
 * Params of `mipsPlan/carryOver`; the answer is `CarriedOver`, or null where the document is not open. The request fails
 * with a sentence for people where the plan cannot be carried over.
 */
export interface CarryOverParams {
  readonly textDocument: { readonly uri: string };
  /** The performance year to carry the file's plans over to. */
  readonly year: number;
}

/** A file for another performance year. The file that it was made of stays as it is. */
export interface CarriedOver {
  readonly year: number;
  readonly text: string;
  /** What the new file may be called, beside the old one: `riverbend-2026.mips.yaml`. */
  readonly fileName: string;
  /** What is to be decided first, then what was done; each in the order of the text. */
  readonly notes: readonly CarryOverNote[];
}

export interface CarryOverNote {
  /** `decide`: somebody has to look at it; most of these are comments in the text, too. */
  readonly kind: 'decide' | 'done';
  /** One plain sentence or two. */
  readonly message: string;
  /** Zero-based line of the new text. */
  readonly line: number;
}
