import type { InventoryActivity } from '../../inventory/inventory.ts';
import { counterpartIn, type Counterpart } from '../../inventory/counterpart.ts';
import type { PlanFacts } from '../../score/facts.ts';
import { recognizedSitesNeeded, type ActivityJudgement } from '../../score/judgement.ts';
import type { Located } from '../../plan/model.ts';
import { replaceBy, type ActivityChecks, type Reported } from '../check.ts';
import type { FindingCode } from '../finding.ts';
import { giveKey, removeActivity } from '../planFixes.ts';
import { dateInWords } from '../../text/dateInWords.ts';
import { enumeration } from '../../text/enumeration.ts';
import { describeActivity } from './describeActivity.ts';

/** Whether CMS takes an activity in this plan. */
export const activityIdChecks: ActivityChecks = {
  *'activity-not-in-year'(judgement, facts) {
    const id = deniedId('activity-not-in-year', judgement);
    if (id === undefined) return;
    const known = judgement.known as InventoryActivity;
    const year = facts.year as number;
    const counterpart = counterpartIn(facts.inventory, known.id, year);
    const instead = counterpart === undefined ? undefined : facts.inventory.activity(counterpart.id);
    yield {
      place: id,
      message: `${known.id} is not in the inventory of ${year}: ${history(known)}${aftermath(known, counterpart, instead, year)}`,
      fixes: () => {
        if (counterpart === undefined || instead === undefined) return [];
        const renumbered = counterpart.relation === 'renumbered';
        return [replaceBy(id, instead.id, `Replace with ${describeActivity(instead, year)}`, { preferred: renumbered, safe: renumbered })];
      },
    };
  },

  *'duplicate-activity'(judgement, _facts, inHand) {
    const id = deniedId('duplicate-activity', judgement);
    if (id === undefined) return;
    const first = judgement.first?.id.value;
    yield {
      place: id,
      message: `${id.value} is listed twice and earns its points once; remove this entry.`,
      fixes: () => removeActivity(inHand, judgement.activity, 'Remove this entry'),
      ...(first === undefined ? {} : { related: [{ place: first, message: 'The entry that counts' }] }),
    };
  },

  *'activity-needs-mvp'(judgement) {
    const id = deniedId('activity-needs-mvp', judgement);
    if (id === undefined) return;
    yield { place: id, message: `${id.value} can be attested only by participants in a MIPS Value Pathway; remove it, or report program \`mvp\`.` };
  },

  *'activity-not-in-mvp'(judgement, facts) {
    const id = deniedId('activity-not-in-mvp', judgement);
    if (id === undefined) return;
    const pathways = judgement.known?.mvpsIn(facts.year as number) ?? [];
    const elsewhere = pathways.length === 0 ? 'no pathway of the year has it' : `it is in ${pathways.length > 6 ? `${pathways.length} other pathways` : pathways.join(', ')}`;
    yield {
      place: id,
      message: `${id.value} is not among the ${facts.mvp?.activitiesIn(facts.year as number).size ?? 0} activities of ${facts.mvp?.id} (${facts.mvp?.titleIn(facts.year as number)}); ${elsewhere}. Choose one of the pathway’s.`,
    };
  },

  *'activity-suspended'(judgement) {
    const { activity, suspendedOn, first, reasons } = judgement;
    const id = activity.id.value;
    if (id === undefined || suspendedOn === undefined) return;
    // What is only to be minded is said of the entry that counts; what denies credit, of each.
    if (first !== undefined && !reasons.includes('activity-suspended')) return;
    yield suspended(id, suspendedOn, judgement);
  },

  *'attested-too-recently'(judgement, facts) {
    const id = deniedId('attested-too-recently', judgement);
    const last = judgement.activity.lastAttested.value;
    if (id === undefined || last === undefined) return;
    const years = judgement.listed?.repeatYearsIn(facts.year as number) ?? 0;
    yield {
      place: id,
      message: `${id.value} may be attested once in ${years} years and was attested in ${last.value}; it earns points again in ${last.value + years}.`,
      related: [{ place: last, message: 'The last attestation' }],
    };
  },

  *'repeat-limit'({ activity, listed, first }, facts, inHand) {
    const years = facts.year === undefined ? null : (listed?.repeatYearsIn(facts.year) ?? null);
    const { lastAttested, id } = activity;
    if (years === null || first !== undefined || id.value === undefined || lastAttested.value !== undefined || lastAttested.unreadable !== undefined) return;
    yield {
      place: id.value,
      message: `${id.value.value} may be attested once in ${years} years; add \`last_attested\` with the last year, or hide this note if it was never attested.`,
      fixes: () => giveKey(inHand, activity, { name: 'last_attested', value: String((facts.year ?? 0) - years) }),
    };
  },

  *'medical-home-too-few-sites'(judgement, facts) {
    const id = deniedId('medical-home-too-few-sites', judgement);
    if (id === undefined) return;
    const { medicalHome } = facts;
    yield {
      place: id,
      message: `${sitesInWords(facts)}, so ${id.value} earns nothing.`,
      ...(medicalHome?.recognizedSites.value === undefined ? {} : { related: [{ place: medicalHome.recognizedSites.value, message: 'Recognised sites' }] }),
    };
  },

  *'activity-changed'({ activity, listed, first }, { year }) {
    if (listed === undefined || first !== undefined || activity.id.value === undefined || year === undefined) return;
    const changed = listed.changedIn(year);
    if (!changed.text && !changed.weight) return;
    const before = year - 1;
    const weight = changed.weight ? `its weight from ${listed.weightIn(before)} to ${listed.weightIn(year)}` : '';
    const text = changed.text ? 'its text' : '';
    yield {
      place: activity.id.value,
      message: `CMS has changed ${enumeration([text, weight].filter((part) => part !== ''))} since ${before}; check that what the practice does still meets ${listed.id}.`,
    };
  },
};

/** "1 of 4 practice sites are recognised; at least 2 must be". */
export function sitesInWords(facts: PlanFacts): string {
  const sites = facts.medicalHome?.sites.value?.value ?? 0;
  const recognized = facts.medicalHome?.recognizedSites.value?.value ?? 0;
  return `${recognized} of ${sites} practice sites are recognised; at least ${recognizedSitesNeeded(facts, sites)} must be`;
}

/** The id of an activity that a code denies credit. */
function deniedId(code: FindingCode, { activity, reasons }: ActivityJudgement): Located<string> | undefined {
  return reasons.includes(code) ? activity.id.value : undefined;
}

function suspended(id: Located<string>, suspendedOn: string, judgement: ActivityJudgement): Reported {
  const denied = judgement.reasons.includes('activity-suspended');
  return {
    place: id,
    severity: denied ? 'error' : 'warning',
    message: denied
      ? `CMS suspended ${id.value} on ${dateInWords(suspendedOn)}, and this period begins later, so it earns nothing. Choose another activity.`
      : `CMS suspended ${id.value} on ${dateInWords(suspendedOn)}; it counts only if it was under way or completed on that day. Keep evidence of it.`,
  };
}

function history(known: InventoryActivity): string {
  const [first, last] = [known.years[0], known.years.at(-1)];
  if (first === undefined || last === undefined) return 'CMS announced it and withdrew it';
  if (first === last) return `CMS lists it in ${first} only`;
  return last - first + 1 === known.years.length ? `CMS lists it from ${first} to ${last}` : `CMS lists it in ${known.years.join(', ')}`;
}

/** What to use instead of an id that the year lacks, and how sure that is. */
function aftermath(known: InventoryActivity, counterpart: Counterpart | undefined, instead: InventoryActivity | undefined, year: number): string {
  if (counterpart === undefined || instead === undefined) {
    const gone = known.years.length > 0 && year > (known.years.at(-1) ?? year) && known.successor?.relation === 'none';
    return `${gone ? ', without a successor' : ''}. Choose another activity of ${year}.`;
  }
  const title = describeActivity(instead, year);
  switch (counterpart.relation) {
    case 'renumbered':
      return `; in ${year} the same activity is ${title}. Replace the id.`;
    case 'renumbered-and-changed':
      return `; it goes on, with another text, as ${title}. Check that text before you replace the id.`;
    case 'folded':
      return `; CMS folded it into ${title}. Check that text before you replace the id.`;
    case 'duplicate-removed':
      return `; CMS removed it as a duplicate of ${title}.`;
    default:
      return `, without a successor; the closest is ${title}.`;
  }
}
