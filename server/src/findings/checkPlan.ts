import { asShown } from '../text/asShown.ts';
import type { ReadingProblem } from '../plan/problem.ts';
import { usesMvp } from '../score/facts.ts';
import type { ActivityJudgement } from '../score/judgement.ts';
import type { PlanResult } from '../score/planResult.ts';
import type { Place } from '../text/span.ts';
import { CATALOGUE } from './catalogue.ts';
import type { ActivityCheck, Check, CheckContext, Reported } from './check.ts';
import { activityIdChecks } from './checks/activityIds.ts';
import { entityChecks } from './checks/entity.ts';
import { evidenceFileChecks } from './checks/evidenceFiles.ts';
import { identifierChecks } from './checks/identifiers.ts';
import { performanceChecks } from './checks/performance.ts';
import { periodChecks } from './checks/periods.ts';
import { submissionChecks } from './checks/submission.ts';
import { totalChecks } from './checks/total.ts';
import { unknownWordChecks } from './checks/unknownWords.ts';
import type { Finding, FindingCode, RelatedPlace } from './finding.ts';
import { readingFixes } from './readingFixes.ts';

const CHECKS = tableOf<Check>({
  ...submissionChecks,
  ...identifierChecks,
  ...entityChecks,
  ...unknownWordChecks,
  ...evidenceFileChecks,
  ...totalChecks,
});
const ACTIVITY_CHECKS = tableOf<ActivityCheck>({ ...activityIdChecks, ...periodChecks, ...performanceChecks });

function tableOf<C>(checks: Readonly<Partial<Record<FindingCode, C>>>): readonly (readonly [FindingCode, C])[] {
  return Object.entries(checks) as [FindingCode, C][];
}

/** What was found about single activities by the same facts. */
export type KnownFindings = WeakMap<ActivityJudgement, readonly Finding[]>;

/**
 * Everything there is to say about a plan, in no particular order: what its reading brought and what the checks find.
 * @param known of the version before; takes up what is new
 */
export function checkPlan(context: CheckContext, known?: KnownFindings): Finding[] {
  const { index } = context.plan;
  const findings = context.problems.filter((problem) => isInPoint(problem, context)).map((problem): Finding => {
    return asFinding(problem.code, { ...problem, fixes: problem.fixes ?? (() => readingFixes(problem, context)) }, index);
  });
  for (const [code, check] of CHECKS) {
    for (const reported of check(context)) findings.push(asFinding(code, reported, index));
  }
  for (const judgement of context.judgements) {
    if (judgement.dropped) continue;
    let own = known?.get(judgement);
    if (own === undefined) {
      own = checkActivity(judgement, context);
      known?.set(judgement, own);
    }
    for (const finding of own) findings.push(finding);
  }
  return findings;
}

const NO_FINDINGS: readonly Finding[] = [];

function checkActivity(judgement: ActivityJudgement, context: CheckContext): readonly Finding[] {
  let findings: Finding[] | undefined;
  for (const [code, check] of ACTIVITY_CHECKS) {
    for (const reported of check(judgement, context.facts, context)) (findings ??= []).push(asFinding(code, reported, context.plan.index));
  }
  return findings ?? NO_FINDINGS;
}

/** A pathway is not asked of a submission that cannot have one: that it is not available is said already. */
function isInPoint(problem: ReadingProblem, { facts }: PlanResult): boolean {
  return problem.key !== 'mvp' || facts.rules === undefined || usesMvp(facts);
}

export function asFinding(code: FindingCode, reported: Reported | ReadingProblem, plan: number | null): Finding {
  const { place, message, related = [], fixes } = reported;
  const severity = 'severity' in reported ? reported.severity : undefined;
  const unnecessary = 'unnecessary' in reported ? reported.unnecessary : undefined;
  return {
    code,
    severity: severity ?? CATALOGUE[code].severity,
    message: asShown(message),
    span: place.span,
    plan,
    related: [...anchorOf(place), ...related.map((other): RelatedPlace => ({ span: other.place.span, message: asShown(other.message) }))],
    fixes,
    unnecessary,
  };
}

/** What came through an alias is shown there and related to where it is written. */
function anchorOf(place: Place): RelatedPlace[] {
  return place.origin === undefined ? [] : [{ span: place.origin, message: 'Written here' }];
}
