import type { ActivityWeight } from './inventory.ts';

/** One performance year as a user's copy of CMS's `measures-data.json` has it. */
export interface LoadedYear {
  readonly year: number;
  readonly fileName: string;
  /** By id. */
  readonly activities: ReadonlyMap<string, LoadedActivity>;
}

export interface LoadedActivity {
  readonly id: string;
  readonly title: string;
  /** Null where CMS gives none. */
  readonly weight: ActivityWeight | null;
  /** As CMS spells it; null where CMS gives none. */
  readonly subcategory: string | null;
  /** CMS's own description. */
  readonly text: string;
  /** Ids of the MVPs among its programs. */
  readonly mvps: readonly string[];
}
