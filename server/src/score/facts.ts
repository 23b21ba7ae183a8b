import type { CalendarDate } from '../calendar/calendarDate.ts';
import type { Inventory, Mvp } from '../inventory/inventory.ts';
import type { Apm, Category, Level, MedicalHome, OtherCategory, Plan, Program, SpecialStatus } from '../plan/model.ts';
import type { PerformanceYearRules } from '../rules/performanceYear.ts';
import { rulesOf } from '../rules/rules.ts';

/** What the rules ask of a plan besides its activities, defaults filled in. */
export interface PlanFacts {
  readonly inventory: Inventory;
  readonly asOf: CalendarDate;
  /** The performance year if it is readable and covered. */
  readonly year: number | undefined;
  /** Undefined exactly where `year` is. */
  readonly rules: PerformanceYearRules | undefined;
  /** Undefined where it is unreadable; `traditional` where it is absent. */
  readonly program: Program | undefined;
  /** Whether the program is readable and exists in the year. */
  readonly programInYear: boolean;
  readonly level: Level | undefined;
  /** Size of the reporting entity: the roster's if there is one, else `practice.clinicians`. */
  readonly clinicians: number | undefined;
  /** Short names of the roster; undefined without one. */
  readonly roster: ReadonlySet<string> | undefined;
  readonly specialStatuses: ReadonlySet<SpecialStatus>;
  readonly reweighted: ReadonlySet<Category>;
  readonly otherCategories: ReadonlySet<OtherCategory>;
  readonly medicalHome: MedicalHome | undefined;
  readonly apm: Apm | undefined;
  readonly iaStudy: boolean;
  /** The pathway, if its id is known in the year and the submission can use one. */
  readonly mvp: Mvp | undefined;
}

export function planFacts(plan: Plan, inventory: Inventory, asOf: CalendarDate): PlanFacts {
  const writtenYear = plan.performanceYear.value?.value;
  const covered = writtenYear !== undefined && inventory.years.includes(writtenYear);
  const rules = covered ? rulesOf(writtenYear) : undefined;
  const year = rules === undefined ? undefined : writtenYear;
  const submission = plan.submission.value?.value;
  const programField = submission?.program;
  const program = programField?.unreadable === undefined ? (programField?.value?.value ?? 'traditional') : undefined;
  const level = submission?.level.value?.value;
  const programInYear = rules !== undefined && program !== undefined && rules.programs[program] !== undefined;
  const roster = plan.roster.value?.value;
  const shortNames = roster === undefined || roster.length === 0 ? undefined : new Set(roster.map((clinician) => clinician.shortName.value));
  const facts = {
    inventory, asOf, year, rules, program, programInYear, level,
    clinicians: shortNames?.size ?? plan.practice.value?.value.clinicians.value?.value,
    roster: shortNames,
    specialStatuses: valuesOf(plan.specialStatuses.value?.value),
    reweighted: valuesOf(plan.reweighted.value?.value),
    otherCategories: valuesOf(submission?.otherCategories.value?.value),
    medicalHome: plan.medicalHome.value?.value,
    apm: plan.apm.value?.value,
    iaStudy: plan.iaStudy.value?.value === true,
  };
  return { ...facts, mvp: mvpOf(facts, submission?.mvp.value?.value) };
}

type FactsWithoutMvp = Omit<PlanFacts, 'mvp'>;

function mvpOf(facts: FactsWithoutMvp, id: string | undefined): Mvp | undefined {
  if (facts.program !== 'mvp' || id === undefined || facts.year === undefined || !usesMvp(facts)) return undefined;
  const mvp = facts.inventory.mvp(id);
  return mvp?.years.includes(facts.year) === true ? mvp : undefined;
}

/** Whether the submission is one that CMS takes for an MVP: in that year, and by that level. */
export function usesMvp(facts: FactsWithoutMvp): boolean {
  return facts.program === 'mvp' && facts.programInYear && !levelRefused(facts);
}

/** Whether CMS does not take the level: not in the year, or not with the program where that one is known. */
export function levelRefused(facts: FactsWithoutMvp): boolean {
  const { rules, level } = facts;
  if (rules === undefined || level === undefined) return false;
  return !levelsTaken(rules, facts.program).includes(level);
}

/** The levels that CMS takes in a year: with the program where that one is readable and exists in the year. */
export function levelsTaken({ programs }: PerformanceYearRules, program: Program | undefined): readonly Level[] {
  return (program === undefined ? undefined : programs[program]) ?? Object.values(programs).flat();
}

function valuesOf<T>(items: readonly { readonly value: T }[] | undefined): ReadonlySet<T> {
  return new Set(items?.map((item) => item.value));
}
