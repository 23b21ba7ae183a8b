import { asShown } from '../text/asShown.ts';
import type { ReadingProblem } from '../plan/problem.ts';
import { usesMvp } from '../score/facts.ts';
import type { PlanResult } from '../score/planResult.ts';
import type { Place } from '../text/span.ts';
import { CATALOGUE } from './catalogue.ts';
import type { Check, CheckContext, Reported } from './check.ts';
import { activityIdChecks } from './checks/activityIds.ts';
import { entityChecks } from './checks/entity.ts';
import { identifierChecks } from './checks/identifiers.ts';
import { performanceChecks } from './checks/performance.ts';
import { periodChecks } from './checks/periods.ts';
import { submissionChecks } from './checks/submission.ts';
import { totalChecks } from './checks/total.ts';
import type { Finding, FindingCode, RelatedPlace } from './finding.ts';
import { readingFixes } from './readingFixes.ts';

const CHECKS = Object.entries({
  ...submissionChecks,
  ...identifierChecks,
  ...entityChecks,
  ...activityIdChecks,
  ...periodChecks,
  ...performanceChecks,
  ...totalChecks,
}) as [FindingCode, Check][];

/** Everything there is to say about a plan, in no particular order: what its reading brought and what the checks find. */
export function checkPlan(context: CheckContext): Finding[] {
  const { index } = context.plan;
  const findings = context.problems.filter((problem) => isInPoint(problem, context)).map((problem): Finding => {
    return asFinding(problem.code, { ...problem, fixes: problem.fixes ?? (() => readingFixes(problem, context)) }, index);
  });
  for (const [code, check] of CHECKS) {
    for (const reported of check(context)) findings.push(asFinding(code, reported, index));
  }
  return findings;
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
