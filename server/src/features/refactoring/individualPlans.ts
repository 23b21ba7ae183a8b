import { dashOf, fileStyleOf, type FileStyle } from '../../edits/fileStyle.ts';
import type { Activity, Period, Plan, RosterClinician } from '../../plan/model.ts';
import { asksForParticipation } from '../../score/judgement.ts';
import type { PlanResult } from '../../score/planResult.ts';
import { LIMITS } from '../../yaml/parsed.ts';
import { writeScalar } from '../../yaml/writeScalar.ts';
import { ownEntry, refactoring, touches, touchesKey, type Refactoring, type RefactoringPlace } from './refactoring.ts';

export const EXTRACT_PLANS = 'refactor.extract.individualPlans';

/**
 * Plans for the clinicians of a group on their own, as further documents of the file; the group's stays as it is. A
 * clinician's plan says what the group's says of this clinician. What it leaves open (whether this clinician was among the six of
 * twelve, whether the group's evidence shows this clinician's part, what CMS decides for each clinician) stands there as a comment.
 */
export function extractIndividualPlans(place: RefactoringPlace): readonly Refactoring[] {
  const { analysis, result } = place;
  const { facts, plan } = result;
  if (facts.level !== 'group' || facts.program === undefined || facts.rules?.programs[facts.program]?.includes('individual') !== true) return [];
  const asked = askedFor(place, withoutPlan(plan.roster.value?.value ?? [], place));
  if (asked.length === 0) return [];
  const whose = asked.length === 1 ? `\`${asked[0]?.shortName.value}\`` : `each of ${asked.length} clinicians`;
  const style = fileStyleOf(plan, analysis.source);
  const { text } = analysis.source;
  let newText = text === '' || /[\r\n]$/.test(text) ? '' : style.lineEnd;
  for (const clinician of asked) {
    for (const line of ['---', ...new IndividualPlan(result, clinician, style).lines()]) newText += line + style.lineEnd;
    // The file could not be read any more.
    if (text.length + newText.length > LIMITS.fileBytes) return [];
  }
  return refactoring(`Add a separate plan for ${whose}`, EXTRACT_PLANS, [{ span: { start: text.length, end: text.length }, newText }]);
}

/** One clinician on the line of a short name, all of them on `roster` and `level`. */
function askedFor(place: RefactoringPlace, clinicians: readonly RosterClinician[]): readonly RosterClinician[] {
  const { root } = place.result.plan;
  const roster = ownEntry(root, 'roster');
  if (roster?.value?.kind !== 'map' || roster.value.origin !== undefined) return [];
  const touched = new Set(roster.value.entries.filter((entry) => touches(place, entry)).map(({ name }) => name));
  const one = clinicians.filter(({ shortName }) => touched.has(shortName.value));
  if (one.length === 1) return one;
  const submission = ownEntry(root, 'submission')?.value;
  const level = submission?.kind === 'map' ? ownEntry(submission, 'level') : undefined;
  return touchesKey(place, roster) || (level !== undefined && touches(place, level)) ? clinicians : one;
}

/** Those of whom no other document of the file is their own. */
function withoutPlan(clinicians: readonly RosterClinician[], { analysis, result }: RefactoringPlace): readonly RosterClinician[] {
  const others = analysis.plans.filter(({ plan, facts }) => plan !== result.plan && facts.level === 'individual').map(({ plan }) => plan);
  const npis = new Set(others.map(({ submission }) => submission.value?.value.npi.value?.value));
  const names = new Set(others.map(({ practice }) => practice.value?.value.name.value?.value));
  return clinicians.filter(({ npi, name }) => {
    if (npi.value !== undefined) return !npis.has(npi.value.value);
    return name.value === undefined || !names.has(name.value.value);
  });
}

class IndividualPlan {
  readonly #result: PlanResult;
  readonly #plan: Plan;
  readonly #clinician: RosterClinician;
  readonly #style: FileStyle;

  constructor(result: PlanResult, clinician: RosterClinician, style: FileStyle) {
    this.#result = result;
    this.#plan = result.plan;
    this.#clinician = clinician;
    this.#style = style;
  }

  lines(): readonly string[] {
    const name = this.#clinician.shortName.value;
    return [
      `# ${name} alone, from the group’s plan. What that plan does not say of ${name} is a comment here.`,
      `performance_year: ${this.#plan.performanceYear.value?.value}`,
      ...this.#practice(),
      ...this.#submission(),
      ...this.#statuses(),
      ...this.#credits(),
      ...this.#activities(),
    ];
  }

  #practice(): readonly string[] {
    const practice = this.#plan.practice.value?.value;
    return ['practice:', ...this.#keys([['name', practice?.name.value?.value], ['tin', practice?.tin.value?.value]])];
  }

  #submission(): readonly string[] {
    const submission = this.#plan.submission.value?.value;
    const categories = submission?.otherCategories.value?.value.map(({ value }) => value) ?? [];
    return [
      'submission:',
      ...this.#keys([
        ['program', submission?.program.value?.value], ['mvp', submission?.mvp.value?.value], ['level', 'individual'],
        ['npi', this.#clinician.npi.value?.value],
      ]),
      ...(categories.length === 0 ? [] : [`${this.#step}# other_categories: [${categories.join(', ')}] # the group’s; what is submitted for the clinician alone?`]),
    ];
  }

  /** Whether a practice is small is decided by its TIN, so for each of its clinicians; the others CMS decides for each. */
  #statuses(): readonly string[] {
    const statuses = this.#plan.specialStatuses.value?.value.map(({ value }) => value) ?? [];
    const others = statuses.filter((status) => status !== 'small_practice');
    const reweighted = this.#plan.reweighted.value?.value.map(({ value }) => value) ?? [];
    return [
      ...(statuses.includes('small_practice') ? ['special_statuses: [small_practice]'] : []),
      ...(others.length === 0 ? [] : [`# The group is ${others.join(' and ')}; CMS says whether the clinician is, too.`]),
      ...(reweighted.length === 0 ? [] : [`# reweighted: [${reweighted.join(', ')}] # the group’s; CMS decides for each clinician`]),
    ];
  }

  #credits(): readonly string[] {
    return [
      ...(this.#plan.apm.value === undefined ? [] : ['# apm: {} # the group’s; is the clinician on the model’s participation list?']),
      ...(this.#plan.iaStudy.value?.value === true ? ['# ia_study: true # the group’s; did the clinician take part?'] : []),
    ];
  }

  #activities(): readonly string[] {
    const performed = this.#result.judgements.filter(({ dropped }) => !dropped).map(({ activity }) => this.#activity(activity));
    const isEmpty = performed.every((lines) => lines[0]?.trimStart().startsWith('#'));
    return [isEmpty ? 'activities: []' : 'activities:', ...performed.flat()];
  }

  #activity(activity: Activity): readonly string[] {
    const id = activity.id.value?.value;
    const indentation = ' '.repeat(this.#style.listStep);
    if (id === undefined) return [];
    const period = this.#periodOf(activity);
    const comment = (text: string): readonly string[] => [`${indentation}# ${oneLine(id)}: ${text}`];
    if (period === 'not performed') return [];
    if (period === 'unknown') return comment(`the group’s plan does not say whether ${this.#clinician.shortName.value} performed it.`);
    const status = activity.status.value?.value;
    const keys = [
      `id: ${writeScalar(id)}`,
      ...(period === undefined ? [] : [`period: ${period.start.value}/${period.end.value}`]),
      ...(status === undefined ? [] : [`status: ${status}`]),
      ...(activity.lastAttested.value === undefined ? [] : [`last_attested: ${activity.lastAttested.value.value}`]),
      ...(activity.evidence.value?.value ?? []).map(({ value }) => `# The group’s evidence; does it show this clinician’s part? ${oneLine(value)}`),
    ];
    const dash = indentation + dashOf(this.#style);
    return keys.map((line, index) => (index === 0 ? dash : ' '.repeat(dash.length)) + line);
  }

  /** The run in which the clinician performed the activity; undefined where no run is given. */
  #periodOf(activity: Activity): Period | 'not performed' | 'unknown' | undefined {
    const name = this.#clinician.shortName.value;
    const performedBy = activity.performedBy.value?.value;
    const period = activity.period.value?.value;
    // A medical home is recognised by site, and which one the clinician works at is not known.
    if (!asksForParticipation(activity, this.#result.facts)) return 'unknown';
    if (performedBy === undefined) return 'unknown';
    if (performedBy.kind === 'all') return period;
    if (performedBy.kind === 'names') return performedBy.names.some(({ value }) => value === name) ? period : 'not performed';
    if (performedBy.kind === 'periods') {
      const own = performedBy.periods.find((each) => each.name.value === name);
      return own === undefined ? 'not performed' : own.period.value?.value;
    }
    const nobody = performedBy.kind === 'count' ? performedBy.count === 0 : performedBy.percent === 0;
    return nobody ? 'not performed' : 'unknown';
  }

  get #step(): string {
    return ' '.repeat(this.#style.step);
  }

  #keys(keys: readonly (readonly [string, string | undefined])[]): readonly string[] {
    return keys.flatMap(([key, value]) => (value === undefined ? [] : [`${this.#step}${key}: ${written(key, value)}`]));
  }
}

/** Digits and whatever YAML could take for something else go into quotes. */
function written(key: string, value: string): string {
  const isWord = key !== 'name' && /^[A-Za-z][\w-]*$/.test(value);
  const isPlainName = /^[A-Za-z][\w \u2019.-]*[\w.]$/.test(value) && !/^(?:true|false|null)$/i.test(value);
  return isWord || isPlainName ? value : JSON.stringify(value);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
