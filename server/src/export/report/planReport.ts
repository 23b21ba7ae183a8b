import type { Analysis } from '../../analysis.ts';
import { tinDigits } from '../../findings/checks/identifiers.ts';
import type { FindingLevels } from '../../findings/levels.ts';
import { CATEGORY_NAMES, LEVEL_NAMES, PROGRAM_NAMES, SPECIAL_STATUS_NAMES } from '../../plan/names.ts';
import type { PlanResult } from '../../score/planResult.ts';
import { capitalised } from '../../text/capitalised.ts';
import { dateInWords } from '../../text/dateInWords.ts';
import { formatNumber } from '../../text/formatNumber.ts';
import { activitySection, type ReportedActivity } from './activitySection.ts';
import { evidenceSection } from './evidenceSection.ts';
import { findingSection, openFindings, tally } from './findingSection.ts';
import { html, type Html } from './html.ts';
import { scoreSection } from './scoreSection.ts';
import { timelineSection } from './timelineSection.ts';
import { sentence, written } from './words.ts';

/** What a report says of one plan: a line of its list, and the part about it. Nothing of the analysis is kept alive by it. */
export interface ReportedPlan {
  /** "Riverbend Family Medicine, 2024, group" */
  readonly title: Html;
  readonly points: string;
  readonly secured: string;
  /** Points of the final score. */
  readonly contribution: string;
  readonly findings: string;
  readonly body: Html;
}

/**
 * The parts of a report about the plans of one file, in their order; one that says why for a file without a plan.
 * @param file how the report names the file
 */
export function reportPlans(analysis: Analysis, file: string, levels: FindingLevels = new Map()): readonly ReportedPlan[] {
  if (analysis.plans.length === 0) return [withoutPlan(analysis, file, levels)];
  const { plans: scores, asOf } = analysis.score(file);
  const explanations = analysis.explain();
  const overviews = analysis.overview(levels);
  return analysis.plans.flatMap((result, index) => {
    const [score, explanation, overview] = [scores[index], explanations[index], overviews[index]];
    if (score === undefined || explanation === undefined || overview === undefined) return [];
    const activities: ReportedActivity[] = score.activities.flatMap((activity, at) => {
      const own = overview.activities[at];
      return own === undefined ? [] : [{ score: activity, overview: own, statements: explanation.activities[at] ?? [] }];
    });
    const findings = openFindings(analysis.findings.filter(({ plan }) => plan === index || plan === null), levels);
    return [{
      title: titleOf(result),
      points: inNumbers(score.points),
      secured: inNumbers(score.securedPoints),
      contribution: inNumbers(score.contribution),
      findings: tally(findings),
      body: html`${facts(result, file, asOf)}${scoreSection(score, explanation.plan, overview, asOf)}${activitySection(activities)}${
        timelineSection(activities, result.facts.year, asOf)}${evidenceSection(score.activities, result.judgements, overview)}${
        findingSection(findings, analysis.source)}`,
    }];
  });
}

function inNumbers(value: number | null): string {
  return value === null ? '–' : formatNumber(value);
}

function titleOf({ plan, facts: { level } }: PlanResult): Html {
  const name = plan.practice.value?.value.name.value?.value;
  const year = plan.performanceYear.value?.value;
  return html`${name === undefined ? 'Practice without a name' : written(name)}${year === undefined ? '' : `, ${year}`}${level === undefined ? '' : `, ${LEVEL_NAMES[level]}`}`;
}

function facts({ plan, facts: known }: PlanResult, file: string, asOf: string): Html {
  const submission = plan.submission.value?.value;
  const tin = plan.practice.value?.value.tin.value?.value;
  const rows: (readonly [string, Html | string | undefined])[] = [
    ['Performance year', known.year === undefined ? undefined : String(known.year)],
    ['Program', known.program === undefined ? undefined : `${capitalised(PROGRAM_NAMES[known.program])}${known.mvp === undefined ? '' : ` ${known.mvp.id}, ${known.mvp.titleIn(known.year as number)}`}`],
    ['Reported as', known.level === undefined ? undefined : capitalised(LEVEL_NAMES[known.level])],
    ['Clinicians', known.clinicians === undefined ? undefined : String(known.clinicians)],
    ['TIN', tin === undefined ? undefined : lastDigits(tin)],
    ['NPI', known.level === 'individual' ? textOf(submission?.npi.value?.value) : undefined],
    ['Identifier of the entity', textOf(submission?.entityId.value?.value)],
    ['Special statuses', capitalised([...known.specialStatuses].map((status) => SPECIAL_STATUS_NAMES[status]).join(', '))],
    ['Reweighted to 0 %', capitalised([...known.reweighted].map((category) => CATEGORY_NAMES[category]).join(', '))],
    ['File', written(file)],
    ['As of', dateInWords(asOf)],
  ];
  return html`<dl>${rows.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [html`
<dt>${name}</dt><dd>${value}</dd>`]))}
</dl>`;
}

function lastDigits(tin: string): string {
  const digits = tinDigits(tin);
  return digits === undefined ? 'cannot be read' : `ends in ${digits.slice(-4)}`;
}

function textOf(text: string | undefined): Html | undefined {
  return text === undefined ? undefined : written(text);
}

const UNSCORED = { points: '–', secured: '–', contribution: '–' };

function withoutPlan(analysis: Analysis, file: string, levels: FindingLevels): ReportedPlan {
  const findings = openFindings(analysis.findings, levels);
  const why = analysis.refused ? 'This file cannot be read.' : 'There is no plan in this file.';
  return {
    title: written(file), ...UNSCORED, findings: tally(findings),
    body: html`<p class="notice">${why}</p>${findings.length === 0 ? undefined : findingSection(findings, analysis.source)}`,
  };
}

/** The part about a file that could not be read. @param problem why, such as "may not be read" */
export function reportUnreadable(file: string, problem: string): ReportedPlan {
  return { title: written(file), ...UNSCORED, findings: '–', body: html`<p class="notice">This file was left out: ${sentence(problem)}.</p>` };
}
