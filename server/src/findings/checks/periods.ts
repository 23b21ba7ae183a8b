import { addDays, calendarDate, lengthInDays, yearOf, type CalendarDate } from '../../calendar/calendarDate.ts';
import type { MinimumPeriod } from '../../inventory/inventory.ts';
import type { Activity, Period } from '../../plan/model.ts';
import type { Place } from '../../text/span.ts';
import { MEDICAL_HOME_ID, type ActivityJudgement } from '../../score/judgement.ts';
import { earliestEnd, inWords, lastStart, type PeriodDenial } from '../../score/minimumPeriod.ts';
import { replaceBy, type CheckContext, type Checks, type Reported } from '../check.ts';
import type { Fix } from '../finding.ts';
import { giveKey } from '../planFixes.ts';
import { dateInWords } from '../../text/dateInWords.ts';
import { plural } from '../../text/plural.ts';

/** The runs of days: an activity's own, and those of the clinicians in its `performed_by`. */
export const periodChecks: Checks = {
  *'period-reversed'(context) {
    for (const { period } of periodsWith('period-reversed', context)) {
      yield {
        place: period,
        message: `The period ends (${dateInWords(period.end.value)}) before it begins (${dateInWords(period.start.value)}); swap the two dates.`,
        fixes: () => [{ title: 'Swap the dates', edits: swap(period), preferred: true, safe: true }],
      };
    }
  },

  *'period-outside-year'(context) {
    const year = context.facts.year as number;
    for (const { period } of periodsWith('period-outside-year', context)) {
      const wrong = [period.start, period.end].filter((end) => yearOf(end.value) !== year);
      const [first] = wrong;
      const place = wrong.length === 1 && first !== undefined ? first : period;
      yield {
        place,
        message: `${wrong.map((end) => dateInWords(end.value)).join(' and ')} ${wrong.length === 1 ? 'is' : 'are'} outside the performance year; every day must lie in ${year}.`,
        fixes: () => clip(period, year),
      };
    }
  },

  *'period-too-short'(context) {
    const year = context.facts.year as number;
    for (const { period, minimum, suspendedOn } of periodsWith('period-too-short', context)) {
      if (minimum === undefined) continue;
      yield tooShort(period, minimum, year, suspendedOn);
    }
  },

  *'period-missing'(context) {
    for (const { place, activity, last, minimum } of withoutPeriod(context, false)) {
      yield {
        place,
        message: 'No `period` yet: CMS asks for days in a row, and without them the activity cannot be secured. Add `period: START/END`.',
        fixes: () => {
          const year = context.facts.year;
          if (year === undefined) return [];
          const first = calendarDate(year, 1, 1);
          const start = context.facts.asOf > first && context.facts.asOf <= last ? context.facts.asOf : first;
          return giveKey(context, activity, { name: 'period', value: `${start}/${earliestEnd(start, minimum)}` }, {}, 'id');
        },
      };
    }
  },

  *'last-start-passed'(context) {
    for (const { place, last, minimum } of withoutPeriod(context, true)) {
      yield {
        place,
        message: `Not begun, and ${inWords(minimum)} no longer fit into ${context.facts.year}: the last day to begin was ${dateInWords(last)}. Give the period if it has begun, or drop the activity.`,
      };
    }
  },
};

interface JudgedPeriod {
  readonly period: Period;
  readonly minimum: MinimumPeriod | undefined;
  readonly suspendedOn: CalendarDate | undefined;
}

/** Every period with that fault; a dropped activity's is not judged. */
function* periodsWith(code: PeriodDenial, { judgements }: CheckContext): Iterable<JudgedPeriod> {
  for (const { activity, dropped, periodDenial, participation, minimum, suspendedOn } of judgements) {
    if (dropped) continue;
    const period = activity.period.value?.value;
    if (periodDenial === code && period !== undefined) yield { period, minimum, suspendedOn };
    for (const bad of participation?.badPeriods ?? []) {
      const own = bad.clinician.period.value?.value;
      if (bad.code === code && own !== undefined) yield { period: own, minimum, suspendedOn };
    }
  }
}

interface WithoutPeriod {
  readonly place: Place;
  readonly activity: Activity;
  readonly last: CalendarDate;
  readonly minimum: MinimumPeriod;
}

/** Activities that need a period and have none; `late`: those not begun whose minimum no longer fits into the year. */
function* withoutPeriod({ judgements, facts }: CheckContext, late: boolean): Iterable<WithoutPeriod> {
  for (const judgement of judgements) {
    const { activity } = judgement;
    const id = activity.id.value;
    if (id === undefined || judgement.dropped || id.value === MEDICAL_HOME_ID || hasPeriod(judgement)) continue;
    const minimum = judgement.minimum ?? { days: 90 };
    const last = facts.year === undefined ? '' : lastStart(facts.year, minimum, judgement.suspendedOn);
    // That CMS suspended it is a finding of its own.
    const isOver = judgement.minimum !== undefined && facts.year !== undefined && facts.asOf > lastStart(facts.year, minimum);
    const isLate = isOver && (activity.status.value?.value ?? 'planned') === 'planned';
    if (isLate === late) yield { place: activity.period.key ?? id, activity, last, minimum };
  }
}

function hasPeriod({ activity, participation }: ActivityJudgement): boolean {
  if (activity.period.value !== undefined || activity.period.unreadable !== undefined) return true;
  // A map of names and periods stands in for the period.
  return activity.performedBy.value?.value.kind === 'periods' && participation !== undefined;
}

function tooShort(period: Period, minimum: MinimumPeriod, year: number, suspendedOn: CalendarDate | undefined): Reported {
  const [start, end] = [period.start.value, period.end.value];
  const days = lengthInDays(start, end);
  const neededEnd = earliestEnd(start, minimum);
  const last = lastStart(year, minimum, suspendedOn);
  const fits = yearOf(neededEnd) === year;
  const latest = calendarDate(year, 12, 31);
  const earlierStart = last < start ? last : start;
  return {
    place: period,
    message: `Runs ${plural(days, 'day')}; at least ${inWords(minimum)} are needed. ${fits
      ? `Extend the end to ${dateInWords(neededEnd)} (the last day to begin is ${dateInWords(last)}).`
      : `Begin by ${dateInWords(last)}, the last day to begin in the year.`}`,
    fixes: () => {
      const fixes: Fix[] = [];
      if (fits) fixes.push(replaceBy(period.end, neededEnd, `Extend the end to ${neededEnd}`, { preferred: true }));
      const moved = startFor(end, minimum, year);
      if (moved !== undefined) fixes.push(replaceBy(period.start, moved, `Move the start to ${moved}`));
      else if (!fits) {
        fixes.push({
          title: `Run from ${earlierStart} to ${latest}`,
          edits: [...replaceBy(period.start, earlierStart, '').edits, ...replaceBy(period.end, latest, '').edits],
        });
      }
      return fixes;
    },
  };
}

/** The latest start in the year from which the run reaches its minimum by `end`. */
function startFor(end: CalendarDate, minimum: MinimumPeriod, year: number): CalendarDate | undefined {
  if (minimum === 'any') return end;
  let start = 'days' in minimum ? addDays(end, 1 - minimum.days) : addDays(end, -31 * minimum.months);
  while (earliestEnd(addDays(start, 1), minimum) <= end) start = addDays(start, 1);
  return yearOf(start) === year ? start : undefined;
}

function swap(period: Period) {
  return [...replaceBy(period.start, period.end.value, '').edits, ...replaceBy(period.end, period.start.value, '').edits];
}

function clip(period: Period, year: number): Fix[] {
  const [first, last] = [calendarDate(year, 1, 1), calendarDate(year, 12, 31)];
  if (period.end.value < first || period.start.value > last) return [];
  const start = period.start.value < first ? first : period.start.value;
  const end = period.end.value > last ? last : period.end.value;
  const edits = [
    ...(start === period.start.value ? [] : replaceBy(period.start, start, '').edits),
    ...(end === period.end.value ? [] : replaceBy(period.end, end, '').edits),
  ];
  return [{ title: `Clip to ${year}: ${start}/${end}`, edits, preferred: true, safe: true }];
}
