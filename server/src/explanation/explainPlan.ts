import { APM_CREDIT_POINTS, MAXIMUM_POINTS } from '../../data/performanceYears.ts';
import { CATALOGUE } from '../findings/catalogue.ts';
import type { Finding, FindingCode } from '../findings/finding.ts';
import { CATEGORY_NAMES, PROGRAM_NAMES, SPECIAL_STATUS_NAMES } from '../plan/names.ts';
import type { Credit } from '../score/fileScore.ts';
import { MEDICAL_HOME_ID, type ActivityJudgement } from '../score/judgement.ts';
import type { PerformanceYearRules } from '../rules/performanceYear.ts';
import { keepUntil } from '../rules/rules.ts';
import type { PlanResult } from '../score/planResult.ts';
import { enumeration } from '../text/enumeration.ts';
import { formatNumber } from '../text/formatNumber.ts';
import { plural } from '../text/plural.ts';
import type { Span } from '../text/span.ts';
import { missingToSecure } from './activityOverview.ts';
import type { PlanExplanation, Statement } from './explanation.ts';
import { dateInWords } from '../text/dateInWords.ts';

const APP_CREDIT_SOURCE = '42 CFR 414.1367(c)(3)';

/**
 * Says why a plan scores what it scores, step by step with the rule behind each.
 * @param findings all of the plan's, suppressed ones too: they say why an activity earns nothing.
 */
export function explainPlan(result: PlanResult, findings: readonly Finding[]): PlanExplanation {
  return {
    plan: [...pointsStatements(result), ...weightStatements(result), ...retentionStatements(result)],
    activities: explainActivities(result, findingsByCode(findings)),
  };
}

function pointsStatements(result: PlanResult): Statement[] {
  const { facts, points, judgements } = result;
  const { rules, year, program } = facts;
  if (points === undefined || rules === undefined || program === undefined) {
    return [{ text: 'The plan cannot be scored: its performance year or program cannot be read, or CMS does not offer the program in that year.', source: 'The plan format, version 1' }];
  }
  const credited = judgements.filter((judgement) => judgement.credited).length;
  const fromActivities = points.activities.reduce((total, own) => total + own, 0);
  const statements: Statement[] = [];
  if (program !== 'app') {
    statements.push(...perActivity(result));
    statements.push({ text: earnedTogether(credited, fromActivities), source: `CMS improvement activity inventory ${year}` });
  }
  for (const credit of points.credits) statements.push(creditStatement(credit, rules));
  if (points.uncapped > MAXIMUM_POINTS) {
    statements.push({ text: `${formatNumber(points.uncapped)} points are more than the ${MAXIMUM_POINTS} that count.`, source: rules.points.source });
  }
  statements.push({ text: `${formatNumber(points.capped)} of ${MAXIMUM_POINTS} points; ${formatNumber(points.secured)} of them secured on ${dateInWords(facts.asOf)}.`, source: rules.points.source });
  return statements;
}

/** What each activity earns in the year and the program. */
function perActivity({ facts, points }: PlanResult): Statement[] {
  const { rules, year, program } = facts;
  if (points === undefined || rules === undefined || program === undefined) return [];
  const { standard, specialStatus } = rules.points.value;
  const table = program === 'mvp' ? rules.mvpPoints : { value: points.doubled ? specialStatus : standard, source: rules.points.source };
  if (table === undefined) return [];
  const { unweighted, medium, high } = table.value;
  const earns = unweighted > 0
    ? `${unweighted} points for each activity`
    : `${medium} points for a medium-weighted activity, ${high} for a high-weighted one`;
  const statuses = [...facts.specialStatuses].map((status) => SPECIAL_STATUS_NAMES[status]).join(', ');
  return [{ text: `${year}, ${PROGRAM_NAMES[program]}: ${earns}${points.doubled ? `, already doubled (${statuses})` : ''}.`, source: table.source }];
}

function creditStatement({ kind, points }: Credit, rules: PerformanceYearRules): Statement {
  switch (kind) {
    case 'apm':
      return { text: `${APM_CREDIT_POINTS} points for taking part in an Alternative Payment Model.`, source: rules.apmCondition.source, code: 'apm-credit-condition' };
    case 'medical_home':
      return { text: `The recognised medical home earns all ${points} points (those of ${MEDICAL_HOME_ID}).`, source: rules.medicalHomeSites.source };
    case 'ia_study':
      return { text: `${points} points for taking part in CMS’s improvement activity study.`, source: rules.iaStudy.source };
    case 'app':
      return { text: `The APM Performance Pathway gives all ${points} points without activities.`, source: APP_CREDIT_SOURCE };
    case 'apm_scoring_standard':
      return { text: `${plural(points, 'point')} that CMS assigned to the model.`, source: '42 CFR 414.1370(g)(3)' };
  }
}

function weightStatements({ facts, points, weight }: PlanResult): Statement[] {
  const { rules, program } = facts;
  if (points === undefined || weight === undefined || rules === undefined) return [];
  const { source } = program === 'app' || program === 'apm_scoring_standard' ? rules.apmCategoryWeights : rules.categoryWeights;
  if (weight.weight === null) {
    return [{ text: 'Fewer than two categories are left: the final score is the performance threshold, whatever the activities earn.', source: '42 CFR 414.1380(c)', code: 'final-score-is-threshold' }];
  }
  const statements: Statement[] = [];
  if (weight.reweightingCancelled) {
    statements.push({ text: 'Attesting an activity cancels the reweighting of this category.', source: '42 CFR 414.1380(c)(2)(i)', code: 'reweighting-cancelled' });
  }
  const reweighted = [...facts.reweighted].filter((category) => category !== 'improvement_activities' || !weight.reweightingCancelled);
  const because = reweighted.length === 0 ? '' : ` with ${enumeration(reweighted.map((category) => CATEGORY_NAMES[category]))} at 0 %`;
  statements.push({ text: `The category weighs ${weight.weight} % of the final score${because}.`, source });
  const contribution = (points.capped / MAXIMUM_POINTS) * weight.weight;
  statements.push({ text: `${formatNumber(points.capped)} ÷ ${MAXIMUM_POINTS} × ${weight.weight} = ${formatNumber(contribution)} points of the final score.`, source });
  return statements;
}

function retentionStatements({ facts, points }: PlanResult): Statement[] {
  if (points === undefined || facts.rules === undefined) return [];
  const { closes } = facts.rules.submissionWindow.value;
  return [{ text: `Submit by ${dateInWords(closes)}; keep the evidence until ${dateInWords(keepUntil(facts.rules))}.`, source: facts.rules.submissionWindow.source }];
}

function explainActivities(result: PlanResult, findings: FindingsByCode): Statement[][] {
  return result.judgements.map((judgement, index) => activityStatements(judgement, index, result, findings));
}

/** Each code's in the order of the text. */
type FindingsByCode = ReadonlyMap<FindingCode, readonly Finding[]>;

function findingsByCode(findings: readonly Finding[]): FindingsByCode {
  const byCode = new Map<FindingCode, Finding[]>();
  for (const finding of findings) {
    const ofCode = byCode.get(finding.code);
    if (ofCode === undefined) byCode.set(finding.code, [finding]);
    else ofCode.push(finding);
  }
  for (const ofCode of byCode.values()) ofCode.sort((a, b) => a.span.start - b.span.start);
  return byCode;
}

function activityStatements(judgement: ActivityJudgement, index: number, result: PlanResult, findings: FindingsByCode): Statement[] {
  if (judgement.dropped) return [{ text: 'Dropped: kept on file, earns nothing.', source: 'The plan format, version 1' }];
  if (judgement.reasons.length > 0) return judgement.reasons.map((code) => denial(code, judgement, findings));
  if (!judgement.credited) return [];
  return [earned(judgement, result.points?.activities[index] ?? 0, result), security(judgement, result)];
}

function denial(code: FindingCode, { activity }: ActivityJudgement, findings: FindingsByCode): Statement {
  const finding = firstWithin(activity.extent, findings.get(code) ?? []);
  return { text: finding?.message ?? CATALOGUE[code].summary, source: CATALOGUE[code].source, code };
}

/** @param findings in the order of the text */
function firstWithin({ start, end }: Span, findings: readonly Finding[]): Finding | undefined {
  let low = 0;
  let high = findings.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((findings[middle] as Finding).span.start < start) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < findings.length && (findings[at] as Finding).span.start <= end; at++) {
    if ((findings[at] as Finding).span.end <= end) return findings[at];
  }
  return undefined;
}

function earned(judgement: ActivityJudgement, points: number, { facts, points: total }: PlanResult): Statement {
  const { rules, program, year } = facts;
  const source = program === 'mvp' ? (rules?.mvpPoints?.source ?? '') : (rules?.points.source ?? '');
  if (program === 'app') return { text: 'Credited; the pathway gives full credit without it.', source: APP_CREDIT_SOURCE };
  if (judgement.listed?.id === MEDICAL_HOME_ID) return { text: `A recognised medical home: all ${points} points.`, source };
  const weight = judgement.weight === null ? `An activity of ${year}` : `${judgement.weight === 'high' ? 'High' : 'Medium'}-weighted`;
  return { text: `${weight}: ${formatNumber(points)} points${total?.doubled === true ? ', doubled for the special status' : ''}.`, source };
}

function security(judgement: ActivityJudgement, { facts }: PlanResult): Statement {
  const source = '42 CFR 414.1390; CMS quick start guides on documentation';
  if (judgement.secured) return { text: `Secured on ${dateInWords(facts.asOf)}: completed and documented.`, source };
  return { text: `Not secured yet: ${missingToSecure(judgement, facts).join(', ')}.`, source };
}

function earnedTogether(credited: number, points: number): string {
  if (credited === 0) return 'No activity earns points.';
  return `${plural(credited, 'activity earns', 'activities earn')} ${plural(points, 'point')}.`;
}
