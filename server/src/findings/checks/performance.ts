import type { CalendarDate } from '../../calendar/calendarDate.ts';
import type { Activity } from '../../plan/model.ts';
import type { PlanFacts } from '../../score/facts.ts';
import { asksForParticipation, firstDay, lastDayNeeded, type ActivityJudgement } from '../../score/judgement.ts';
import type { ActivityChecks } from '../check.ts';
import { giveKey, setStatus } from '../planFixes.ts';
import { dateInWords } from '../../text/dateInWords.ts';
import { plural } from '../../text/plural.ts';

/** Who performed an activity, how far it is, and what documents it. */
export const performanceChecks: ActivityChecks = {
  *'participation-too-low'({ activity, participation, reasons }, facts) {
    const place = activity.performedBy.value;
    if (place === undefined || participation === undefined || !reasons.includes('participation-too-low')) return;
    yield { place, message: tooLow(participation.counted, participation.needed, facts) };
  },

  *'participation-too-high'({ activity, participation, reasons }, facts) {
    const place = activity.performedBy.value;
    if (place === undefined || participation === undefined || !reasons.includes('participation-too-high')) return;
    yield {
      place,
      message: participation.counted === undefined
        ? 'More than 100 % cannot have performed it; correct the percentage.'
        : `${plural(participation.counted, 'clinician')} performed it, but the entity has ${facts.clinicians ?? 0}; correct one of the two.`,
    };
  },

  *'participation-missing'({ activity }, facts, inHand) {
    const { id, performedBy } = activity;
    if (facts.rules?.participation.value !== 'half' || id.value === undefined || !asksForParticipation(activity, facts)) return;
    if (performedBy.value !== undefined || performedBy.unreadable !== undefined) return;
    yield {
      place: performedBy.key ?? id.value,
      message: 'At least half of the clinicians must perform the activity; say who did with `performed_by` (`all`, a number, a percentage or names).',
      fixes: () => giveKey(inHand, activity, { name: 'performed_by', value: 'all' }, {}, activity.period.key === undefined ? 'id' : 'period'),
    };
  },

  *'evidence-missing'({ activity }, _facts, inHand) {
    const { id, evidence, status } = activity;
    if (id.value === undefined || status.value?.value !== 'completed') return;
    if (evidence.unreadable !== undefined || (evidence.value?.value.length ?? 0) > 0) return;
    yield {
      place: evidence.key ?? id.value,
      message: 'Completed, but without evidence; add `evidence`. CMS can ask for it for six years.',
      // Never a made-up file: it would secure points.
      fixes: evidence.key === undefined ? () => giveKey(inHand, activity, { name: 'evidence', value: '[]' }) : undefined,
    };
  },

  *'status-ahead-of-period'(judgement, facts) {
    const { activity } = judgement;
    const status = activity.status.value;
    if (status === undefined || hasWrongDates(judgement)) return;
    const start = firstDay(activity, facts);
    const end = lastDayNeeded(judgement);
    if (status.value === 'completed' && end !== undefined && facts.asOf < end) {
      yield { place: status, message: `Completed, but on ${dateInWords(facts.asOf)} the period is not over: it ends on ${dateInWords(end)}. Correct one of the two; the points can be secured from that day on.` };
    } else if (status.value === 'in_progress' && start !== undefined && facts.asOf < start) {
      yield { place: status, message: `In progress, but on ${dateInWords(facts.asOf)} the period has not begun: it begins on ${dateInWords(start)}. Correct one of the two.` };
    }
  },

  *'status-behind-period'(judgement, facts, inHand) {
    const { activity } = judgement;
    const place = activity.status.value ?? activity.status.key ?? activity.id.value;
    if (place === undefined || activity.status.unreadable !== undefined || hasWrongDates(judgement)) return;
    const status = activity.status.value?.value ?? 'planned';
    const start = firstDay(activity, facts);
    const end = lastDay(activity, facts);
    if (start === undefined || end === undefined) return;
    const right = facts.asOf > end ? 'completed' : 'in_progress';
    const behind = (status === 'planned' && facts.asOf > start) || (status === 'in_progress' && facts.asOf > end);
    if (!behind) return;
    yield {
      place,
      message: status === 'planned'
        ? `Still planned, but the period began on ${dateInWords(start)}; set the status to \`${right}\` or move the period.`
        : `Still in progress, but the period ended on ${dateInWords(end)}; set the status to \`completed\` or extend the period.`,
      fixes: () => setStatus(inHand, activity, right, { preferred: true }),
    };
  },
};

function tooLow(counted: number | undefined, needed: number | undefined, { clinicians, rules }: PlanFacts): string {
  if (counted === undefined) return rules?.participation.value === 'one' ? 'Nobody performed it; at least one clinician must.' : 'At least 50 % of the clinicians must perform it.';
  if (clinicians === undefined || needed === undefined) return 'Nobody performed it; at least half of the clinicians must.';
  return `Performed by ${counted} of ${clinicians}; at least ${needed} must perform it.`;
}

/** A period that is reversed or leaves the year has a wrong date: its status is not judged by that. */
function hasWrongDates({ periodDenial }: ActivityJudgement): boolean {
  return periodDenial === 'period-reversed' || periodDenial === 'period-outside-year';
}

/** The last day of the activity's period, or the latest of a map in `performed_by`. */
function lastDay(activity: Activity, facts: PlanFacts): CalendarDate | undefined {
  const performedBy = activity.performedBy.value?.value;
  if (performedBy?.kind === 'periods' && asksForParticipation(activity, facts)) {
    const ends = performedBy.periods.flatMap((clinician) => clinician.period.value?.value.end.value ?? []);
    if (ends.length > 0) return ends.sort().at(-1);
  }
  return activity.period.value?.value.end.value;
}
