import type { CalendarDate } from '../../calendar/calendarDate.ts';
import type { Activity } from '../../plan/model.ts';
import { nearest } from '../../text/nearest.ts';
import { shorten } from '../../text/shorten.ts';
import { asksForParticipation, firstDay, lastDayNeeded, type ActivityJudgement } from '../../score/judgement.ts';
import { replaceBy, type CheckContext, type Checks } from '../check.ts';
import type { Fix } from '../finding.ts';
import { giveKey, mapAt, setStatus, writeKey } from '../planFixes.ts';
import { dateInWords } from '../../text/dateInWords.ts';
import { plural } from '../../text/plural.ts';
import { atMost } from './lookUps.ts';

/** Of wrong names with names of the roster. */
const MOST_COMPARISONS = 200_000;

/** Who performed an activity, how far it is, and what documents it. */
export const performanceChecks: Checks = {
  *'unknown-clinician'(context) {
    const { judgements, facts } = context;
    const roster = facts.roster ?? new Set();
    const nearestTo = atMost(MOST_COMPARISONS / roster.size, (name) => nearest(name, roster, 1));
    for (const { dropped, participation } of judgements) {
      if (dropped) continue;
      for (const name of participation?.unknownNames ?? []) {
        const [near] = nearestTo(name.value);
        yield {
          place: name,
          message: `The roster has no “${shorten(name.value)}”${near === undefined ? '; add the clinician to the roster or correct the name.' : `; did you mean ${near}?`}`,
          fixes: () => [
            ...(near === undefined ? [] : [replaceBy(name, near, `Replace with ${near}`, { preferred: true })]),
            ...addToRoster(context, name.value),
          ],
        };
      }
    }
  },

  *'participation-too-low'(context) {
    for (const { activity, participation } of deniedFor('participation-too-low', context)) {
      const place = activity.performedBy.value;
      if (place === undefined || participation === undefined) continue;
      yield { place, message: tooLow(participation.counted, participation.needed, context) };
    }
  },

  *'participation-too-high'(context) {
    for (const { activity, participation } of deniedFor('participation-too-high', context)) {
      const place = activity.performedBy.value;
      if (place === undefined || participation === undefined) continue;
      yield {
        place,
        message: participation.counted === undefined
          ? 'More than 100 % cannot have performed it; correct the percentage.'
          : `${plural(participation.counted, 'clinician')} performed it, but the entity has ${context.facts.clinicians ?? 0}; correct one of the two.`,
      };
    }
  },

  *'participation-missing'(context) {
    const { judgements, facts } = context;
    if (facts.rules?.participation.value !== 'half') return;
    for (const { activity, dropped } of judgements) {
      const { id, performedBy } = activity;
      if (dropped || id.value === undefined || !asksForParticipation(activity, facts)) continue;
      if (performedBy.value !== undefined || performedBy.unreadable !== undefined) continue;
      yield {
        place: performedBy.key ?? id.value,
        message: 'At least half of the clinicians must perform the activity; say who did with `performed_by` (`all`, a number, a percentage or names).',
        fixes: () => giveKey(context, activity, { name: 'performed_by', value: 'all' }, {}, activity.period.key === undefined ? 'id' : 'period'),
      };
    }
  },

  *'evidence-missing'(context) {
    for (const { activity, dropped } of context.judgements) {
      const { id, evidence, status } = activity;
      if (dropped || id.value === undefined || status.value?.value !== 'completed') continue;
      if (evidence.unreadable !== undefined || (evidence.value?.value.length ?? 0) > 0) continue;
      yield {
        place: evidence.key ?? id.value,
        message: 'Completed, but without evidence; add `evidence`. CMS can ask for it for six years.',
        // Never a made-up file: it would secure points.
        fixes: evidence.key === undefined ? () => giveKey(context, activity, { name: 'evidence', value: '[]' }) : undefined,
      };
    }
  },

  *'evidence-not-found'({ judgements, context }) {
    const exists = context.evidenceExists;
    if (exists === undefined) return;
    for (const { activity, dropped } of judgements) {
      if (dropped) continue;
      for (const piece of activity.evidence.value?.value ?? []) {
        if (piece.kind !== 'file' || exists(piece.value)) continue;
        yield { place: piece.valuePlace, message: `There is no file “${piece.value}” in the plan’s folder; correct the path or add the file.` };
      }
    }
  },

  *'status-ahead-of-period'({ judgements, facts }) {
    for (const judgement of judgements) {
      const { activity, dropped } = judgement;
      const status = activity.status.value;
      if (dropped || status === undefined || hasWrongDates(judgement)) continue;
      const start = firstDay(activity, facts);
      const end = lastDayNeeded(judgement);
      if (status.value === 'completed' && end !== undefined && facts.asOf < end) {
        yield { place: status, message: `Completed, but on ${dateInWords(facts.asOf)} the period is not over: it ends on ${dateInWords(end)}. Correct one of the two; the points can be secured from that day on.` };
      } else if (status.value === 'in_progress' && start !== undefined && facts.asOf < start) {
        yield { place: status, message: `In progress, but on ${dateInWords(facts.asOf)} the period has not begun: it begins on ${dateInWords(start)}. Correct one of the two.` };
      }
    }
  },

  *'status-behind-period'(context) {
    const { judgements, facts } = context;
    for (const judgement of judgements) {
      const { activity, dropped } = judgement;
      const place = activity.status.value ?? activity.status.key ?? activity.id.value;
      if (dropped || place === undefined || activity.status.unreadable !== undefined || hasWrongDates(judgement)) continue;
      const status = activity.status.value?.value ?? 'planned';
      const start = firstDay(activity, facts);
      const end = lastDay(activity, facts);
      if (start === undefined || end === undefined) continue;
      const right = facts.asOf > end ? 'completed' : 'in_progress';
      const behind = (status === 'planned' && facts.asOf > start) || (status === 'in_progress' && facts.asOf > end);
      if (!behind) continue;
      yield {
        place,
        message: status === 'planned'
          ? `Still planned, but the period began on ${dateInWords(start)}; set the status to \`${right}\` or move the period.`
          : `Still in progress, but the period ended on ${dateInWords(end)}; set the status to \`completed\` or extend the period.`,
        fixes: () => setStatus(context, activity, right, { preferred: true }),
      };
    }
  },
};

function addToRoster(context: CheckContext, name: string): readonly Fix[] {
  const roster = mapAt(context.plan.root, 'roster');
  if (roster === undefined || !/^[A-Za-z][A-Za-z0-9_-]*$/.test(name)) return [];
  const edit = writeKey(context, roster, { name, value: '' });
  return edit === undefined ? [] : [{ title: `Add ${name} to the roster`, edits: [edit] }];
}

function* deniedFor(code: 'participation-too-low' | 'participation-too-high', { judgements }: CheckContext): Iterable<ActivityJudgement> {
  for (const judgement of judgements) if (judgement.reasons.includes(code)) yield judgement;
}

function tooLow(counted: number | undefined, needed: number | undefined, { facts }: CheckContext): string {
  if (counted === undefined) return facts.rules?.participation.value === 'one' ? 'Nobody performed it; at least one clinician must.' : 'At least 50 % of the clinicians must perform it.';
  if (facts.clinicians === undefined || needed === undefined) return 'Nobody performed it; at least half of the clinicians must.';
  return `Performed by ${counted} of ${facts.clinicians}; at least ${needed} must perform it.`;
}

/** A period that is reversed or leaves the year has a wrong date: its status is not judged by that. */
function hasWrongDates({ periodDenial }: ActivityJudgement): boolean {
  return periodDenial === 'period-reversed' || periodDenial === 'period-outside-year';
}

/** The last day of the activity's period, or the latest of a map in `performed_by`. */
function lastDay(activity: Activity, facts: CheckContext['facts']): CalendarDate | undefined {
  const performedBy = activity.performedBy.value?.value;
  if (performedBy?.kind === 'periods' && asksForParticipation(activity, facts)) {
    const ends = performedBy.periods.flatMap((clinician) => clinician.period.value?.value.end.value ?? []);
    if (ends.length > 0) return ends.sort().at(-1);
  }
  return activity.period.value?.value.end.value;
}
