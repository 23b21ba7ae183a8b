import type { Range } from 'vscode-languageserver-types';
import { MAXIMUM_POINTS } from '../../../data/performanceYears.ts';
import type { Analysis } from '../../analysis.ts';
import type { Finding, Severity } from '../../findings/finding.ts';
import { shownSeverity, type FindingLevels } from '../../findings/levels.ts';
import type { PlanFile, PlanSummary, WorstFinding } from '../../protocol/plans.ts';
import type { PlanResult } from '../../score/planResult.ts';
import { asShown } from '../../text/asShown.ts';
import type { SourceText } from '../../text/sourceText.ts';
import { activityIdsIn } from '../symbols/activityIds.ts';
import { nextDeadline } from './nextDeadline.ts';

/** What is kept of a plan file that nobody has open: little enough for thousands of them. */
export interface FileSummary extends PlanFile {
  readonly activities: readonly ActivityUse[];
}

/** An activity's id where a plan names it, once for each place where it is written. */
export interface ActivityUse {
  readonly id: string;
  /** Index of its plan among the file's. */
  readonly plan: number;
  readonly range: Range;
}

/** How a file is called. */
export interface FileNames {
  readonly uri: string;
  /** The path to show. */
  readonly path: string;
}

/** No name that somebody would read is longer, no message, and no id that CMS gives. */
const MOST_CHARACTERS = 400;

/** What the views across plans need of one file. Nothing of the analysis is kept alive by it. */
export function summarise(analysis: Analysis, { uri, path }: FileNames, levels: FindingLevels): FileSummary {
  const { plans, source } = analysis;
  const findings = shownFindings(analysis, levels);
  const summaries = plans.map((result) => summaryOf(result, findings.filter(({ plan }) => plan === result.plan.index), source));
  return detached({
    uri,
    path: asShown(path),
    problem: null,
    plans: summaries.length > 0 ? summaries : [withoutPlan(findings, source)],
    activities: usesIn(analysis),
  });
}

/** The summary of a file that cannot be read. @param problem why, such as "may not be read" */
export function unreadableFile({ uri, path }: FileNames, problem: string): FileSummary {
  return { uri, path: asShown(path), problem, plans: [], activities: [] };
}

/** A finding as the user wants it shown, with the plan that it is counted for. */
interface ShownFinding extends Pick<Finding, 'message' | 'span'> {
  readonly severity: Severity;
  readonly plan: number;
}

function shownFindings({ findings, plans }: Analysis, levels: FindingLevels): readonly ShownFinding[] {
  return findings.flatMap((finding) => {
    const { message, span, plan } = finding;
    const severity = shownSeverity(finding, levels);
    // What concerns the file is counted for the plan that it stands in.
    const around = plans.findLast((result) => result.plan.span.start <= span.start)?.plan.index;
    return severity === undefined ? [] : [{ severity, message, span, plan: plan ?? around ?? 0 }];
  });
}

function summaryOf(result: PlanResult, findings: readonly ShownFinding[], source: SourceText): PlanSummary {
  const { plan, points, facts } = result;
  const practice = asShown(plan.practice.value?.value.name.value?.value ?? '').trim().slice(0, MOST_CHARACTERS);
  return {
    practice: practice === '' ? null : practice,
    performanceYear: plan.performanceYear.value?.value ?? null,
    level: facts.level ?? null,
    points: points?.capped ?? null,
    securedPoints: points?.secured ?? null,
    maxPoints: points === undefined ? null : MAXIMUM_POINTS,
    gap: points === undefined ? null : MAXIMUM_POINTS - points.capped,
    range: source.rangeOf(plan.firstKey.span),
    ...countsOf(findings, source),
    nextDeadline: nextDeadline(result),
  };
}

/** Of an empty file, or of one that a limit of the format keeps from being read. */
function withoutPlan(findings: readonly ShownFinding[], source: SourceText): PlanSummary {
  const range = source.rangeOf({ start: 0, end: 0 });
  const nothing = { practice: null, performanceYear: null, level: null, points: null, securedPoints: null, maxPoints: null, gap: null, nextDeadline: null };
  return { ...nothing, range, ...countsOf(findings, source) };
}

function countsOf(findings: readonly ShownFinding[], source: SourceText): Pick<PlanSummary, 'findings' | 'worst'> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return { findings: counts, worst: worstOf(findings, source) };
}

function worstOf(findings: readonly ShownFinding[], source: SourceText): WorstFinding | null {
  for (const severity of ['error', 'warning', 'information'] as const) {
    const worst = findings.find((finding) => finding.severity === severity);
    if (worst !== undefined) return { severity, message: worst.message.slice(0, MOST_CHARACTERS), range: source.rangeOf(worst.span) };
  }
  return null;
}

function usesIn(analysis: Analysis): readonly ActivityUse[] {
  const uses = new Map<number, ActivityUse>();
  for (const { id, span, plan } of activityIdsIn(analysis)) {
    if (id.length > MOST_CHARACTERS || uses.has(span.start)) continue;
    uses.set(span.start, { id, plan, range: analysis.source.rangeOf(span) });
  }
  return [...uses.values()];
}

/** A copy whose texts are its own: engines make a piece of a text by pointing into the whole, which then stays. */
function detached<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
