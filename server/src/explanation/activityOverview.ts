import { lengthInDays } from '../calendar/calendarDate.ts';
import { documentationFor } from '../inventory/documentation.ts';
import type { Period } from '../plan/model.ts';
import { asksForParticipation, lastDayNeeded, MEDICAL_HOME_ID, type ActivityJudgement } from '../score/judgement.ts';
import { earliestEnd, inWords, lastStart } from '../score/minimumPeriod.ts';
import { clinicianThreshold } from '../score/participation.ts';
import type { PlanFacts } from '../score/facts.ts';
import { dateInWords } from '../text/dateInWords.ts';
import { formatNumber } from '../text/formatNumber.ts';
import { asShown } from '../text/asShown.ts';
import type { ActivityOverview, EvidenceOverview, ParticipationOverview, PeriodOverview } from './overview.ts';

export function activityOverview(judgement: ActivityJudgement, facts: PlanFacts, evidenceExists: ((path: string) => boolean) | undefined): ActivityOverview {
  const { activity, listed, minimum } = judgement;
  const period = activity.period.value?.value;
  const performedBy = activity.performedBy.value?.value;
  const judged = minimum !== undefined && listed?.id !== MEDICAL_HOME_ID ? minimum : undefined;
  const documentation = judgement.credited && facts.year !== undefined && listed !== undefined ? documentationFor(listed.id, facts.year) : undefined;
  return {
    status: activity.status.value?.value ?? 'planned',
    participation: asksForParticipation(activity, facts) ? participationOf(judgement, facts) : null,
    period: period === undefined ? null : periodOverview(period),
    clinicianPeriods: performedBy?.kind !== 'periods' ? [] : performedBy.periods.flatMap(({ name, period: own }) => {
      return own.value === undefined ? [] : [{ name: asShown(name.value), ...periodOverview(own.value.value) }];
    }),
    minimum: judged === undefined || judged === 'any' ? null : inWords(judged),
    longEnoughOn: period === undefined || judged === undefined ? null : earliestEnd(period.start.value, judged),
    lastStart: facts.year === undefined || judged === undefined ? null : lastStart(facts.year, judged, judgement.suspendedOn),
    evidence: (activity.evidence.value?.value ?? []).map(({ kind, value, title }): EvidenceOverview => ({
      kind, text: asShown(title ?? value), found: kind !== 'file' || (evidenceExists?.(value) ?? true),
    })),
    documentation: documentation === undefined ? null : { need: documentation.need, items: documentation.items },
    missing: judgement.credited && !judgement.secured ? missingToSecure(judgement, facts) : [],
  };
}

/** What a credited activity lacks to be secured, in a few words each. */
export function missingToSecure(judgement: ActivityJudgement, facts: PlanFacts): readonly string[] {
  const { activity } = judgement;
  const end = lastDayNeeded(judgement);
  return [
    activity.status.value?.value === 'completed' ? '' : 'it is not completed',
    judgement.listed?.id !== MEDICAL_HOME_ID && end === undefined ? 'it has no period' : '',
    end !== undefined && end > facts.asOf ? `its period ends only on ${dateInWords(end)}` : '',
    asksForParticipation(activity, facts) && activity.performedBy.value === undefined ? 'nothing says who performed it' : '',
    (activity.evidence.value?.value.length ?? 0) === 0 ? 'it has no evidence' : '',
  ].filter((part) => part !== '');
}

function periodOverview({ start, end }: Period): PeriodOverview {
  return { start: start.value, end: end.value, days: lengthInDays(start.value, end.value) };
}

function participationOf({ activity, participation }: ActivityJudgement, facts: PlanFacts): ParticipationOverview {
  const size = facts.clinicians;
  const needed = clinicianThreshold(facts) ?? null;
  const performedBy = activity.performedBy.value?.value;
  const named = performedBy?.kind === 'names' || performedBy?.kind === 'periods';
  if (performedBy === undefined) return { text: null, share: null, count: null, named, needed };
  if (performedBy.kind === 'all') return { text: size === undefined ? 'all' : `all ${size}`, share: 1, count: size ?? null, named, needed };
  if (performedBy.kind === 'percent') return { text: `${formatNumber(performedBy.percent)} %`, share: performedBy.percent / 100, count: null, named, needed };
  const count = participation?.counted ?? (performedBy.kind === 'count' ? performedBy.count : undefined);
  if (count === undefined) return { text: null, share: null, count: null, named, needed };
  return { text: size === undefined ? String(count) : `${count} of ${size}`, share: size === undefined ? null : count / size, count, named, needed };
}
