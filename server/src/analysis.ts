import type { Finding } from './findings/finding.ts';
import type { Inventory } from './inventory/inventory.ts';
import type { CalendarDate } from './calendar/calendarDate.ts';
import type { Plan } from './plan/model.ts';
import type { FileScore } from './score/fileScore.ts';
import type { SourceText } from './text/sourceText.ts';

/** What the analysis needs beside the text. */
export interface AnalysisContext {
  /** The date that decides what is secured and which deadlines have passed. */
  readonly asOf: CalendarDate;
  readonly inventory: Inventory;
}

/** Everything known about one version of one file; every feature, the command line and the tests read it. */
export interface Analysis {
  readonly source: SourceText;
  readonly context: AnalysisContext;
  readonly plans: readonly Plan[];
  /** In the order of the text, suppressed ones left out. */
  readonly findings: readonly Finding[];
  score(file: string): FileScore;
}

export declare function analyse(text: string, context: AnalysisContext): Analysis;
