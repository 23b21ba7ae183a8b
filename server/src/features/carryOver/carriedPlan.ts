import type { FileStyle } from '../../edits/fileStyle.ts';
import type { Activity } from '../../plan/model.ts';
import type { PerformanceYearRules } from '../../rules/performanceYear.ts';
import type { PlanResult } from '../../score/planResult.ts';
import type { Changes } from './changes.ts';

/** What a carried-over activity must say. Checked on the new text: a value can come from elsewhere, through an alias or a merge key. */
export interface Expectation {
  readonly activity: number;
  readonly isSo: (after: Activity) => boolean;
  /** Writes it where the activity itself stands; undefined where nothing can be written there. */
  readonly otherwise?: (() => void) | undefined;
  /** What to say where it is still not so. */
  readonly complaint: string;
}

/** One plan on its way to another year. */
export interface CarriedPlan {
  readonly result: PlanResult;
  readonly from: number;
  readonly to: number;
  /** Of the year that it goes to. */
  readonly rules: PerformanceYearRules;
  readonly style: FileStyle;
  readonly changes: Changes;
  readonly expectations: Expectation[];
}
