import type { Finding, Severity } from '../findings/finding.ts';
import { shownSeverity, type FindingLevels } from '../findings/levels.ts';
import type { Category } from '../plan/model.ts';
import { CATEGORY_NAMES } from '../plan/names.ts';
import type { PlanResult } from '../score/planResult.ts';
import { keepUntil } from '../rules/rules.ts';
import { asShown } from '../text/asShown.ts';
import { enumeration } from '../text/enumeration.ts';
import type { SourceText } from '../text/sourceText.ts';
import { activityOverview } from './activityOverview.ts';
import type { FindingOverview, PlanOverview } from './overview.ts';
import { planSteps } from './planSteps.ts';

/** Findings that are told in full: more is for the list of problems. */
export const MOST_FINDINGS = 12;

const BY_SEVERITY: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export interface OverviewOptions {
  readonly levels: FindingLevels;
  readonly evidenceExists: ((path: string) => boolean) | undefined;
}

/** @param findings those of the plan and of the file as a whole, without those that a comment hides */
export function planOverview(result: PlanResult, findings: readonly Finding[], source: SourceText, { levels, evidenceExists }: OverviewOptions): PlanOverview {
  const { plan, facts } = result;
  const shown = findings.flatMap((finding) => {
    const severity = shownSeverity(finding, levels);
    return severity === undefined ? [] : [{ finding, severity }];
  });
  const count = (severity: Severity): number => shown.filter((each) => each.severity === severity).length;
  return {
    activities: result.judgements.map((judgement) => activityOverview(judgement, facts, evidenceExists)),
    // However it is shown, an error keeps the plan from being exported.
    steps: planSteps(result, findings.filter(({ severity }) => severity === 'error').length),
    findings: BY_SEVERITY.slice(0, -1)
      .flatMap((severity) => shown.filter((each) => each.severity === severity))
      .slice(0, MOST_FINDINGS)
      .map(({ finding, severity }) => findingOverview(finding, severity, result, source)),
    findingCounts: { error: count('error'), warning: count('warning'), information: count('information'), hint: count('hint') },
    specialStatuses: [...facts.specialStatuses],
    reweighted: [...facts.reweighted],
    apm: plan.apm.value !== undefined,
    clinicians: facts.clinicians ?? null,
    weightReason: weightReason(result),
    submission: facts.rules === undefined ? null : { opens: null, ...facts.rules.submissionWindow.value },
    keepUntil: facts.rules === undefined ? null : keepUntil(facts.rules),
  };
}

function findingOverview(finding: Finding, severity: Severity, { judgements }: PlanResult, source: SourceText): FindingOverview {
  const { start, end } = finding.span;
  const activity = judgements.findIndex(({ activity: { extent } }) => start >= extent.start && end <= extent.end);
  return {
    code: finding.code,
    severity,
    message: finding.message,
    range: source.rangeOf(finding.span),
    activity: activity === -1 ? null : activity,
    fixes: (finding.fixes?.() ?? []).map(({ title }) => asShown(title)),
  };
}

function weightReason({ facts, weight }: PlanResult): string | null {
  if (weight === undefined) return null;
  if (weight.weight === null) return 'Fewer than two categories are left: the final score is CMS’s performance threshold.';
  if (weight.reweightingCancelled) return 'Attesting an activity brings the category’s weight back.';
  const words = (categories: readonly Category[]): string => enumeration(categories.map((category) => CATEGORY_NAMES[category]));
  const reweighted = [...facts.reweighted];
  if (reweighted.includes('improvement_activities')) return 'CMS has reweighted this category to 0 %.';
  if (facts.program === 'app') return `The weight in the APM Performance Pathway${reweighted.length === 0 ? '' : ` with ${words(reweighted)} at 0 %`}.`;
  if (facts.program === 'apm_scoring_standard') return `The weight under the APM scoring standard${reweighted.length === 0 ? '' : ` with ${words(reweighted)} at 0 %`}.`;
  if (reweighted.length === 0) return 'The usual weight.';
  return `The weight with ${words(reweighted)} at 0 %${weight.isOfSmallPractice ? ' in a small practice' : ''}.`;
}
