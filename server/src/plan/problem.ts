import type { Fix } from '../findings/finding.ts';
import type { Place } from '../text/span.ts';
import type { MapEntry, MapNode } from '../yaml/node.ts';

/** The findings that reading a plan can bring; docs/findings/README.md, "Reading the file". */
export type ReadingCode =
  | 'duplicate-key'
  | 'wrong-type'
  | 'unquoted-identifier'
  | 'unknown-key'
  | 'missing-key'
  | 'invalid-value'
  | 'invalid-date';

/** What a reader says about a place; the findings give it its severity. */
export interface ReadingProblem {
  readonly code: ReadingCode;
  readonly place: Place;
  readonly message: string;
  /** The key that is missing or stands twice. */
  readonly key?: string | undefined;
  /** What an unknown key is probably meant to be. */
  readonly meant?: string | undefined;
  /** The map that lacks the key, for `missing-key`. */
  readonly map?: MapNode | undefined;
  /** The map that is probably meant to be the only item of a list, for `wrong-type`. */
  readonly onlyItem?: MapNode | undefined;
  /** The entry that can go, for `duplicate-key`. */
  readonly entry?: MapEntry | undefined;
  readonly related?: readonly { readonly place: Place; readonly message: string }[] | undefined;
  readonly fixes?: (() => readonly Fix[]) | undefined;
}

export type Report = (problem: ReadingProblem) => void;
