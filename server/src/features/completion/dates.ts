import { CompletionItemKind } from 'vscode-languageserver-types';
import { calendarDate, isCalendarDate, lengthInDays, yearOf, type CalendarDate } from '../../calendar/calendarDate.ts';
import type { MinimumPeriod } from '../../inventory/inventory.ts';
import { USUAL_MINIMUM } from '../../inventory/activityRules.ts';
import type { Activity } from '../../plan/model.ts';
import { earliestEnd, inWords, lastStart, latestStart } from '../../score/minimumPeriod.ts';
import type { PlanResult } from '../../score/planResult.ts';
import { capitalised } from '../../text/capitalised.ts';
import { dateInWords } from '../../text/dateInWords.ts';
import { plural } from '../../text/plural.ts';
import type { Offer } from './offer.ts';

/** What limits the days on which an activity can be performed. */
export interface Days {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  readonly minimum: MinimumPeriod;
  /** The last day on which it can begin and still count. */
  readonly lastStart: CalendarDate;
  /** Today, if it is among the days. */
  readonly today: CalendarDate | undefined;
}

/** @param asOf what today is; its year counts where the plan has none. */
export function daysOf(plan: PlanResult | undefined, activity: Activity | undefined, asOf: CalendarDate): Days {
  const year = plan?.facts.year ?? yearOf(asOf);
  const judgement = plan?.judgements.find((each) => each.activity === activity);
  const minimum = judgement?.minimum ?? USUAL_MINIMUM;
  const [first, last] = [calendarDate(year, 1, 1), calendarDate(year, 12, 31)];
  return {
    first, last, minimum,
    lastStart: lastStart(year, minimum, judgement?.suspendedOn),
    today: first <= asOf && asOf <= last ? asOf : undefined,
  };
}

/**
 * Periods as `START/END`: the shortest that count, and the whole year.
 * @param typed what stands there; with a whole start date only what can follow it is offered.
 */
export function periodOffers(days: Days, typed: string): readonly Offer[] {
  const start = typed.split('/')[0]?.trim() ?? '';
  if (isCalendarDate(start)) {
    const end = earliestEnd(start, days.minimum);
    return unique([
      end <= days.last ? periodOffer(start, end, shortest(days)) : undefined,
      start <= days.last ? periodOffer(start, days.last, 'To the end of the year') : undefined,
    ]);
  }
  const shortestFrom = (day: CalendarDate, detail: string, words = ''): Offer => periodOffer(day, earliestEnd(day, days.minimum), detail, words);
  const { today } = days;
  return unique([
    today !== undefined && today <= days.lastStart ? shortestFrom(today, `${shortest(days)}, from today`, 'today') : undefined,
    shortestFrom(days.first, `${shortest(days)}, from the first day of the year`, 'first'),
    shortestFrom(days.lastStart, `${shortest(days)}, from the last day to begin`, 'last'),
    periodOffer(days.first, days.last, 'The whole year', 'whole year'),
  ]);
}

/** First days. @param end the last day, where it is given. */
export function startOffers(days: Days, end: CalendarDate | undefined): readonly Offer[] {
  const { today } = days;
  return unique([
    today !== undefined && today <= days.lastStart ? dateOffer(today, 'Today') : undefined,
    dateOffer(days.first, 'The first day of the year'),
    end !== undefined ? latestStartOffer(days, end) : undefined,
    dateOffer(days.lastStart, days.minimum === 'any' ? 'The last day of the year' : `The last day to begin ${inWords(days.minimum)} within the year`),
  ]);
}

/** Last days. @param start the first day, where it is given. */
export function endOffers(days: Days, start: CalendarDate | undefined): readonly Offer[] {
  const from = start ?? days.first;
  const shortestEnd = earliestEnd(from, days.minimum);
  const { today } = days;
  return unique([
    shortestEnd <= days.last ? dateOffer(shortestEnd, `${shortest(days)}, from ${dateInWords(from)}`) : undefined,
    today !== undefined && today > shortestEnd ? dateOffer(today, `Today, ${plural(lengthInDays(from, today), 'day')} from ${dateInWords(from)}`) : undefined,
    from <= days.last ? dateOffer(days.last, 'The last day of the year') : undefined,
  ]);
}

/** The latest start that leaves the minimum before a last day. */
function latestStartOffer({ first, minimum }: Days, end: CalendarDate): Offer | undefined {
  const start = end < first ? end : latestStart(end, minimum);
  return start < first ? undefined : dateOffer(start, `The last day to begin for an end on ${dateInWords(end)}`);
}

function shortest({ minimum }: Days): string {
  return minimum === 'any' ? 'Any length counts' : `${inWords(minimum)}, the shortest that counts`;
}

function periodOffer(start: CalendarDate, end: CalendarDate, detail: string, words = ''): Offer {
  return { label: `${start}/${end}`, kind: CompletionItemKind.Value, detail: capitalised(detail), title: plural(lengthInDays(start, end), 'day'), words };
}

function dateOffer(date: CalendarDate, detail: string): Offer {
  return { label: date, kind: CompletionItemKind.Value, detail: capitalised(detail), words: detail.toLowerCase() };
}

function unique(offers: readonly (Offer | undefined)[]): readonly Offer[] {
  const known = offers.filter((offer) => offer !== undefined);
  return known.filter((offer, index) => known.findIndex(({ label }) => label === offer.label) === index);
}
