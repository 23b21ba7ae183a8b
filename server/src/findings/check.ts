import type { AnalysisContext } from '../analysisContext.ts';
import type { ReadingProblem } from '../plan/problem.ts';
import type { Plan } from '../plan/model.ts';
import type { PlanFacts } from '../score/facts.ts';
import type { ActivityJudgement } from '../score/judgement.ts';
import type { PlanResult } from '../score/planResult.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Place } from '../text/span.ts';
import type { FindingCode, Fix, Severity } from './finding.ts';

/** What fixes are made from: the newest version that has what they repair. To be read when a fix is made, not before. */
export interface PlanInHand {
  readonly plan: Plan;
  readonly source: SourceText;
}

/** What a check looks at: one plan with everything computed about it. */
export interface CheckContext extends PlanResult, PlanInHand {
  readonly context: AnalysisContext;
  /** What reading the plan brought. */
  readonly problems: readonly ReadingProblem[];
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

/** Looks at a plan as a whole. */
export type Check = (context: CheckContext) => Iterable<Reported>;
export type Checks = Readonly<Partial<Record<FindingCode, Check>>>;

/**
 * Looks at one activity, at nothing but its judgement and the facts of its plan: while these stay, what it found does.
 * An activity that is dropped is looked at by none.
 */
export type ActivityCheck = (judgement: ActivityJudgement, facts: PlanFacts, inHand: PlanInHand) => Iterable<Reported>;
export type ActivityChecks = Readonly<Partial<Record<FindingCode, ActivityCheck>>>;

/** The fix that puts another text in a place. */
export function replaceBy(place: Place, newText: string, title: string, extra: Pick<Fix, 'preferred' | 'safe'> = {}): Fix {
  return { title, edits: [{ span: place.origin ?? place.span, newText }], ...extra };
}
