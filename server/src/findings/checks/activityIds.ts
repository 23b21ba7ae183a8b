import type { InventoryActivity } from '../../inventory/inventory.ts';
import { nearestActivities } from '../../inventory/search.ts';
import type { ActivityJudgement } from '../../score/judgement.ts';
import type { Located } from '../../plan/model.ts';
import { replaceBy, type CheckContext, type Checks, type Reported } from '../check.ts';

/** Which activity an entry means, and whether CMS takes it in this plan. */
export const activityIdChecks: Checks = {
  *'unknown-activity'({ judgements, facts }) {
    for (const [id] of withReason('unknown-activity', judgements)) {
      const near = nearestActivities(facts.inventory, id.value, 3, facts.year);
      const named = near.map((activity) => describeActivity(activity, facts.year));
      yield {
        place: id,
        message: `CMS has no activity “${id.value}”${near.length === 0 ? '; choose one of the year’s inventory.' : `; did you mean ${named.join(', or ')}?`}`,
        fixes: () => near.map((activity, index) => replaceBy(id, activity.id, `Replace by ${describeActivity(activity, facts.year)}`, {
          preferred: index === 0 && (near.length === 1 || activity.id.toLowerCase() === id.value.trim().toLowerCase()),
          safe: activity.id.toLowerCase() === id.value.trim().toLowerCase(),
        })),
      };
    }
  },

  *'activity-not-in-year'({ judgements, facts }) {
    for (const [id, judgement] of withReason('activity-not-in-year', judgements)) {
      const known = judgement.known as InventoryActivity;
      const successor = known.successor?.id === undefined || known.successor.id === null ? undefined : facts.inventory.activity(known.successor.id);
      const usable = successor !== undefined && successor.years.includes(facts.year as number);
      yield {
        place: id,
        message: `${known.id} is not in the inventory of ${facts.year}: ${history(known)}${aftermath(known, usable ? successor : undefined, facts.year as number)}`,
        fixes: () => {
          if (!usable || successor === undefined) return [];
          const renumbered = known.successor?.relation === 'renumbered';
          return [replaceBy(id, successor.id, `Replace by ${describeActivity(successor, facts.year)}`, { preferred: renumbered, safe: renumbered })];
        },
      };
    }
  },

  *'duplicate-activity'({ judgements }) {
    for (const [id, judgement] of withReason('duplicate-activity', judgements)) {
      const first = judgement.first?.id.value;
      yield {
        place: id,
        message: `${id.value} is listed twice and earns its points once; remove this entry.`,
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

  *'repeat-limit'({ judgements, facts }) {
    for (const { activity, listed, dropped, first } of judgements) {
      const years = facts.year === undefined ? null : (listed?.repeatYearsIn(facts.year) ?? null);
      const { lastAttested, id } = activity;
      if (years === null || dropped || first !== undefined || id.value === undefined || lastAttested.value !== undefined || lastAttested.unreadable !== undefined) continue;
      yield { place: id.value, message: `${id.value.value} may be attested once in ${years} years; say when it was last attested with \`last_attested\`, or make sure that it never was.` };
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
      const weight = changed.weight ? `its weight went from ${listed.weightIn(before)} to ${listed.weightIn(facts.year)}` : '';
      const text = changed.text ? 'CMS changed its text' : '';
      yield {
        place: activity.id.value,
        message: `Since ${before} ${[text, weight].filter((part) => part !== '').join(' and ')}; check that what the practice does still meets ${listed.id}.`,
      };
    }
  },
};

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
      ? `CMS suspended ${id.value} on ${suspendedOn}; only runs that had begun by then count. Choose another activity.`
      : `CMS suspended ${id.value} on ${suspendedOn}; it counts only if it was under way or completed on that day. Keep evidence of it.`,
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

/** What became of an id that is gone, as far as it helps in the plan's year. */
function aftermath(known: InventoryActivity, successor: InventoryActivity | undefined, year: number): string {
  const { successor: relation } = known;
  const later = known.years[0] !== undefined && year < known.years[0];
  if (later || relation === null || known.years.length === 0) return '. Choose an activity of the year.';
  if (successor === undefined) return relation.relation === 'none' ? ', without a successor. Choose another activity.' : '. Choose an activity of the year.';
  const title = `${successor.id} (${successor.titleIn(year)})`;
  switch (relation.relation) {
    case 'renumbered':
      return `; it goes on unchanged as ${title}. Replace the id.`;
    case 'renumbered-and-changed':
      return `; it goes on, with another text, as ${title}. Check that before you replace it.`;
    case 'folded':
      return `; CMS folded it into ${title}.`;
    case 'duplicate-removed':
      return `; CMS removed it as the double of ${title}.`;
    default:
      return `, without a successor; the closest is ${title}.`;
  }
}
