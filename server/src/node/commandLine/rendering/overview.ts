import type { Colors } from 'picocolors/types';
import { MAXIMUM_POINTS } from '../../../../data/performanceYears.ts';
import { formatNumber } from '../../../text/formatNumber.ts';
import type { Tally } from './tally.ts';

/**
 * The overview below the findings: what was checked and how much was found. Nothing where nothing was read: to say
 * that there are no errors would be wrong.
 * @param unread files and folders that could not be read
 */
export function checkOverview(tally: Tally, unread: number, colors: Colors): string {
  if (tally.files === 0) return '';
  const found = [
    tally.errors > 0 ? colors.bold(colors.red(amount(tally.errors, 'error'))) : 'no errors',
    tally.warnings > 0 ? colors.yellow(amount(tally.warnings, 'warning')) : 'no warnings',
    ...(tally.notes > 0 ? [amount(tally.notes, 'note')] : []),
  ];
  return `${checked(tally, unread)}\n${points(tally)}${capitalised(found.join(', '))}.\n`;
}

/** The overview below the scores of several plans. */
export function scoreOverview(tally: Tally, unread: number): string {
  return `${checked(tally, unread)}\n${points(tally)}${formatNumber(tally.securedPoints)} points are secured.\n`;
}

function checked({ plans, files }: Tally, unread: number): string {
  const rest = unread === 0 ? '' : `; ${grouped(unread)} more could not be read`;
  return `${amount(plans, 'plan')} in ${amount(files, 'file')}${rest}.`;
}

function points({ scored, points: sum, atMaximum, plans }: Tally): string {
  if (scored === 0) return plans === 0 ? '' : plans === 1 ? 'It cannot be scored. ' : 'None of them can be scored. ';
  const unscored = plans - scored;
  const full = plans === 1 ? '' : `; ${grouped(atMaximum)} ${atMaximum === 1 ? 'plan reaches' : 'plans reach'} ${MAXIMUM_POINTS}`;
  const left = unscored === 0 ? '' : `, ${grouped(unscored)} cannot be scored`;
  return `${formatNumber(sum)} of ${grouped(scored * MAXIMUM_POINTS)} points${full}${left}. `;
}

function amount(count: number, word: string): string {
  return `${grouped(count)} ${word}${count === 1 ? '' : 's'}`;
}

/** 10,000: whole numbers as people read them. */
function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

/** The first letter, behind what colours the text. */
function capitalised(text: string): string {
  return text.replace(/^((?:\u001b\[\d+m)*)(\p{Ll})/u, (_, colour: string, letter: string) => colour + letter.toUpperCase());
}
