import { calendarDate, lengthInDays, yearOf, type CalendarDate } from '../../calendar/calendarDate.ts';
import type { MinimumPeriod } from '../../inventory/inventory.ts';
import type { Period } from '../../plan/model.ts';
import type { Place } from '../../text/span.ts';
import type { PlanFacts } from '../../score/facts.ts';
import { MEDICAL_HOME_ID, type ActivityJudgement } from '../../score/judgement.ts';
import { earliestEnd, inWords, lastStart, latestStart, type PeriodDenial } from '../../score/minimumPeriod.ts';
import { replaceBy, type ActivityChecks, type Reported } from '../check.ts';
import type { Fix } from '../finding.ts';
import { giveKey } from '../planFixes.ts';
import { dateInWords } from '../../text/dateInWords.ts';
import { plural } from '../../text/plural.ts';

/** The runs of days: an activity's own, and those of the clinicians in its `performed_by`. */
export const periodChecks: ActivityChecks = {
  *'period-reversed'(judgement) {
    for (const period of periodsWith('period-reversed', judgement)) {
      yield {
        place: period,
        message: `The period ends (${dateInWords(period.end.value)}) before it begins (${dateInWords(period.start.value)}); swap the two dates.`,
        fixes: () => [{ title: 'Swap the dates', edits: swap(period), preferred: true, safe: true }],
      };
    }
  },

  *'period-outside-year'(judgement, facts) {
    const year = facts.year as number;
    for (const period of periodsWith('period-outside-year', judgement)) {
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

  *'period-too-short'(judgement, facts) {
    const { minimum, suspendedOn } = judgement;
    if (minimum === undefined) return;
    for (const period of periodsWith('period-too-short', judgement)) yield tooShort(period, minimum, facts.year as number, suspendedOn);
  },

  *'period-missing'(judgement, facts, inHand) {
    const missing = missingPeriod(judgement, facts);
    if (missing === undefined || missing.isLate) return;
    const { place, last, minimum } = missing;
    yield {
      place,
      message: 'No `period` yet: CMS asks for days in a row, and without them the activity cannot be secured. Add `period: START/END`.',
      fixes: () => {
        if (facts.year === undefined) return [];
        const first = calendarDate(facts.year, 1, 1);
        const start = facts.asOf > first && facts.asOf <= last ? facts.asOf : first;
        return giveKey(inHand, judgement.activity, { name: 'period', value: `${start}/${earliestEnd(start, minimum)}` }, {}, 'id');
      },
    };
  },

  *'last-start-passed'(judgement, facts) {
    const missing = missingPeriod(judgement, facts);
    if (missing?.isLate !== true) return;
    const { place, last, minimum } = missing;
    yield {
      place,
      message: `Not begun, and ${inWords(minimum)} no longer fit into ${facts.year}: the last day to begin was ${dateInWords(last)}. Give the period if it has begun, or drop the activity.`,
    };
  },
};

/** Every period of the activity with that fault. */
function* periodsWith(code: PeriodDenial, { activity, periodDenial, participation }: ActivityJudgement): Iterable<Period> {
  const period = activity.period.value?.value;
  if (periodDenial === code && period !== undefined) yield period;
  for (const bad of participation?.badPeriods ?? []) {
    const own = bad.clinician.period.value?.value;
    if (bad.code === code && own !== undefined) yield own;
  }
}

interface MissingPeriod {
  readonly place: Place;
  readonly last: CalendarDate;
  readonly minimum: MinimumPeriod;
  /** Not begun, and the minimum no longer fits into the year. */
  readonly isLate: boolean;
}

/** Undefined for an activity that has a period, or needs none. */
function missingPeriod(judgement: ActivityJudgement, facts: PlanFacts): MissingPeriod | undefined {
  const { activity } = judgement;
  const id = activity.id.value;
  if (id === undefined || id.value === MEDICAL_HOME_ID || hasPeriod(judgement)) return undefined;
  const minimum = judgement.minimum ?? { days: 90 };
  const last = facts.year === undefined ? '' : lastStart(facts.year, minimum, judgement.suspendedOn);
  // That CMS suspended it is a finding of its own.
  const isOver = judgement.minimum !== undefined && facts.year !== undefined && facts.asOf > lastStart(facts.year, minimum);
  return { place: activity.period.key ?? id, last, minimum, isLate: isOver && (activity.status.value?.value ?? 'planned') === 'planned' };
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
      const moved = latestStart(end, minimum);
      if (yearOf(moved) === year) fixes.push(replaceBy(period.start, moved, `Move the start to ${moved}`));
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
