import type { MinimumPeriod } from '../inventory/inventory.ts';
import type { ClinicianPeriod, Located, PerformedBy } from '../plan/model.ts';
import type { FindingCode } from '../findings/finding.ts';
import type { PlanFacts } from './facts.ts';
import { judgePeriod, type PeriodDenial } from './minimumPeriod.ts';

/** Whether enough of the entity's clinicians performed an activity. */
export interface Participation {
  /** The codes that deny credit: none, one of the two of participation, or those of the names and periods that do not count. */
  readonly denials: readonly FindingCode[];
  /** Clinicians that count; undefined for `all` and percentages. */
  readonly counted: number | undefined;
  /** How many are needed; undefined where the entity's size is not known. */
  readonly needed: number | undefined;
  readonly unknownNames: readonly Located<string>[];
  readonly badPeriods: readonly BadPeriod[];
  /** Clinicians whose own period counts; empty unless `performed_by` is a map. */
  readonly goodPeriods: readonly ClinicianPeriod[];
}

export interface BadPeriod {
  readonly clinician: ClinicianPeriod;
  readonly code: PeriodDenial | 'invalid-date';
}

/** The order in which the codes of names and periods are given as reasons. */
const NAME_AND_PERIOD_CODES: readonly FindingCode[] = [
  'unknown-clinician', 'invalid-date', 'period-reversed', 'period-outside-year', 'period-too-short',
];

/** @param minimum undefined: the lengths of the clinicians' own periods are not judged. */
export function judgeParticipation(performedBy: PerformedBy, facts: PlanFacts, minimum: MinimumPeriod | undefined): Participation {
  const named = judgeNames(performedBy, facts, minimum);
  const needed = clinicianThreshold(facts);
  const counted = performedBy.kind === 'count' ? performedBy.count : named.counted;
  const { unknownNames, badPeriods, goodPeriods } = named;
  return {
    unknownNames,
    badPeriods,
    goodPeriods,
    counted,
    needed,
    denials: performedBy.kind === 'percent'
      ? judgePercent(performedBy.percent, facts)
      : counted === undefined ? [] : judgeCount(counted, needed ?? 1, facts.clinicians, named),
  };
}

/** How many clinicians of the entity must perform an activity; undefined where its size is not known. */
export function clinicianThreshold(facts: PlanFacts): number | undefined {
  if (facts.rules?.participation.value === 'one') return 1;
  return facts.clinicians === undefined ? undefined : Math.ceil(facts.clinicians / 2);
}

type Named = Pick<Participation, 'unknownNames' | 'badPeriods' | 'goodPeriods' | 'counted'>;

function judgeNames(performedBy: PerformedBy, facts: PlanFacts, minimum: MinimumPeriod | undefined): Named {
  const isKnown = (name: string): boolean => facts.roster === undefined || facts.roster.has(name);
  if (performedBy.kind === 'names') {
    const unknownNames = performedBy.names.filter((name) => !isKnown(name.value));
    return { unknownNames, badPeriods: [], goodPeriods: [], counted: performedBy.names.length - unknownNames.length };
  }
  if (performedBy.kind !== 'periods') return { unknownNames: [], badPeriods: [], goodPeriods: [], counted: undefined };
  const unknownNames: Located<string>[] = [];
  const badPeriods: BadPeriod[] = [];
  const goodPeriods: ClinicianPeriod[] = [];
  for (const clinician of performedBy.periods) {
    const code = periodCode(clinician, facts.year, minimum);
    if (!isKnown(clinician.name.value)) unknownNames.push(clinician.name);
    if (code !== undefined) badPeriods.push({ clinician, code });
    else if (isKnown(clinician.name.value) && clinician.period.value !== undefined) goodPeriods.push(clinician);
  }
  return { unknownNames, badPeriods, goodPeriods, counted: goodPeriods.length };
}

function periodCode(clinician: ClinicianPeriod, year: number | undefined, minimum: MinimumPeriod | undefined): BadPeriod['code'] | undefined {
  if (clinician.period.unreadable !== undefined) return 'invalid-date';
  const period = clinician.period.value?.value;
  return period === undefined ? undefined : judgePeriod(period, year, minimum);
}

function judgePercent(percent: number, facts: PlanFacts): FindingCode[] {
  if (percent > 100) return ['participation-too-high'];
  const enough = facts.rules?.participation.value === 'one' ? percent > 0 : percent >= 50;
  return enough ? [] : ['participation-too-low'];
}

function judgeCount(counted: number, needed: number, size: number | undefined, named: Named): FindingCode[] {
  if (size !== undefined && counted > size) return ['participation-too-high'];
  if (counted >= needed) return [];
  // Somebody whom the roster lacks may have a period that does not count besides: still one person.
  const notCounted = new Set([...named.unknownNames, ...named.badPeriods.map((bad) => bad.clinician.name)]).size;
  // Had the names and periods that do not count been right, there would be enough: they are the cause.
  if (notCounted > 0 && counted + notCounted >= needed) {
    const codes = new Set<FindingCode>(named.badPeriods.map((bad) => bad.code));
    if (named.unknownNames.length > 0) codes.add('unknown-clinician');
    return NAME_AND_PERIOD_CODES.filter((code) => codes.has(code));
  }
  return ['participation-too-low'];
}
