import { coverage, documentationRows, type DocumentationNeed } from './tables.ts';
import { coversYear } from './years.ts';

/** What to keep as evidence of an activity. Suggestions: CMS's validation criteria name them, no rule demands them. */
export interface Documentation {
  /** Any one of the items, two of them, all, or not stated. */
  readonly need: DocumentationNeed;
  readonly items: readonly string[];
}

/** The documentation suggested for the activity in that year; undefined where none is known. */
export function documentationFor(id: string, year: number = coverage.newestYear): Documentation | undefined {
  return documentationRows.find((row) => row.activities.includes(id) && coversYear(row.years, year));
}
