import { calendarDate, daysInMonth, isCalendarDate, lengthInDays, yearOf, type CalendarDate } from '../../calendar/calendarDate.ts';
import type { InventoryActivity } from '../../inventory/inventory.ts';
import type { Activity, Field, Located, Period } from '../../plan/model.ts';
import type { ActivityJudgement } from '../../score/judgement.ts';
import { earliestEnd, lastStart } from '../../score/minimumPeriod.ts';
import type { MapEntry, ValueNode } from '../../yaml/node.ts';
import type { CarriedPlan } from './carriedPlan.ts';

/** The same day so many years later; 29 February becomes the 28th where the year has none. */
export function moveDate(date: CalendarDate, years: number): CalendarDate {
  const [year, month, day] = [yearOf(date) + years, Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  return calendarDate(year, month, Math.min(day, daysInMonth(year, month)));
}

interface Run {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

/** An activity on its way to another year. */
interface ActivityToCarry {
  /** Among the plan's. */
  readonly index: number;
  readonly judgement: ActivityJudgement;
  /** The activity in the year that it goes to, if CMS lists it there. */
  readonly carried: InventoryActivity | undefined;
}

/** What the file has of a period, the activity's own or a clinician's. */
interface WrittenPeriod {
  readonly field: Field<Period>;
  readonly entry: MapEntry | undefined;
  /** The same in the new text. */
  readonly find: (after: Activity) => Field<Period>;
}

/**
 * Moves the periods of an activity. One that was long enough is long enough again: a run over 29 February loses that day,
 * so its end moves by one.
 */
export function carryPeriods(plan: CarriedPlan, activity: ActivityToCarry): void {
  const { node, period, performedBy } = activity.judgement.activity;
  carryPeriod(plan, activity, { field: period, entry: node.entries.find(({ name }) => name === 'period'), find: (after) => after.period });
  if (performedBy.value?.value.kind !== 'periods') return;
  const map = node.entries.find(({ name }) => name === 'performed_by')?.value;
  for (const { name, period: own } of performedBy.value.value.periods) {
    const entry = map?.kind === 'map' ? map.entries.find((each) => each.name === name.value) : undefined;
    carryPeriod(plan, activity, {
      field: own, entry,
      find: (after) => {
        const periods = after.performedBy.value?.value;
        return periods?.kind === 'periods' ? (periods.periods.find((each) => each.name.value === name.value)?.period ?? {}) : {};
      },
    });
  }
}

function carryPeriod(plan: CarriedPlan, activity: ActivityToCarry, { field, entry, find }: WrittenPeriod): void {
  const { changes, from, to } = plan;
  if (field.key === undefined || entry === undefined) return;
  const { id, node } = activity.judgement.activity;
  const label = id.value?.value ?? 'This activity';
  if (field.value === undefined) {
    if (field.unreadable !== undefined) changes.decide(field.key.span.start, `The period of ${label} cannot be read and was left as it is.`);
    else moveUnfinished(plan, entry.value);
    return;
  }
  const period = field.value.value;
  const moved = { start: moveDate(period.start.value, to - from), end: moveDate(period.end.value, to - from) };
  const run = longEnough(moved, period, activity, to);
  if (run.start !== moved.start || run.end !== moved.end) {
    changes.done(field.key.span.start, `${label}: the period is ${run.start} to ${run.end}, so that it is long enough in ${to}.`);
  }
  if (field.value.origin === undefined && entry.key.origin === undefined) writeRun(plan, entry.value, period, run);
  plan.expectations.push({
    activity: activity.index,
    isSo: (after) => {
      const now = find(after).value?.value;
      return now?.start.value === run.start && now.end.value === run.end;
    },
    otherwise: entry.name === 'period' && canBeReplaced(plan, entry.value)
      ? () => changes.write(node, 'period', `${run.start}/${run.end}`, plan.style, 'id')
      : undefined,
    complaint: `The period of ${label} comes from another place in the file and may not be that of ${to}: it should be ${run.start}/${run.end}.`,
  });
}

/** Whether nothing but the dates would be lost. */
function canBeReplaced({ changes }: CarriedPlan, value: ValueNode | undefined): boolean {
  return value?.origin !== undefined || (value !== undefined && !changes.source.text.slice(value.span.start, value.span.end).includes('#'));
}

/** The moved run, made longer where it was long enough before and is not any more. */
function longEnough(moved: Run, before: Period, { judgement: { minimum }, carried }: ActivityToCarry, to: number): Run {
  const [start, end] = [before.start.value, before.end.value];
  const now = carried?.minimumPeriodIn(to);
  const wasLongEnough = minimum !== undefined && lengthInDays(start, end) > 0 && end >= earliestEnd(start, minimum);
  if (!wasLongEnough || now === undefined || moved.end >= earliestEnd(moved.start, now)) return moved;
  const enough = earliestEnd(moved.start, now);
  if (yearOf(enough) === yearOf(moved.start)) return { start: moved.start, end: enough };
  const latest = lastStart(yearOf(moved.start), now);
  return { start: latest, end: earliestEnd(latest, now) };
}

function writeRun({ changes }: CarriedPlan, value: ValueNode | undefined, period: Period, run: Run): void {
  const ends: readonly (readonly [Located<CalendarDate>, CalendarDate])[] = [[period.start, run.start], [period.end, run.end]];
  const isAsWritten = ends.every(([{ span, origin, value: date }]) => origin === undefined && changes.source.text.slice(span.start, span.end).replace(/^["']|["']$/g, '') === date);
  if (isAsWritten) {
    for (const [{ span, value: date }, moved] of ends) {
      const quote = changes.source.text.slice(span.start, span.end).startsWith(date) ? 0 : 1;
      changes.replace({ start: span.start + quote, end: span.end - quote }, moved);
    }
  } else if (value?.kind === 'scalar' && value.origin === undefined) changes.replace(value.span, `${run.start}/${run.end}`);
}

/** The dates of a period that somebody has begun to write. */
function moveUnfinished({ changes, from, to }: CarriedPlan, value: ValueNode | undefined): void {
  const scalars = value?.kind === 'map' ? value.entries.map((entry) => entry.value) : [value];
  for (const scalar of scalars) {
    if (scalar?.kind !== 'scalar' || scalar.origin !== undefined) continue;
    const { start, end } = scalar.span;
    for (const match of changes.source.text.slice(start, end).matchAll(/\b\d{4}-\d{2}-\d{2}\b/g)) {
      if (isCalendarDate(match[0])) changes.replace({ start: start + match.index, end: start + match.index + match[0].length }, moveDate(match[0], to - from));
    }
  }
}
