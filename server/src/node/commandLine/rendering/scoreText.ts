import type { Colors } from 'picocolors/types';
import type { Analysis } from '../../../analysis.ts';
import type { PlanExplanation } from '../../../explanation/explanation.ts';
import type { ActivityScore, FileScore, PlanScore, Suggestion } from '../../../score/fileScore.ts';
import { waysInWords } from '../../../score/waysInWords.ts';
import { formatNumber } from '../../../text/formatNumber.ts';
import { plural } from '../../../text/plural.ts';
import { printable, shown } from './printable.ts';
import { alignColumns, pad, widest, wrapped } from './table.ts';

/** The scores of a file: each plan with its activities, why they earn what they earn, and what would close the gap. */
export function scoreText(file: string, analysis: Analysis, colors: Colors): string {
  const score = analysis.score(file);
  const explanations = analysis.explain();
  const heading = colors.underline(printable(file));
  if (analysis.refused) return `${heading}\n  ${analysis.findings.map(({ message }) => shown(message)).join(' ')}\n\n`;
  if (score.plans.length === 0) return `${heading}\n  No plan.\n\n`;
  const plans = score.plans.map((plan, index) => planText(plan, explanations[index], isBest(score, index), colors).join('\n'));
  return `${heading}\n${plans.join('\n\n')}\n\n`;
}

/** Only of several plans one is the best. */
function isBest({ best, plans }: FileScore, index: number): boolean {
  return plans.length > 1 && best === index;
}

function planText(plan: PlanScore, explanation: PlanExplanation | undefined, best: boolean, colors: Colors): string[] {
  const title = [plan.practice, plan.performanceYear, plan.program?.replaceAll('_', ' '), plan.level?.replaceAll('_', ' ')].filter((part) => part !== null && part !== undefined);
  const width = widest(plan.activities.map(({ id }) => shown(id ?? '?')));
  return [
    `  ${colors.bold(shown(title.join(', ')))}${best ? colors.green('  the highest contribution of this file') : ''}`,
    `  ${headline(plan, colors)}`,
    '',
    ...plan.activities.flatMap((activity, index) => activityLines(activity, explanation?.activities[index] ?? [], width, colors)),
    ...(plan.activities.length === 0 ? [] : ['']),
    ...explanationLines(explanation, colors),
    ...gapLines(plan, colors),
  ];
}

function headline(plan: PlanScore, colors: Colors): string {
  if (plan.points === null || plan.maxPoints === null) return colors.yellow('No score.');
  const paint = plan.points >= plan.maxPoints ? colors.green : colors.yellow;
  const contribution = plan.contribution === null || plan.categoryWeight === null
    ? 'no weight in the final score'
    : `${formatNumber(plan.contribution)} of ${formatNumber(plan.categoryWeight)} points of the final score`;
  return `${colors.bold(paint(`${formatNumber(plan.points)} of ${plan.maxPoints} points`))}, ${formatNumber(plan.securedPoints ?? 0)} secured; ${contribution}`;
}

function activityLines(activity: ActivityScore, statements: PlanExplanation['activities'][number], width: number, colors: Colors): string[] {
  const points = activity.points === null ? '–' : formatNumber(activity.points);
  const title = activity.title === null ? '' : `  ${printable(activity.title)}`;
  const indentation = ' '.repeat(width + 6);
  return [
    `    ${pad(shown(activity.id ?? '?'), width)}  ${pad(points, 3, true)}  ${standing(activity, colors)}${title}`,
    ...statements.flatMap(({ text }) => wrapped(shown(text), indentation)).map((line) => colors.dim(line)),
  ];
}

function standing(activity: ActivityScore, colors: Colors): string {
  if (activity.secured) return colors.green('secured ');
  if (activity.credited) return 'planned ';
  if (activity.points === null) return colors.dim('no score');
  return activity.reasons.length === 0 ? colors.dim('dropped ') : colors.red('no credit');
}

function explanationLines(explanation: PlanExplanation | undefined, colors: Colors): string[] {
  return (explanation?.plan ?? []).map(({ text, source }) => `  ${shown(text)} ${colors.dim(`[${source}]`)}`);
}

function gapLines(plan: PlanScore, colors: Colors): string[] {
  if (plan.gap === null || plan.gap <= 0) return [];
  const ways = plan.waysToClose.length === 0 ? '' : `: ${waysInWords(plan.waysToClose)}`;
  return [
    '',
    `  ${colors.bold(`${plural(plan.gap, 'more point')} to reach ${plan.maxPoints ?? ''}`)}${ways}${plan.suggestions.length === 0 ? '.' : '. Closest to what the practice does already:'}`,
    ...alignColumns(plan.suggestions.slice(0, MOST_SUGGESTIONS).map(suggestionRow), [2]),
  ];
}

const MOST_SUGGESTIONS = 5;

function suggestionRow({ id, weight, points, title }: Suggestion): string[] {
  return [`    ${id}`, ...(weight === null ? ['', `${points} points`] : [weight, `${points} points`]), printable(title)];
}
