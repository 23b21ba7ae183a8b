import type { InventoryActivity } from '../../inventory/inventory.ts';
import { counterpartIn, type Counterpart } from '../../inventory/counterpart.ts';
import { nearestActivities } from '../../inventory/search.ts';
import type { ActivityJudgement } from '../../score/judgement.ts';
import { isSameInOtherCase } from '../../text/letterCase.ts';
import { shorten } from '../../text/shorten.ts';
import type { Located } from '../../plan/model.ts';
import { replaceBy, type CheckContext, type Checks, type Reported } from '../check.ts';
import { giveKey, removeActivity } from '../planFixes.ts';
import { dateInWords } from '../../text/dateInWords.ts';
import { enumeration } from '../../text/enumeration.ts';
import { atMost } from './lookUps.ts';

const MOST_IDS = 400;

/** Which activity an entry means, and whether CMS takes it in this plan. */
export const activityIdChecks: Checks = {
  *'unknown-activity'({ judgements, facts }) {
    const listed = new Set(judgements.map(({ activity }) => activity.id.value?.value));
    const meantBy = atMost(MOST_IDS, (id) => meantActivities(id, listed, facts));
    const nearestTo = atMost(MOST_IDS, (id) => nearestActivities(facts.inventory, id, 2, facts.year));
    for (const [id] of withReason('unknown-activity', judgements)) {
      const near = meantBy(id.value);
      const named = near.map((activity) => describeActivity(activity, facts.year));
      yield {
        place: id,
        message: `CMS has no activity “${shorten(id.value)}”${near.length === 0 ? '; choose one of the year’s inventory.' : `; did you mean ${named.join(', or ')}?`}`,
        fixes: () => {
          const isOnly = nearestTo(id.value).length === 1;
          return near.map((activity, index) => {
            const safe = isSameInOtherCase(id.value, activity.id);
            return replaceBy(id, activity.id, `Replace with ${describeActivity(activity, facts.year)}`, { preferred: index === 0 && (isOnly || safe), safe });
          });
        },
      };
    }
  },

  *'activity-not-in-year'({ judgements, facts }) {
    for (const [id, judgement] of withReason('activity-not-in-year', judgements)) {
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
    }
  },

  *'duplicate-activity'(context) {
    for (const [id, judgement] of withReason('duplicate-activity', context.judgements)) {
      const first = judgement.first?.id.value;
      yield {
        place: id,
        message: `${id.value} is listed twice and earns its points once; remove this entry.`,
        fixes: () => removeActivity(context, judgement.activity, 'Remove this entry'),
        ...(first === undefined ? {} : { related: [{ place: first, message: 'The entry that counts' }] }),
      };
    }
  },

  *'activity-needs-mvp'({ judgements }) {
    for (const [id] of withReason('activity-needs-mvp', judgements)) {
      yield { place: id, message: `${id.value} can be attested only by participants in a MIPS Value Pathway; remove it, or report program \`mvp\`.` };
    }
  },

  *'activity-not-in-mvp'({ judgements, facts }) {
    for (const [id, { known }] of withReason('activity-not-in-mvp', judgements)) {
      const pathways = known?.mvpsIn(facts.year as number) ?? [];
      const elsewhere = pathways.length === 0 ? 'no pathway of the year has it' : `it is in ${pathways.length > 6 ? `${pathways.length} other pathways` : pathways.join(', ')}`;
      yield {
        place: id,
        message: `${id.value} is not among the ${facts.mvp?.activitiesIn(facts.year as number).size ?? 0} activities of ${facts.mvp?.id} (${facts.mvp?.titleIn(facts.year as number)}); ${elsewhere}. Choose one of the pathway’s.`,
      };
    }
  },

  *'activity-suspended'(context) {
    for (const judgement of context.judgements) {
      const { activity, suspendedOn, dropped } = judgement;
      const id = activity.id.value;
      if (id === undefined || suspendedOn === undefined || dropped || judgement.first !== undefined) continue;
      yield suspended(id, suspendedOn, judgement);
    }
  },

  *'attested-too-recently'({ judgements, facts }) {
    for (const [id, { activity, listed }] of withReason('attested-too-recently', judgements)) {
      const last = activity.lastAttested.value;
      const years = listed?.repeatYearsIn(facts.year as number) ?? 0;
      if (last === undefined) continue;
      yield {
        place: id,
        message: `${id.value} may be attested once in ${years} years and was attested in ${last.value}; it earns points again in ${last.value + years}.`,
        related: [{ place: last, message: 'The last attestation' }],
      };
    }
  },

  *'repeat-limit'(context) {
    const { judgements, facts } = context;
    for (const { activity, listed, dropped, first } of judgements) {
      const years = facts.year === undefined ? null : (listed?.repeatYearsIn(facts.year) ?? null);
      const { lastAttested, id } = activity;
      if (years === null || dropped || first !== undefined || id.value === undefined || lastAttested.value !== undefined || lastAttested.unreadable !== undefined) continue;
      yield {
        place: id.value,
        message: `${id.value.value} may be attested once in ${years} years; add \`last_attested\` with the last year, or hide this note if it was never attested.`,
        fixes: () => giveKey(context, activity, { name: 'last_attested', value: String((facts.year ?? 0) - years) }),
      };
    }
  },

  *'medical-home-too-few-sites'({ judgements, plan, facts }) {
    const medicalHome = plan.medicalHome.value?.value;
    for (const [id] of withReason('medical-home-too-few-sites', judgements)) {
      const sites = medicalHome?.sites.value?.value ?? 0;
      const needed = facts.rules?.medicalHomeSites.value === 'one' ? 1 : Math.ceil(sites / 2);
      yield {
        place: id,
        message: `${medicalHome?.recognizedSites.value?.value ?? 0} of ${sites} practice sites are recognised; at least ${needed} must be, so ${id.value} earns nothing.`,
        ...(medicalHome?.recognizedSites.value === undefined ? {} : { related: [{ place: medicalHome.recognizedSites.value, message: 'Recognised sites' }] }),
      };
    }
  },

  *'activity-changed'({ judgements, facts }) {
    for (const { activity, listed, dropped, first } of judgements) {
      if (listed === undefined || dropped || first !== undefined || activity.id.value === undefined || facts.year === undefined) continue;
      const changed = listed.changedIn(facts.year);
      if (!changed.text && !changed.weight) continue;
      const before = facts.year - 1;
      const weight = changed.weight ? `its weight from ${listed.weightIn(before)} to ${listed.weightIn(facts.year)}` : '';
      const text = changed.text ? 'its text' : '';
      yield {
        place: activity.id.value,
        message: `CMS has changed ${enumeration([text, weight].filter((part) => part !== ''))} since ${before}; check that what the practice does still meets ${listed.id}.`,
      };
    }
  },
};

const MOST_NAMED = 3;
const MOST_LOOKED_AT = 20;

/** Up to three activities that may be meant: of the nearest those that the plan can take, which are not listed yet and in its pathway. */
function meantActivities(typed: string, listed: ReadonlySet<string | undefined>, { inventory, mvp, year }: CheckContext['facts']): readonly InventoryActivity[] {
  const near = nearestActivities(inventory, typed, MOST_LOOKED_AT, year);
  const nearest = near.slice(0, MOST_NAMED);
  const ofPathway = year === undefined ? undefined : mvp?.activitiesIn(year);
  const isPossible = ({ id }: InventoryActivity): boolean => isSameInOtherCase(typed, id) || (!listed.has(id) && (ofPathway?.has(id) ?? true));
  return [nearest.filter(isPossible), near.filter(isPossible), nearest].find((some) => some.length > 0)?.slice(0, MOST_NAMED) ?? [];
}

/** The activities that a code denies credit, with their ids. */
export function* withReason(code: CheckReason, judgements: CheckContext['judgements']): Iterable<[Located<string>, ActivityJudgement]> {
  for (const judgement of judgements) {
    const id = judgement.activity.id.value;
    if (id !== undefined && judgement.reasons.includes(code)) yield [id, judgement];
  }
}
type CheckReason = ActivityJudgement['reasons'][number];

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

function describeActivity(activity: InventoryActivity, year: number | undefined): string {
  return `${activity.id} (${year === undefined ? activity.title : activity.titleIn(year)})`;
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
