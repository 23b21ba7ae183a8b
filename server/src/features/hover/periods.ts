import { calendarDate, lengthInDays, yearOf } from '../../calendar/calendarDate.ts';
import type { FindingCode } from '../../findings/finding.ts';
import { USUAL_MINIMUM } from '../../inventory/activityRules.ts';
import type { Activity, Period } from '../../plan/model.ts';
import { inWords, lastStart } from '../../score/minimumPeriod.ts';
import type { PlanResult } from '../../score/planResult.ts';
import type { Span } from '../../text/span.ts';
import { paragraph, type Block } from '../markup.ts';
import { dateInWords } from '../../text/dateInWords.ts';
import { plural } from '../../text/plural.ts';

/** The period that is written at a place, a clinician's own or the activity's; the activity's where none is. */
export function periodAt({ start }: Span, activity: Activity | undefined): Period | undefined {
  const performedBy = activity?.performedBy.value?.value;
  const own = performedBy?.kind === 'periods' ? performedBy.periods.map(({ period }) => period.value) : [];
  const here = own.find((period) => period !== undefined && period.span.start <= start && start <= period.span.end);
  return (here ?? activity?.period.value)?.value;
}

/** Length, minimum and what the period leaves of the year. @param said what findings say at the place already */
export function describePeriod(period: Period | undefined, plan: PlanResult, activity: Activity | undefined, said: ReadonlySet<FindingCode>): readonly Block[] {
  const sentences = [length(period), said.has('period-too-short') || said.has('last-start-passed') ? '' : minimum(plan, activity), left(period, plan)];
  const text = sentences.filter((sentence) => sentence !== '').join(' ');
  return text === '' ? [] : [paragraph(text)];
}

function length(period: Period | undefined): string {
  if (period === undefined) return '';
  const days = lengthInDays(period.start.value, period.end.value);
  return days < 1 ? '' : `${plural(days, 'day')}, first and last included.`;
}

function minimum({ facts, judgements }: PlanResult, activity: Activity | undefined): string {
  if (facts.year === undefined) return '';
  const judgement = judgements.find((each) => each.activity === activity);
  const needed = judgement?.minimum ?? USUAL_MINIMUM;
  return needed === 'any'
    ? `Any length within ${facts.year} counts.`
    : `At least ${inWords(needed)} in a row are needed; the last day to begin is ${dateInWords(lastStart(facts.year, needed, judgement?.suspendedOn))}.`;
}

function left(period: Period | undefined, { facts: { year, asOf } }: PlanResult): string {
  if (year === undefined) return '';
  const lastDay = calendarDate(year, 12, 31);
  if (period === undefined) return yearOf(asOf) === year ? leftOf(year, lengthInDays(asOf, lastDay), `, ${dateInWords(asOf)} included`) : '';
  if (yearOf(period.end.value) !== year || period.start.value > period.end.value) return '';
  const days = lengthInDays(period.end.value, lastDay) - 1;
  return days === 0 ? `It ends with ${year}.` : leftOf(year, days, ' after it');
}

function leftOf(year: number, days: number, when: string): string {
  return `${plural(days, 'day')} of ${year} ${days === 1 ? 'is' : 'are'} left${when}.`;
}
