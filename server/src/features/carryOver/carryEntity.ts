import { USUAL_MINIMUM } from '../../inventory/activityRules.ts';
import { inWords, lastStart } from '../../score/minimumPeriod.ts';
import { MEDICAL_HOME_ID } from '../../score/judgement.ts';
import { rulesOf } from '../../rules/rules.ts';
import type { Place } from '../../text/span.ts';
import type { CarriedPlan } from './carriedPlan.ts';
import { dateInWords } from '../../text/dateInWords.ts';

/** Who reports and how, in another year. Nothing of it is changed but the year: most of it CMS or the practice decides anew. */
export function carryEntity(plan: CarriedPlan): void {
  const { result, from, to, changes } = plan;
  const year = result.plan.performanceYear.value;
  if (year !== undefined) {
    changes.replace(year.span, String(to));
    changes.done(year.span.start, `The performance year is ${to}; it was ${from}.`);
  }
  const at = result.plan.firstKey.span.start;
  changes.decideInText(year?.span.start ?? at, `Carried over from ${from}. Are the clinicians the same, and who performs each activity?`, to);
  carrySubmission(plan);
  carryCredits(plan);
  sayRules(plan, year?.span.start ?? at);
}

function carrySubmission(plan: CarriedPlan): void {
  const { result, to, from, rules } = plan;
  const submission = result.plan.submission.value?.value;
  const { program, level } = result.facts;
  const [programField, levelField, mvpField] = [submission?.program, submission?.level, submission?.mvp];
  const levels = program === undefined ? undefined : rules.programs[program];
  if (program !== undefined && levels === undefined) decide(plan, programField?.key, `CMS does not take the program \`${program}\` in ${to}; choose another.`);
  else if (level !== undefined && levels?.includes(level) === false) decide(plan, levelField?.key, `CMS does not take the level \`${level}\` with this program in ${to}; choose another.`);
  const mvp = mvpField?.value;
  if (program === 'mvp' && mvp !== undefined) {
    const known = result.facts.inventory.mvp(mvp.value);
    if (known?.years.includes(to) !== true) decide(plan, mvpField?.key, `CMS does not offer the MVP ${mvp.value} in ${to}; choose another.`);
    else {
      const [before, now] = [known.titleIn(from), known.titleIn(to)];
      plan.changes.done(mvp.span.start, `The MVP ${mvp.value} is offered in ${to}, too${before === now ? '' : `, as “${now}” (before: “${before}”)`}.`);
    }
  }
}

function carryCredits(plan: CarriedPlan): void {
  const { result: { plan: { specialStatuses, reweighted, apm, medicalHome, iaStudy }, judgements }, to, from, rules } = plan;
  if ((specialStatuses.value?.value.length ?? 0) > 0) decide(plan, specialStatuses.key, `CMS gives special statuses for each year: are they the same in ${to}?`);
  if ((reweighted.value?.value.length ?? 0) > 0) decide(plan, reweighted.key, `Categories are reweighted for each year: are they in ${to}?`);
  if (apm.value !== undefined) {
    const assigned = apm.value.value.assignedPoints.value === undefined ? '' : ` And what score does CMS assign to it?`;
    decide(plan, apm.key, `Does the entity take part in the model in ${to}?${assigned}`);
  }
  if (medicalHome.value !== undefined || judgements.some(({ known, dropped }) => !dropped && known?.id === MEDICAL_HOME_ID)) {
    const home = judgements.find(({ known }) => known?.id === MEDICAL_HOME_ID)?.activity.place;
    decide(plan, medicalHome.key ?? home, `Does the recognition as a medical home hold in ${to}, at how many sites?`);
  }
  if (iaStudy.value?.value === true) {
    decide(plan, iaStudy.key, rules.iaStudy.value ? `Did they take part in CMS’s study in ${to}, too, and not only in ${from}?` : `CMS’s study ended before ${to}: take the key out.`);
  }
}

/** What CMS decided differently for the year, from the rules of both. */
function sayRules({ result, from, to, rules, changes }: CarriedPlan, at: number): void {
  const before = rulesOf(from);
  if (before === undefined) return;
  const { standard, specialStatus } = rules.points.value;
  if (before.points.value.standard.unweighted === 0 && standard.unweighted > 0) {
    changes.done(at, `In ${to} activities have no weights: each earns ${standard.unweighted} points in traditional MIPS, ${specialStatus.unweighted} with a special status${rules.mvpPoints === undefined ? '' : `, ${rules.mvpPoints.value.unweighted} in an MVP`}.`);
  }
  if (before.participation.value !== rules.participation.value) {
    changes.decide(at, rules.participation.value === 'half' ? `From ${to} at least half of the clinicians must perform each activity; in ${from} one was enough.` : `In ${to} one clinician is enough for an activity.`);
  }
  if (before.medicalHomeSites.value !== rules.medicalHomeSites.value && result.plan.medicalHome.value !== undefined) {
    changes.decide(at, `In ${to} at least half of the practice sites must be recognised as a medical home; in ${from} one was enough.`);
  }
  if (before.apmCondition.value !== rules.apmCondition.value && result.plan.apm.value !== undefined && rules.apmCondition.value !== 'none') {
    changes.decide(at, `In ${to} the APM credit asks for data: at least one activity, or other categories.`);
  }
  changes.done(at, `The last day to begin an activity of ${inWords(USUAL_MINIMUM)} is ${dateInWords(lastStart(to, USUAL_MINIMUM))}; the submission window closes on ${dateInWords(rules.submissionWindow.value.closes)}.`);
}

function decide({ changes, to, result }: CarriedPlan, place: Place | undefined, message: string): void {
  const at = place?.span.start ?? result.plan.firstKey.span.start;
  changes.decideInText(at, message, to);
}
