import type { CalendarDate } from '../calendar/calendarDate.ts';
import type { FindingCode } from '../findings/finding.ts';
import type { ActivityWeight, InventoryActivity, MinimumPeriod } from '../inventory/inventory.ts';
import type { Activity } from '../plan/model.ts';
import type { PlanFacts } from './facts.ts';
import { judgePeriod, type PeriodDenial } from './minimumPeriod.ts';
import { judgeParticipation, type Participation } from './participation.ts';

/** The attestation of a patient-centered medical home, which has rules of its own: 42 CFR 414.1380(b)(3). */
export const MEDICAL_HOME_ID = 'IA_PCMH';
/** Practice-wide quality improvement in MVPs: only for MVP participants. */
export const MVP_ACTIVITY_ID = 'IA_MVP';

/** Whether an activity earns credit, and everything that was found out on the way; docs/rules.md from "Which activities" to "Who must perform it". */
export interface ActivityJudgement {
  readonly activity: Activity;
  readonly dropped: boolean;
  /** The activity in CMS's inventory, whatever the year. */
  readonly known: InventoryActivity | undefined;
  /** The same, if CMS lists it in the performance year. */
  readonly listed: InventoryActivity | undefined;
  readonly weight: ActivityWeight | null;
  /** Undefined where the length is not judged. */
  readonly minimum: MinimumPeriod | undefined;
  /** The entry of the same id that counts, for a duplicate. */
  readonly first: Activity | undefined;
  readonly periodDenial: PeriodDenial | undefined;
  /** Undefined where participation is not judged. */
  readonly participation: Participation | undefined;
  /** The day on which CMS suspended the activity in the year. */
  readonly suspendedOn: CalendarDate | undefined;
  /** The codes that deny credit, in the order of `denialsOf`; empty for a dropped activity. */
  readonly reasons: readonly FindingCode[];
  readonly credited: boolean;
  readonly secured: boolean;
}

/** Judgements of single activities by the same facts: an activity is judged once, as long as the same one counts for it. */
export type KnownJudgements = WeakMap<Activity, ActivityJudgement>;

/** Judges every activity of a plan, in its order. @param known of the version before; takes up what is new */
export function judgeActivities(activities: readonly Activity[], facts: PlanFacts, known?: KnownJudgements): readonly ActivityJudgement[] {
  const firstOf = new Map<string, Activity>();
  return activities.map((activity) => {
    const id = activity.id.value?.value;
    const dropped = isDropped(activity);
    const first = id === undefined || dropped ? undefined : firstOf.get(id);
    if (id !== undefined && first === undefined && !dropped) firstOf.set(id, activity);
    let judgement = known?.get(activity);
    if (judgement === undefined || judgement.first !== first) {
      judgement = judge(activity, first, facts);
      known?.set(activity, judgement);
    }
    return judgement;
  });
}

function isDropped(activity: Activity): boolean {
  return activity.status.value?.value === 'dropped';
}

function judge(activity: Activity, first: Activity | undefined, facts: PlanFacts): ActivityJudgement {
  const id = activity.id.value?.value;
  const known = id === undefined ? undefined : facts.inventory.activity(id);
  const listed = facts.year !== undefined && known?.years.includes(facts.year) === true ? known : undefined;
  const minimum = listed?.minimumPeriodIn(facts.year as number);
  const period = activity.period.value?.value;
  const dropped = isDropped(activity);
  // Completed below: a copy for it would be half the work.
  const judged: { -readonly [Key in keyof ActivityJudgement]: ActivityJudgement[Key] } = {
    activity, dropped, known, listed, minimum,
    weight: listed?.weightIn(facts.year as number) ?? null,
    first,
    periodDenial: period === undefined ? undefined : judgePeriod(period, facts.year, minimum),
    participation: judgeActivityParticipation(activity, facts, minimum),
    suspendedOn: listed?.suspendedIn(facts.year as number) ?? undefined,
    reasons: [],
    credited: false,
    secured: false,
  };
  if (dropped) return judged;
  judged.reasons = denialsOf(judged, facts);
  judged.credited = judged.reasons.length === 0 && facts.programInYear && listed !== undefined;
  judged.secured = judged.credited && isSecured(judged, facts);
  return judged;
}

type Judged = Omit<ActivityJudgement, 'reasons' | 'credited' | 'secured'>;

function judgeActivityParticipation(activity: Activity, facts: PlanFacts, minimum: MinimumPeriod | undefined): Participation | undefined {
  const performedBy = activity.performedBy.value?.value;
  if (performedBy === undefined || facts.rules === undefined || !asksForParticipation(activity, facts)) return undefined;
  return judgeParticipation(performedBy, facts, minimum);
}

/** Whether several clinicians must perform the activity: not for an individual, not for a medical home, and unjudged without a level. */
export function asksForParticipation(activity: Activity, facts: PlanFacts): boolean {
  return facts.level !== undefined && facts.level !== 'individual' && activity.id.value?.value !== MEDICAL_HOME_ID;
}

function denialsOf(judged: Judged, facts: PlanFacts): FindingCode[] {
  const { activity } = judged;
  const performedByDenial = activity.performedBy.unreadable !== undefined && asksForParticipation(activity, facts);
  const reasons: FindingCode[] = [];
  const deny = (reason: FindingCode | undefined): void => {
    if (reason !== undefined && !reasons.includes(reason)) reasons.push(reason);
  };
  deny(idDenial(judged, facts));
  deny(activity.period.unreadable === undefined ? judged.periodDenial : 'invalid-date');
  if (performedByDenial) deny('invalid-value');
  else judged.participation?.denials.forEach(deny);
  if (isSuspended(judged, facts)) deny('activity-suspended');
  if (isAttestedTooRecently(judged, facts)) deny('attested-too-recently');
  if (hasTooFewSites(judged, facts)) deny('medical-home-too-few-sites');
  return reasons;
}

function idDenial(judged: Judged, facts: PlanFacts): FindingCode | undefined {
  const id = judged.activity.id.value?.value;
  if (id === undefined) return 'missing-key';
  if (judged.known === undefined) return 'unknown-activity';
  if (facts.year !== undefined && judged.listed === undefined) return 'activity-not-in-year';
  if (judged.first !== undefined) return 'duplicate-activity';
  if (id === MVP_ACTIVITY_ID && facts.program !== undefined && facts.program !== 'mvp') return 'activity-needs-mvp';
  if (facts.mvp !== undefined && facts.year !== undefined && !facts.mvp.activitiesIn(facts.year).has(id)) return 'activity-not-in-mvp';
  return undefined;
}

/** The first day on which the activity was performed: the period's, or the earliest of a map in `performed_by`. */
export function firstDay(activity: Activity, facts: PlanFacts): CalendarDate | undefined {
  const performedBy = activity.performedBy.value?.value;
  if (performedBy?.kind === 'periods' && asksForParticipation(activity, facts)) {
    const starts = performedBy.periods.flatMap((clinician) => clinician.period.value?.value.start.value ?? []);
    if (starts.length > 0) return starts.sort()[0];
  }
  return activity.period.value?.value.start.value;
}

function isSuspended(judged: Judged, facts: PlanFacts): boolean {
  const start = firstDay(judged.activity, facts);
  return judged.suspendedOn !== undefined && start !== undefined && start > judged.suspendedOn;
}

function isAttestedTooRecently(judged: Judged, facts: PlanFacts): boolean {
  const last = judged.activity.lastAttested.value?.value;
  if (last === undefined || facts.year === undefined) return false;
  const years = judged.listed?.repeatYearsIn(facts.year) ?? null;
  return years !== null && facts.year - last < years;
}

function hasTooFewSites(judged: Judged, facts: PlanFacts): boolean {
  return judged.listed?.id === MEDICAL_HOME_ID && recognizesTooFewSites(facts);
}

/** How many of so many sites must be recognised in the plan's year. */
export function recognizedSitesNeeded({ rules }: PlanFacts, sites: number): number {
  return rules?.medicalHomeSites.value === 'one' ? 1 : Math.ceil(sites / 2);
}

/** Whether the sites of the medical home are known, and too few of them recognised. */
export function recognizesTooFewSites(facts: PlanFacts): boolean {
  if (facts.level === undefined || facts.level === 'individual') return false;
  const sites = facts.medicalHome?.sites.value?.value;
  const recognized = facts.medicalHome?.recognizedSites.value?.value;
  return sites !== undefined && recognized !== undefined && recognized < recognizedSitesNeeded(facts, sites);
}

/** Whether a credited activity could be defended in an audit on the as-of date; docs/rules.md, "Evidence, audits and dates". */
function isSecured(judged: Judged, facts: PlanFacts): boolean {
  const { activity } = judged;
  if (activity.status.value?.value !== 'completed') return false;
  if ((activity.evidence.value?.value.length ?? 0) === 0) return false;
  if (judged.listed?.id === MEDICAL_HOME_ID) return true;
  if (asksForParticipation(activity, facts) && activity.performedBy.value === undefined) return false;
  const end = lastDayNeeded(judged);
  return end !== undefined && end <= facts.asOf;
}

/**
 * The day from which the activity counts as performed: the end of its period; with a map in `performed_by` the day on
 * which enough of its clinicians' periods have ended, and the period's too if there is one.
 */
export function lastDayNeeded(judged: Pick<ActivityJudgement, 'activity' | 'participation'>): CalendarDate | undefined {
  const periodEnd = judged.activity.period.value?.value.end.value;
  const { participation } = judged;
  if (judged.activity.performedBy.value?.value.kind !== 'periods' || participation === undefined) return periodEnd;
  const ends = participation.goodPeriods.flatMap((clinician) => clinician.period.value?.value.end.value ?? []).sort();
  const enough = ends[(participation.needed ?? 1) - 1];
  if (enough === undefined) return undefined;
  return periodEnd !== undefined && periodEnd > enough ? periodEnd : enough;
}
