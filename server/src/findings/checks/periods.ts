import { calendarDate, isCalendarDate, lengthInDays, yearOf, type CalendarDate } from '../../calendar/calendarDate.ts';
import { USUAL_MINIMUM } from '../../inventory/activityRules.ts';
import type { MinimumPeriod } from '../../inventory/inventory.ts';
import type { Activity, Period } from '../../plan/model.ts';
import { isWrittenTogether } from '../../plan/reading.ts';
import type { Place } from '../../text/span.ts';
import type { MapNode, ValueNode } from '../../yaml/node.ts';
import type { PlanFacts } from '../../score/facts.ts';
import { MEDICAL_HOME_ID, type ActivityJudgement } from '../../score/judgement.ts';
import { earliestEnd, inWords, lastStart, latestStart, type PeriodDenial } from '../../score/minimumPeriod.ts';
import { replaceBy, type ActivityChecks, type PlanInHand, type Reported } from '../check.ts';
import type { Fix } from '../finding.ts';
import { giveKey, writeKey } from '../planFixes.ts';
import { dateInWords } from '../../text/dateInWords.ts';
import { enumeration } from '../../text/enumeration.ts';
import { plural } from '../../text/plural.ts';
import type { SpanEdit } from '../../text/spanEdit.ts';

/** The runs of days: an activity's own, and those of the clinicians in its `performed_by`. */
export const periodChecks: ActivityChecks = {
  *'period-reversed'(judgement) {
    for (const period of periodsWith('period-reversed', judgement)) {
      yield {
        place: period,
        message: `The period ends (${dateInWords(period.end.value)}) before it begins (${dateInWords(period.start.value)}); swap the two dates.`,
        fixes: () => [{ title: 'Swap the dates', edits: write(period, { start: period.end.value, end: period.start.value }), preferred: true, safe: true }],
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
        const begun = judgement.activity.node.entries.find(({ name }) => name === 'period')?.value;
        const run = runToAdd(endsBegun(begun), { year: facts.year, asOf: facts.asOf, last, minimum });
        if (begun?.kind === 'map' && begun.entries.length > 0) return fillIn(inHand, begun, run);
        return giveKey(inHand, judgement.activity, { name: 'period', value: `${run.start}/${run.end}` }, {}, 'id');
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
  if (id === undefined || id.value === MEDICAL_HOME_ID || hasPeriod(activity, facts)) return undefined;
  const minimum = judgement.minimum ?? USUAL_MINIMUM;
  const last = facts.year === undefined ? '' : lastStart(facts.year, minimum, judgement.suspendedOn);
  // That CMS suspended it is a finding of its own.
  const isOver = judgement.minimum !== undefined && facts.year !== undefined && facts.asOf > lastStart(facts.year, minimum);
  return { place: activity.period.key ?? id, last, minimum, isLate: isOver && (activity.status.value?.value ?? 'planned') === 'planned' };
}

function hasPeriod({ period, performedBy }: Activity, { level }: PlanFacts): boolean {
  if (period.value !== undefined || period.unreadable !== undefined) return true;
  // A map of names and periods stands in for the period, and may do so while the level is not known yet.
  return performedBy.value?.value.kind === 'periods' && level !== 'individual';
}

interface Run {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

/** What somebody has written of a period so far. */
function endsBegun(node: ValueNode | undefined): { readonly start?: CalendarDate | undefined; readonly end?: CalendarDate | undefined } {
  const dateOf = (value: ValueNode | undefined): CalendarDate | undefined => (value?.kind === 'scalar' ? value.source : undefined);
  if (node?.kind === 'map') {
    const [start, end] = ['start', 'end'].map((name) => dateOf(node.entries.find((entry) => entry.name === name)?.value));
    return { start, end };
  }
  const [start, end] = dateOf(node)?.split('/') ?? [];
  return { start, end };
}

/** The first run of the year that is long enough and can still be kept to; one that is begun keeps its date where it can. */
function runToAdd(begun: ReturnType<typeof endsBegun>, { year, asOf, last, minimum }: { readonly year: number; readonly asOf: CalendarDate; readonly last: CalendarDate; readonly minimum: MinimumPeriod }): Run {
  const first = calendarDate(year, 1, 1);
  const canStart = (date: CalendarDate): boolean => isCalendarDate(date) && first <= date && date <= last;
  if (begun.start !== undefined && canStart(begun.start)) return { start: begun.start, end: earliestEnd(begun.start, minimum) };
  if (begun.end !== undefined && isCalendarDate(begun.end) && yearOf(begun.end) === year) {
    const start = latestStart(begun.end, minimum);
    if (canStart(start)) return { start, end: begun.end };
  }
  const start = canStart(asOf) ? asOf : first;
  return { start, end: earliestEnd(start, minimum) };
}

/** Writes the dates into the map that has some of them: what else stands in it stays. */
function fillIn(inHand: PlanInHand, map: MapNode, run: Run): readonly Fix[] {
  const there = endsBegun(map);
  const wanted = (['start', 'end'] as const).filter((name) => there[name] !== run[name]);
  const edits = wanted.map((name) => writeKey(inHand, map, { name, value: run[name] }, name === 'end' ? 'start' : undefined)).filter((edit) => edit !== undefined);
  if (edits.length < wanted.length) return [];
  return [{ title: `Add ${enumeration(wanted.map((name) => `\`${name}: ${run[name]}\``))}`, edits }];
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
      if (fits) fixes.push({ title: `Extend the end to ${neededEnd}`, edits: write(period, { start, end: neededEnd }), preferred: true });
      const moved = latestStart(end, minimum);
      if (yearOf(moved) === year) fixes.push({ title: `Move the start to ${moved}`, edits: write(period, { start: moved, end }) });
      else if (!fits) fixes.push({ title: `Run from ${earlierStart} to ${latest}`, edits: write(period, { start: earlierStart, end: latest }) });
      return fixes;
    },
  };
}

/** Writes the dates that differ, each in its place; both at once where they have one place together. */
function write(period: Period, { start, end }: { readonly start: CalendarDate; readonly end: CalendarDate }): readonly SpanEdit[] {
  if (isWrittenTogether(period.start, period.end)) return replaceBy(period, `${start}/${end}`, '').edits;
  return [[period.start, start] as const, [period.end, end] as const]
    .flatMap(([place, date]) => (place.value === date ? [] : replaceBy(place, date, '').edits));
}

function clip(period: Period, year: number): Fix[] {
  const [first, last] = [calendarDate(year, 1, 1), calendarDate(year, 12, 31)];
  if (period.end.value < first || period.start.value > last) return [];
  const start = period.start.value < first ? first : period.start.value;
  const end = period.end.value > last ? last : period.end.value;
  return [{ title: `Clip to ${year}: ${start}/${end}`, edits: write(period, { start, end }), preferred: true, safe: true }];
}
