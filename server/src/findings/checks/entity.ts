import { APM_CREDIT_POINTS, MAXIMUM_POINTS, SMALL_PRACTICE_CLINICIANS } from '../../../data/performanceYears.ts';
import { CATEGORY_NAMES } from '../../plan/names.ts';
import { yearsWhere } from '../../rules/rules.ts';
import { categoryWeight } from '../../score/categoryWeight.ts';
import { MEDICAL_HOME_ID, recognizedSitesNeeded, recognizesTooFewSites } from '../../score/judgement.ts';
import { hasApmCredit, mayHaveApmCredit } from '../../score/points.ts';
import { enumeration } from '../../text/enumeration.ts';
import { formatNumber } from '../../text/formatNumber.ts';
import { plural } from '../../text/plural.ts';
import { spanContains } from '../../text/span.ts';
import { replaceBy, type CheckContext, type Checks } from '../check.ts';
import type { Fix } from '../finding.ts';
import { addActivity, addToList, mapAt, onlyId, removeFromList, removeTopLevelKey, writeKey } from '../planFixes.ts';
import { sitesInWords } from './activityIds.ts';

const LAST_STUDY_YEAR = yearsWhere(({ iaStudy }) => iaStudy.value).at(-1) as number;
/** From then on the regulation says which data the APM credit rests on. */
const FIRST_STRICT_YEAR = yearsWhere(({ apmCondition }) => apmCondition.value === 'activity-or-both-categories')[0] as number;

/** The entity: its size, statuses, credits and the category's weight. */
export const entityChecks: Checks = {
  *'small-practice-size'(context) {
    const { plan, facts } = context;
    const item = plan.specialStatuses.value?.value.find((status) => status.value === 'small_practice');
    if (item === undefined || facts.clinicians === undefined || facts.clinicians <= SMALL_PRACTICE_CLINICIANS) return;
    yield {
      place: item,
      message: `A small practice has ${SMALL_PRACTICE_CLINICIANS} or fewer clinicians, this one ${facts.clinicians}; remove the status unless CMS shows it for this entity.`,
      fixes: () => removeFromList(context, 'special_statuses', item, 'Remove `small_practice`'),
    };
  },

  *'small-practice-undeclared'(context) {
    const { plan, facts } = context;
    const place = plan.practice.value?.value.clinicians.value ?? plan.roster.key;
    if (facts.level !== 'group' || facts.program !== 'traditional' || !facts.programInYear || place === undefined) return;
    if (facts.clinicians === undefined || facts.clinicians > SMALL_PRACTICE_CLINICIANS || facts.specialStatuses.size > 0) return;
    if (hasMisspeltStatuses(context)) return;
    yield {
      place,
      message: `With ${plural(facts.clinicians, 'clinician')} this looks like a small practice; if CMS shows that status, add \`small_practice\` to \`special_statuses\`: points would double.`,
      fixes: () => addToList(context, 'special_statuses', 'small_practice'),
    };
  },

  *'status-redundant'(context) {
    const items = context.plan.specialStatuses.value?.value ?? [];
    const kept = items.find((item) => item.value === 'small_practice') ?? items[0];
    for (const item of items) {
      if (item === kept || item.value === 'small_practice') continue;
      yield {
        place: item,
        message: `Statuses do not add up: \`${kept?.value}\` alone doubles the points. \`${item.value}\` can go.`,
        fixes: () => removeFromList(context, 'special_statuses', item, `Remove \`${item.value}\``),
      };
    }
  },

  *'clinician-count-mismatch'({ plan, facts }) {
    const clinicians = plan.practice.value?.value.clinicians.value;
    if (clinicians === undefined || facts.roster === undefined || facts.roster.size === clinicians.value) return;
    const size = facts.roster.size;
    // A short name that cannot be read is said where it stands, and may be the one that is lacking.
    if (mapAt(plan.root, 'roster')?.entries.length !== size) return;
    yield {
      place: clinicians,
      message: `The roster has ${plural(size, 'clinician')}, this says ${clinicians.value}; the roster counts. Make them agree.`,
      ...(plan.roster.key === undefined ? {} : { related: [{ place: plan.roster.key, message: 'The roster' }] }),
      fixes: () => [replaceBy(clinicians, String(size), `Change to ${size}, as in the roster`, { preferred: true })],
    };
  },

  *'apm-credit-condition'(context) {
    const key = context.plan.apm.key;
    if (key === undefined || context.points === undefined || !mayHaveApmCredit(context.facts)) return;
    const notes = [conditionNote(context), floorNote(context)].filter((note) => note !== undefined);
    if (notes.length > 0) yield { place: key, message: notes.join(' ') };
  },

  *'reweighting-cancelled'({ plan, weight }) {
    const item = plan.reweighted.value?.value.find((category) => category.value === 'improvement_activities');
    if (item === undefined || weight?.reweightingCancelled !== true) return;
    yield {
      place: item,
      message: 'Attesting an activity cancels this reweighting, and the category counts again. Remove it, or attest no activity.',
    };
  },

  *'final-score-is-threshold'({ plan, facts, weight }) {
    const place = plan.reweighted.key;
    if (place === undefined || weight === undefined || weight.left.length >= 2) return;
    const [only] = weight.left;
    const left = only === undefined ? 'no category is left' : `${CATEGORY_NAMES[only]} is the only category left`;
    yield {
      place,
      message: `With these categories at 0 %, ${left} in ${facts.year}. CMS then sets the final score to the performance threshold, and activities add nothing.`,
    };
  },

  *'pi-reweighted-automatically'(context) {
    const { plan, facts, weight, judgements } = context;
    const item = plan.specialStatuses.value?.value.find((status) => status.value === 'small_practice');
    if (item === undefined || weight === undefined || weight.weight === 0 || facts.program === 'app' || facts.program === 'apm_scoring_standard') return;
    if (facts.reweighted.has('promoting_interoperability') || facts.otherCategories.has('promoting_interoperability')) return;
    if (facts.rules?.categoryWeights.value.smallPractice.promoting_interoperability === undefined) return;
    const reweighted = new Set(facts.reweighted).add('promoting_interoperability');
    const then = categoryWeight({ ...facts, reweighted }, judgements.some((judgement) => judgement.credited)).weight;
    if (then === null || then === weight.weight) return;
    yield {
      place: item,
      message: `If a small practice submits no data for promoting interoperability, CMS reweights that category to 0 %, and improvement activities weigh ${then} %. Add \`promoting_interoperability\` to \`reweighted\`, or to \`other_categories\` if it does submit data.`,
      fixes: () => addToList(context, 'reweighted', 'promoting_interoperability', { preferred: true }),
    };
  },

  *'ia-study-ended'(context) {
    const { plan, facts } = context;
    const study = plan.iaStudy.value;
    if (study?.value !== true || facts.rules === undefined || facts.rules.iaStudy.value) return;
    yield {
      place: study,
      message: `CMS’s study ended after ${LAST_STUDY_YEAR}; in ${facts.year} it gives no credit. Remove the line.`,
      fixes: () => removeTopLevelKey(context, 'ia_study'),
    };
  },

  *'medical-home-not-attested'(context) {
    const { plan, facts, judgements } = context;
    const key = plan.medicalHome.key;
    if (key === undefined || plan.medicalHome.value === undefined || facts.program === 'app') return;
    if (judgements.some(({ activity, dropped }) => !dropped && activity.id.value?.value === MEDICAL_HOME_ID)) return;
    if (recognizesTooFewSites(facts)) {
      yield { place: key, message: `${MEDICAL_HOME_ID} is not among the activities, and it would earn nothing: ${sitesInWords(facts)}.` };
      return;
    }
    yield {
      place: key,
      message: `A recognised medical home earns its ${MAXIMUM_POINTS} points only when it is attested; add ${MEDICAL_HOME_ID} to the activities.`,
      fixes: () => addActivity(context, onlyId(MEDICAL_HOME_ID), `Add ${MEDICAL_HOME_ID}`),
    };
  },

  *'medical-home-details-missing'(context) {
    const { plan, facts, judgements } = context;
    if (facts.level === undefined || facts.level === 'individual' || facts.rules === undefined) return;
    const medicalHome = plan.medicalHome.value?.value;
    const isMissing = (name: 'sites' | 'recognizedSites'): boolean => medicalHome?.[name].value === undefined;
    const missing = [isMissing('sites') ? '`sites`' : '', isMissing('recognizedSites') ? '`recognized_sites`' : ''].filter((name) => name !== '');
    if (missing.length === 0) return;
    for (const { listed, activity, dropped, first } of judgements) {
      if (listed?.id !== MEDICAL_HOME_ID || dropped || first !== undefined || activity.id.value === undefined) continue;
      const rule = facts.rules.medicalHomeSites.value === 'one' ? 'at least one practice site' : 'at least half of the practice sites';
      yield {
        place: activity.id.value,
        message: `CMS asks for recognition of ${rule}; give ${missing.join(' and ')} under \`medical_home\` so that it can be checked.`,
        fixes: () => giveSites(context),
      };
    }
  },
};

/** The sites with the least that is enough: what they really are is the user's to say. */
function giveSites(context: CheckContext): readonly Fix[] {
  const { plan, facts } = context;
  if (plan.medicalHome.unreadable !== undefined) return [];
  const map = mapAt(plan.root, 'medical_home');
  if (map === undefined) {
    const edit = writeKey(context, plan.root, { name: 'medical_home', value: '{ sites: 1, recognized_sites: 1 }' }, 'submission');
    return edit === undefined ? [] : [{ title: 'Add `medical_home` with its sites', edits: [edit] }];
  }
  const sites = plan.medicalHome.value?.value.sites.value?.value ?? Math.max(1, plan.medicalHome.value?.value.recognizedSites.value?.value ?? 1);
  const least = { sites, recognized_sites: recognizedSitesNeeded(facts, sites) };
  const edits = (['sites', 'recognized_sites'] as const)
    .filter((name) => map.entries.find((entry) => entry.name === name)?.value === undefined)
    .map((name) => writeKey(context, map, { name, value: String(least[name]) }))
    .filter((edit) => edit !== undefined);
  return edits.length === 0 ? [] : [{ title: 'Add the number of sites', edits }];
}

/** Whether what is written of statuses cannot all be read: then one may be meant, and that it is misspelt is said already. */
function hasMisspeltStatuses({ plan, problems }: CheckContext): boolean {
  const written = plan.root.entries.find(({ name }) => name === 'special_statuses')?.value?.span;
  return problems.some(({ meant, place }) => meant === 'special_statuses' || (written !== undefined && spanContains(written, place.span.start)));
}

function conditionNote({ facts, judgements }: CheckContext): string | undefined {
  const condition = facts.rules?.apmCondition.value;
  if (condition === undefined || condition === 'none') return undefined;
  const anyCredited = judgements.some((judgement) => judgement.credited);
  if (anyCredited) return undefined;
  if (!hasApmCredit(facts, false)) {
    return `The APM credit of ${APM_CREDIT_POINTS} points is not given yet: attest an activity, or submit data for other categories and list them in \`other_categories\`.`;
  }
  const both = facts.otherCategories.has('quality') && facts.otherCategories.has('promoting_interoperability');
  if (condition === 'some-data' || both) return undefined;
  return `The APM credit rests on ${enumeration([...facts.otherCategories].map((category) => CATEGORY_NAMES[category]))} alone; from ${FIRST_STRICT_YEAR} the regulation asks for an activity, or for both quality and promoting interoperability.`;
}

/** CMS's guides add the credit to the activities' points; the regulation's “at least 50 percent” can be read as a floor. */
function floorNote({ facts, judgements, points }: CheckContext): string | undefined {
  if (points === undefined || !hasApmCredit(facts, judgements.some((judgement) => judgement.credited))) return undefined;
  const own = points.uncapped - APM_CREDIT_POINTS;
  const floor = Math.min(MAXIMUM_POINTS, Math.max(APM_CREDIT_POINTS, own));
  if (floor === points.capped) return undefined;
  return `The ${APM_CREDIT_POINTS} points of the APM credit are added to those of the activities here, as in CMS’s guides: ${formatNumber(points.capped)} points. The regulation’s “at least 50 percent” can also mean a minimum; the plan would then have ${formatNumber(floor)}.`;
}
