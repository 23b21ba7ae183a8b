import { MAXIMUM_POINTS } from '../../data/performanceYears.ts';
import { lengthInDays } from '../calendar/calendarDate.ts';
import { levelRefused } from '../score/facts.ts';
import { MEDICAL_HOME_ID } from '../score/judgement.ts';
import type { PlanResult } from '../score/planResult.ts';
import { waysInWords } from '../score/waysInWords.ts';
import { dateInWords } from '../text/dateInWords.ts';
import { formatNumber } from '../text/formatNumber.ts';
import { asShown } from '../text/asShown.ts';
import { plural } from '../text/plural.ts';
import { missingToSecure } from './activityOverview.ts';
import type { PlanStep } from './overview.ts';

/** Activities that a step names before it only counts them. */
const MOST_NAMED = 4;

/**
 * How far the plan has come on the way of CMS's quick start guides: know what is required, select activities, perform
 * and document them, submit.
 * @param errors findings of that severity in this plan
 */
export function planSteps(result: PlanResult, errors: number): readonly PlanStep[] {
  return [requirements(result), selection(result), performance(result), submission(result, errors)];
}

function requirements(result: PlanResult): PlanStep {
  const missing = unknownFacts(result);
  const text = missing.length === 0 ? 'Year, program, entity and special statuses are known.' : 'The plan does not yet say everything that decides the score.';
  return { kind: 'requirements', state: missing.length === 0 ? 'done' : 'open', text, missing };
}

function unknownFacts({ plan, facts, judgements }: PlanResult): string[] {
  const { year, program, level } = facts;
  const severalClinicians = level !== undefined && level !== 'individual';
  const attestsMedicalHome = judgements.some(({ listed, dropped }) => listed?.id === MEDICAL_HOME_ID && !dropped);
  return [
    plan.practice.value?.value.name.value === undefined ? 'the name of the practice' : '',
    year === undefined ? 'a performance year that CMS lists activities for' : '',
    year !== undefined && !facts.programInYear ? `a program that CMS offers in ${year}` : '',
    level === undefined ? 'who reports (`level`)' : '',
    levelRefused(facts) ? 'a level that CMS takes with this program' : '',
    program === 'mvp' && facts.mvp === undefined ? 'the MIPS Value Pathway (`mvp`)' : '',
    severalClinicians && facts.clinicians === undefined ? 'the number of clinicians' : '',
    plan.specialStatuses.value === undefined ? 'the special statuses (`[]` if there are none)' : '',
    attestsMedicalHome && severalClinicians && plan.medicalHome.value?.value.sites.value === undefined ? 'the sites of the medical home' : '',
  ].filter((part) => part !== '');
}

function selection({ points, closers, judgements }: PlanResult): PlanStep {
  const kind = 'activities';
  if (points === undefined || closers === undefined) return { kind, state: 'later', text: 'Points are counted once the requirements are known.', missing: [] };
  const gap = MAXIMUM_POINTS - points.capped;
  const text = `${formatNumber(points.capped)} of ${MAXIMUM_POINTS} points are planned.`;
  if (gap <= 0) return { kind, state: 'done', text, missing: [] };
  const ways = closers.ways.length === 0 ? '' : `: ${waysInWords(closers.ways)}`;
  const denied = judgements.filter(({ reasons }) => reasons.length > 0).map(({ activity }) => `${nameOf(activity.id.value?.value)} earns nothing as it is`);
  return { kind, state: 'open', text, missing: [`${plural(gap, 'more point')}${ways}`, ...named(denied)] };
}

function performance({ points, judgements, facts }: PlanResult): PlanStep {
  const kind = 'performance';
  if (points === undefined) return { kind, state: 'later', text: 'Points are counted once the requirements are known.', missing: [] };
  const text = `${formatNumber(points.secured)} of ${MAXIMUM_POINTS} points are secured on ${dateInWords(facts.asOf)}.`;
  if (points.secured >= MAXIMUM_POINTS) return { kind, state: 'done', text, missing: [] };
  const unsecured = judgements.filter(({ credited, secured }) => credited && !secured);
  const missing = unsecured.map((judgement) => `${nameOf(judgement.activity.id.value?.value)}: ${missingToSecure(judgement, facts).join(', ')}`);
  return { kind, state: 'open', text, missing: missing.length === 0 ? ['activities that earn points'] : named(missing) };
}

function submission({ plan, facts }: PlanResult, errors: number): PlanStep {
  const kind = 'submission';
  const { rules, year, asOf, level } = facts;
  if (rules === undefined || year === undefined) return { kind, state: 'later', text: 'The submission window is known once the year is.', missing: [] };
  const { opens, closes } = rules.submissionWindow.value;
  const last = dateInWords(closes);
  if (asOf > closes) return { kind, state: 'over', text: `The submission window of ${year} closed on ${last}.`, missing: [] };
  const submitted = plan.submission.value?.value;
  const missing = [
    (level === 'individual' || level === 'group') && plan.practice.value?.value.tin.value === undefined ? 'the TIN' : '',
    level === 'individual' && submitted?.npi.value === undefined ? 'the NPI' : '',
    level !== undefined && level !== 'individual' && level !== 'group' && submitted?.entityId.value === undefined ? 'the identifier of the entity (`entity_id`)' : '',
    errors > 0 ? `${plural(errors, 'error')} to correct first` : '',
  ].filter((part) => part !== '');
  // Where no source tells the first day, it is one in January.
  const isOpen = asOf >= (opens ?? `${year + 1}-02-01`);
  if (isOpen) {
    const days = lengthInDays(asOf, closes) - 1;
    const left = days === 0 ? 'this is the last day' : `${plural(days, 'day')} left`;
    return { kind, state: 'open', text: `The submission window is open until ${last}: ${left}.`, missing };
  }
  return { kind, state: 'later', text: `The submission window is open from ${opens === undefined ? `January ${year + 1}` : dateInWords(opens)} to ${last}.`, missing };
}

function nameOf(id: string | undefined): string {
  return id === undefined ? 'An activity without an id' : `\`${asShown(id)}\``;
}

function named(all: readonly string[]): string[] {
  const rest = all.length - MOST_NAMED;
  return rest <= 1 ? [...all] : [...all.slice(0, MOST_NAMED), `and ${rest} more activities`];
}
