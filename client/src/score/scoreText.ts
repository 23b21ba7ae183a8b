import type { ActivityOverview, PlanOverview } from '../../../server/src/explanation/overview.ts';
import type { ActivityScore, FileScore, PlanScore } from '../../../server/src/score/fileScore.ts';
import type { PlanExplanation } from '../../../server/src/explanation/explanation.ts';
import { CREDIT_NAMES, SEVERITY_NAMES, STEP_NAMES, stepStateName } from '../../../server/src/explanation/names.ts';
import { wayInWords } from '../../../server/src/score/waysInWords.ts';
import { dateInWords } from '../../../server/src/text/dateInWords.ts';
import { formatNumber } from '../../../server/src/text/formatNumber.ts';
import { plural } from '../../../server/src/text/plural.ts';
import { formatPeriod } from '../../view/numbers.ts';
import { activityState, bestWords, doublingWords, planLabel, practiceName, stateWords, submissionWords } from '../../view/words.ts';

export interface ScoredFile {
  readonly fileName: string;
  readonly score: FileScore;
  readonly explanations: readonly PlanExplanation[];
  readonly overviews: readonly PlanOverview[];
}

/** Everything that the score view says, as plain text. */
export function scoreText({ fileName, score, explanations, overviews }: ScoredFile): string {
  const title = `MIPS score of ${fileName}`;
  const head = [title, '='.repeat(title.length), `As of ${dateInWords(score.asOf)}.`];
  if (score.plans.length === 0) return text([...head, '', 'The file holds no plan that can be read.']);
  const several = score.plans.length > 1;
  const plans = score.plans.flatMap((plan, index) => {
    const [explanation, overview] = [explanations[index], overviews[index]];
    if (explanation === undefined || overview === undefined) return [];
    const name = several ? `${planLabel(plan, index)}: ${practiceName(plan)}${score.best === index ? ' (the best of this file)' : ''}` : practiceName(plan);
    return ['', name, '-'.repeat(name.length), ...planLines(plan, explanation, overview, score.asOf)];
  });
  return text([...head, ...(several ? [bestWords(score.plans, score.best)] : []), ...plans]);
}

function planLines(plan: PlanScore, explanation: PlanExplanation, overview: PlanOverview, asOf: string): string[] {
  return [
    submissionWords(plan),
    ...totals(plan, overview, asOf),
    ...section('How this is worked out', explanation.plan.map(({ text: sentence, source }) => `${sentence} [${source}]`)),
    ...section('Four steps to submission', overview.steps.flatMap(({ kind, state, text: sentence, missing }, index) => [
      `${index + 1}. ${STEP_NAMES[kind]}: ${stepStateName(kind, state)}. ${sentence}`, ...missing.map((part) => `   Missing: ${part}`),
    ])),
    ...section('Activities', plan.activities.flatMap((activity, index) => {
      const seen = overview.activities[index];
      return seen === undefined ? [] : activityLines(activity, seen, plan.performanceYear, explanation.activities[index]?.map(({ text: sentence }) => sentence) ?? []);
    })),
    ...section('To look at', overview.findings.map(({ severity, message, range }) => `${SEVERITY_NAMES[severity]}, line ${range.start.line + 1}: ${message}`)),
    ...(plan.maxPoints === null ? [] : section(`To reach ${formatNumber(plan.maxPoints)}`, [
      ...plan.waysToClose.map((way) => wayInWords(way)),
      ...plan.suggestions.map(({ id, title, points }) => `${id} (+${formatNumber(points)}): ${title}`),
    ])),
    ...(overview.keepUntil === null ? [] : ['', `Keep all evidence until ${dateInWords(overview.keepUntil)}.`]),
  ].map((line) => line.replaceAll('`', ''));
}

function totals(plan: PlanScore, overview: PlanOverview, asOf: string): string[] {
  if (plan.points === null || plan.maxPoints === null) return ['This plan cannot be scored yet.'];
  const worth = plan.contribution === null || plan.categoryWeight === null
    ? 'Not counted in the final score.'
    : `${formatNumber(plan.contribution)} of ${formatNumber(plan.categoryWeight)} points of the final score.`;
  return [
    `${formatNumber(plan.points)} of ${formatNumber(plan.maxPoints)} points, ${formatNumber(plan.securedPoints ?? 0)} of them secured on ${dateInWords(asOf)}.`,
    `${worth} ${overview.weightReason ?? ''}`.trimEnd(),
    `Points doubled: ${doublingWords(plan, overview)}.`,
    ...plan.credits.map(({ kind, points }) => `${CREDIT_NAMES[kind]}: ${plural(points, 'point')}.`),
  ];
}

function activityLines(activity: ActivityScore, overview: ActivityOverview, year: number | null, statements: readonly string[]): string[] {
  const points = activity.points === null ? '–' : formatNumber(activity.points);
  const { period, participation, evidence } = overview;
  const facts = [
    period === null ? '' : `period ${formatPeriod(period.start, period.end, year)}`,
    (participation?.text ?? null) === null ? '' : `clinicians: ${participation?.text ?? ''}`,
    evidence.length === 0 ? 'no evidence' : `evidence: ${evidence.map(({ text: name, found }) => (found ? name : `${name} (not found)`)).join(', ')}`,
  ].filter((part) => part !== '');
  return [
    `${activity.id ?? 'No id yet'}: ${points} points, ${stateWords(activityState(activity), overview.status)}${activity.title === null ? '' : `. ${activity.title}`}`,
    `   ${facts.join('; ')}`,
    ...statements.map((sentence) => `   ${sentence}`),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
