import type { CalendarDate } from '../../calendar/calendarDate.ts';
import { MAXIMUM_POINTS } from '../../../data/performanceYears.ts';
import { USUAL_MINIMUM } from '../../inventory/activityRules.ts';
import type { Deadline, DeadlineKind } from '../../protocol/plans.ts';
import { firstDay, lastDayNeeded, MEDICAL_HOME_ID, type ActivityJudgement } from '../../score/judgement.ts';
import { inWords, lastStart } from '../../score/minimumPeriod.ts';
import type { PlanFacts } from '../../score/facts.ts';
import type { PlanResult } from '../../score/planResult.ts';

/** The first day, from the as-of date on, by which something about the plan has to be done; null where none is left. */
export function nextDeadline({ facts, judgements, points }: PlanResult): Deadline | null {
  const { year, rules, asOf } = facts;
  if (year === undefined || rules === undefined) return null;
  const deadlines = judgements.flatMap((judgement) => deadlinesOf(judgement, facts, year));
  if (points !== undefined && points.capped < MAXIMUM_POINTS) {
    deadlines.push({ ...deadline(lastStart(year, USUAL_MINIMUM), 'last-start-of-any'), minimum: inWords(USUAL_MINIMUM) });
  }
  deadlines.push(deadline(rules.submissionWindow.value.closes, 'submission'));
  return deadlines.filter(({ date }) => date >= asOf).reduce<Deadline | null>((first, next) => {
    return first === null || next.date < first.date ? next : first;
  }, null);
}

/** Nothing is asked of an activity that is done, dropped or not one of the year's; what is wrong with it is a finding. */
function deadlinesOf(judgement: ActivityJudgement, facts: PlanFacts, year: number): Deadline[] {
  const { activity, listed, minimum, dropped, periodDenial, participation, suspendedOn } = judgement;
  const status = activity.status.value?.value ?? 'planned';
  if (listed === undefined || dropped || status === 'completed' || periodDenial !== undefined) return [];
  const byClinician = activity.performedBy.value?.value.kind === 'periods' && participation !== undefined;
  if (activity.period.value === undefined && !byClinician) {
    const isAwaited = status === 'planned' && activity.period.unreadable === undefined && listed.id !== MEDICAL_HOME_ID && minimum !== undefined;
    return isAwaited ? [deadline(lastStart(year, minimum, suspendedOn), 'last-start', listed.id)] : [];
  }
  const start = status === 'planned' ? firstDay(activity, facts) : undefined;
  const end = lastDayNeeded(judgement);
  return [
    ...(start === undefined ? [] : [deadline(start, 'start', listed.id)]),
    ...(end === undefined ? [] : [deadline(end, 'end', listed.id)]),
  ];
}

function deadline(date: CalendarDate, kind: DeadlineKind, activity: string | null = null): Deadline {
  return { date, kind, activity };
}
