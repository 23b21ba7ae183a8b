import type { AnalysisContext } from '../analysisContext.ts';
import type { ReadingProblem } from '../plan/problem.ts';
import type { PlanResult } from '../score/planResult.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Place } from '../text/span.ts';
import type { FindingCode, Fix, Severity } from './finding.ts';

/** What a check looks at: one plan with everything computed about it. */
export interface CheckContext extends PlanResult {
  readonly context: AnalysisContext;
  /** What reading the plan brought. */
  readonly problems: readonly ReadingProblem[];
  /** Of the newest version that has the plan as it is: to be read when a fix is made, not before. */
  readonly source: SourceText;
}

/** What a check says about a place; the catalogue adds code and severity. */
export interface Reported {
  readonly place: Place;
  /** One plain sentence: what is wrong and what to do. */
  readonly message: string;
  /** Where it differs from the code's usual one. */
  readonly severity?: Severity;
  readonly related?: readonly { readonly place: Place; readonly message: string }[];
  readonly fixes?: (() => readonly Fix[]) | undefined;
  readonly unnecessary?: boolean;
}

export type Check = (context: CheckContext) => Iterable<Reported>;
export type Checks = Readonly<Partial<Record<FindingCode, Check>>>;

/** The fix that puts another text in a place. */
export function replaceBy(place: Place, newText: string, title: string, extra: Pick<Fix, 'preferred' | 'safe'> = {}): Fix {
  return { title, edits: [{ span: place.origin ?? place.span, newText }], ...extra };
}
