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

/**
 * Moves the periods of an activity. One that was long enough is long enough again: a run over 29 February loses that day,
 * so its end moves by one.
 * @param carried the activity in the year that it goes to, if CMS lists it there
 */
export function carryPeriods(plan: CarriedPlan, index: number, judgement: ActivityJudgement, carried: InventoryActivity | undefined): void {
  const { activity } = judgement;
  const entry = activity.node.entries.find(({ name }) => name === 'period');
  carryPeriod(plan, index, activity.period, entry, judgement, carried, (after) => after.period);
  const performedBy = activity.performedBy.value?.value;
  if (performedBy?.kind !== 'periods') return;
  const map = activity.node.entries.find(({ name }) => name === 'performed_by')?.value;
  for (const { name, period } of performedBy.periods) {
    const own = map?.kind === 'map' ? map.entries.find((each) => each.name === name.value) : undefined;
    carryPeriod(plan, index, period, own, judgement, carried, (after) => {
      const periods = after.performedBy.value?.value;
      return periods?.kind === 'periods' ? (periods.periods.find((each) => each.name.value === name.value)?.period ?? {}) : {};
    });
  }
}

function carryPeriod(
  plan: CarriedPlan, index: number, field: Field<Period>, entry: MapEntry | undefined, judgement: ActivityJudgement, carried: InventoryActivity | undefined,
  find: (after: Activity) => Field<Period>,
): void {
  const { changes, from, to } = plan;
  if (field.key === undefined || entry === undefined) return;
  const label = judgement.activity.id.value?.value ?? 'This activity';
  if (field.value === undefined) {
    if (field.unreadable !== undefined) changes.decide(field.key.span.start, `The period of ${label} cannot be read and was left as it is.`);
    else moveUnfinished(plan, entry.value);
    return;
  }
  const period = field.value.value;
  const before = { start: period.start.value, end: period.end.value };
  const run = movedRun(before, to - from, judgement, carried, plan);
  const usual = { start: moveDate(before.start, to - from), end: moveDate(before.end, to - from) };
  if (run.start !== usual.start || run.end !== usual.end) {
    changes.done(field.key.span.start, `${label}: the period is ${run.start} to ${run.end}, so that it is long enough in ${to}.`);
  }
  if (field.value.origin === undefined && entry.key.origin === undefined) writeRun(plan, entry.value, period, run);
  plan.expectations.push({
    activity: index,
    isSo: (after) => {
      const now = find(after).value?.value;
      return now?.start.value === run.start && now.end.value === run.end;
    },
    otherwise: entry.name === 'period' && canBeReplaced(plan, entry.value)
      ? () => changes.write(judgement.activity.node, 'period', `${run.start}/${run.end}`, plan.style, 'id')
      : undefined,
    complaint: `The period of ${label} comes from another place in the file and may not be that of ${to}: it should be ${run.start}/${run.end}.`,
  });
}


/** Whether nothing but the dates would be lost. */
function canBeReplaced({ changes }: CarriedPlan, value: ValueNode | undefined): boolean {
  return value?.origin !== undefined || (value !== undefined && !changes.source.text.slice(value.span.start, value.span.end).includes('#'));
}

function movedRun(before: Run, years: number, { minimum }: ActivityJudgement, carried: InventoryActivity | undefined, { to }: CarriedPlan): Run {
  const moved = { start: moveDate(before.start, years), end: moveDate(before.end, years) };
  const now = carried?.minimumPeriodIn(to);
  const wasLongEnough = minimum !== undefined && lengthInDays(before.start, before.end) > 0 && before.end >= earliestEnd(before.start, minimum);
  if (!wasLongEnough || now === undefined || moved.end >= earliestEnd(moved.start, now)) return moved;
  const end = earliestEnd(moved.start, now);
  if (yearOf(end) === yearOf(moved.start)) return { start: moved.start, end };
  const start = lastStart(yearOf(moved.start), now);
  return { start, end: earliestEnd(start, now) };
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
