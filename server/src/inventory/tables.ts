/** What CMS publishes and decides about activities, as tabulated in server/data; docs/inventory.md tells where it comes from. */
import activitiesTable from '../../data/activities.json';
import activityRulesTable from '../../data/activityRules.json';
import coverageTable from '../../data/coverage.json';
import documentationTable from '../../data/documentation.json';
import mvpsTable from '../../data/mvps.json';
import subcategoriesTable from '../../data/subcategories.json';
import successorsTable from '../../data/successors.json';
import textFingerprintsTable from '../../data/textFingerprints.json';
import withdrawnActivitiesTable from '../../data/withdrawnActivities.json';
import type { ActivityWeight, MinimumPeriod, SuccessorRelation } from './inventory.ts';
import type { FromYear } from './years.ts';

/** One activity; years in the notation that `readYears` reads. */
export interface ActivityRow {
  readonly years: string;
  /** As CMS spells it; null for IA_PCMH. No activity ever changed it. */
  readonly subcategory: string | null;
  /** Absent where CMS gives none. */
  readonly weights?: FromYear<ActivityWeight>;
  /** Years in which CMS's text differs from the year before in more than blanks. */
  readonly textChanged?: readonly number[];
  readonly titles: FromYear<string>;
}

export interface MvpRow {
  readonly years: string;
  readonly titles: FromYear<string>;
  /** Activity id → years. */
  readonly activities: Readonly<Record<string, string>>;
}

export interface SuccessorRow {
  readonly successor: string | null;
  readonly relation: SuccessorRelation;
  readonly note: string;
}

export interface ActivityRules {
  readonly minimumPeriods: {
    readonly default: Exclude<MinimumPeriod, 'any'>;
    readonly own: readonly { readonly activity: string; readonly years: string; readonly minimum: MinimumPeriod }[];
  };
  readonly repeatLimits: readonly { readonly activity: string; readonly years: string; readonly onceInYears: number }[];
  readonly suspensions: readonly { readonly year: number; readonly date: string; readonly activities: readonly string[] }[];
}

/** How many of the items CMS's suggested documentation asks for. */
export type DocumentationNeed = 'any' | 'two' | 'all' | 'unstated';

export interface DocumentationRow {
  readonly activities: readonly string[];
  readonly years: string;
  readonly need: DocumentationNeed;
  readonly items: readonly string[];
}

export interface WithdrawnActivityRow {
  readonly title: string;
  readonly subcategory: string;
  /** The performance year. */
  readonly announcedFor: number;
  readonly note: string;
}

export const coverage: { readonly firstYear: number; readonly newestYear: number; readonly lastYearWithWeights: number } =
  coverageTable;

export const activityRows = activitiesTable as Readonly<Record<string, ActivityRow>>;
export const withdrawnActivityRows: Readonly<Record<string, WithdrawnActivityRow>> = withdrawnActivitiesTable;
export const mvpRows = mvpsTable as Readonly<Record<string, MvpRow>>;
export const successorRows = successorsTable as Readonly<Record<string, SuccessorRow>>;
export const activityRules = activityRulesTable as ActivityRules;
export const documentationRows = documentationTable as readonly DocumentationRow[];
export const subcategoryLabels: Readonly<Record<string, string>> = subcategoriesTable;
/** Of the texts of the newest year, by activity. */
export const textFingerprints: Readonly<Record<string, string>> = textFingerprintsTable;
