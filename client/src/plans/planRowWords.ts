import type { Deadline, PlansReading } from '../../../server/src/protocol/plans.ts';
import { dateInWords } from '../../../server/src/text/dateInWords.ts';
import { formatNumber } from '../../../server/src/text/formatNumber.ts';
import { LEVELS } from '../../view/words.ts';
import { errorsIn, nameOf, type PlanRow, type RowFilter, type SortOrder, type YearGroup } from './planRows.ts';

export type RowIcon = 'unreadable' | 'error' | 'warning' | 'secured' | 'full' | 'short' | 'unscored';

/** What a row shows: never by its icon alone. */
export interface RowWords {
  readonly label: string;
  /** Behind the label, the most telling first: a narrow view cuts the end off. */
  readonly description: string;
  /** What a screen reader says instead of both. */
  readonly spoken: string;
  readonly icon: RowIcon;
}

/** Said only where it is not what anybody would expect. */
const SORT_WORDS: Readonly<Record<SortOrder, string>> = {
  practice: '', points: 'Sorted by points, fewest first', deadline: 'Sorted by next deadline', errors: 'Sorted by errors, most first',
};

/** Letters of a name that leave room for the points in a side bar of 300 px. */
const MOST_LETTERS = 26;

export function rowWords(row: PlanRow): RowWords {
  const { plan, file } = row;
  // Plans of one file are often of one practice.
  const label = plan === undefined || plan.level === null || file.plans.length === 1 ? nameOf(row) : `${nameOf(row)} · ${LEVELS[plan.level]}`;
  if (plan === undefined) {
    return { label, description: file.problem ?? '', spoken: `${label}, ${file.problem ?? ''}.`, icon: 'unreadable' };
  }
  const isScored = plan.points !== null && plan.maxPoints !== null;
  const secured = plan.securedPoints === null ? [] : [`${formatNumber(plan.securedPoints)} secured`];
  const date = plan.nextDeadline === null ? [] : [shortDate(plan.nextDeadline.date)];
  const numbers = isScored ? [`${formatNumber(plan.points)}/${formatNumber(plan.maxPoints)}`, ...secured] : ['not scored'];
  const findings = findingWords(row);
  return {
    label: shortened(label),
    description: [...numbers, ...findings.slice(0, 1), ...date].join(' · '),
    spoken: [
      [nameOf(row), plan.performanceYear, plan.level && LEVELS[plan.level]].filter((part) => part !== null).join(', '),
      isScored ? [pointsWords(plan.points, plan.maxPoints), ...secured].join(', ') : 'Not scored',
      findings.length === 0 ? 'No errors' : findings.join(', '),
      ...(plan.nextDeadline === null ? [] : [`Next: ${deadlineWords(plan.nextDeadline)}`]),
    ].join('. ').concat('.'),
    icon: iconOf(row),
  };
}

/** All that is known of a row, a line each. */
export function rowTooltip(row: PlanRow): string {
  const { plan, file } = row;
  if (plan === undefined) return [file.path, `Not read: ${file.problem ?? ''}.`].join('\n');
  const level = plan.level === null ? [] : [LEVELS[plan.level]];
  return [
    [nameOf(row), plan.performanceYear, ...level].filter((part) => part !== null).join(' · '),
    plan.points === null || plan.maxPoints === null
      ? 'This plan cannot be scored yet.'
      : `${pointsWords(plan.points, plan.maxPoints)}, ${formatNumber(plan.securedPoints ?? 0)} secured`,
    ...(findingWords(row).length === 0 ? [] : [findingWords(row).join(', ')]),
    ...(plan.worst === null ? [] : [plan.worst.message]),
    ...(plan.nextDeadline === null ? [] : [deadlineWords(plan.nextDeadline)]),
    file.path,
  ].join('\n');
}

export function groupWords({ year, rows }: YearGroup): Omit<RowWords, 'icon'> {
  const label = year === null ? 'No performance year' : String(year);
  const withErrors = rows.filter((row) => errorsIn(row) > 0).length;
  const description = [count(rows.length, 'plan'), ...(withErrors === 0 ? [] : [`${formatCount(withErrors)} with errors`])].join(', ');
  return { label, description, spoken: `${label}, ${description}` };
}

/** How somebody wants to see the plans. */
export interface Wishes {
  readonly filter: RowFilter;
  readonly order: SortOrder;
}

/** What stands above the list, a line each. */
export function plansMessage({ state, read, known, searchesFolders }: PlansReading, { filter, order }: Wishes, shown: number, all: number): string {
  const lines: string[] = [];
  if (state === 'reading') lines.push(known === 0 ? 'Looking for plans…' : `Reading plans: ${formatCount(read)} of ${formatCount(known)}`);
  if (state === 'stopped') lines.push(`Stopped after ${formatCount(read)} of ${formatCount(known)} plan files. Read them again for the rest.`);
  if (!searchesFolders && all > 0) lines.push('Only open plans are listed: no folder here is on this computer.');
  const wantsWords = filter.text.trim() !== '';
  const wanted = [...(wantsWords ? [`“${filter.text.trim()}”`] : []), ...(filter.errorsOnly ? [wantsWords ? 'only with errors' : 'Only with errors'] : [])];
  // Where nothing is left the empty view says so, which VS Code shows only without a message.
  if (wanted.length > 0 && shown > 0) lines.push(`${wanted.join(', ')}: ${formatCount(shown)} of ${count(all, 'plan')}`);
  if (SORT_WORDS[order] !== '' && shown > 0) lines.push(SORT_WORDS[order]);
  return lines.join('\n');
}

function pointsWords(points: number, maxPoints: number): string {
  return `${formatNumber(points)} of ${formatNumber(maxPoints)} points`;
}

function findingWords(row: PlanRow): readonly string[] {
  const { error, warning, information } = row.plan?.findings ?? { error: 0, warning: 0, information: 0 };
  return [
    ...(error === 0 ? [] : [count(error, 'error')]),
    ...(warning === 0 ? [] : [count(warning, 'warning')]),
    ...(information === 0 ? [] : [count(information, 'note')]),
  ];
}

function deadlineWords({ date, kind, activity, minimum = 'the usual length' }: Deadline): string {
  const id = activity ?? 'an activity';
  const what = {
    start: `${id} begins`,
    'last-start': `last day to begin ${id}`,
    'last-start-of-any': `last day to begin one more activity of ${minimum}`,
    end: `last day of ${id}`,
    submission: 'last day of the submission window',
  }[kind];
  return `${dateInWords(date)}: ${what}`;
}

function iconOf({ plan }: PlanRow): RowIcon {
  if (plan === undefined) return 'unreadable';
  if (plan.findings.error > 0) return 'error';
  if (plan.points === null) return 'unscored';
  if (plan.findings.warning > 0) return 'warning';
  if (plan.gap !== 0) return 'short';
  return (plan.securedPoints ?? 0) >= plan.points ? 'secured' : 'full';
}

function count(number: number, thing: string): string {
  return `${formatCount(number)} ${thing}${number === 1 ? '' : 's'}`;
}

/** The whole name is what a screen reader says, and what is seen when the mouse rests on the row. */
function shortened(name: string): string {
  const letters = [...name];
  return letters.length <= MOST_LETTERS ? name : `${letters.slice(0, MOST_LETTERS - 1).join('').trimEnd()}…`;
}

function formatCount(number: number): string {
  return number.toLocaleString('en-GB');
}

/** `2024-10-03` as "3 Oct 2024". */
function shortDate(date: string): string {
  const [day = '', month = '', year = ''] = dateInWords(date).split(' ');
  return `${day} ${month.slice(0, 3)} ${year}`;
}
