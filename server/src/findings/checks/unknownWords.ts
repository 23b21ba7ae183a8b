import type { InventoryActivity } from '../../inventory/inventory.ts';
import { nearestActivities } from '../../inventory/search.ts';
import { SHORT_NAME } from '../../plan/format.ts';
import { atMost } from '../../text/atMost.ts';
import { isSameInOtherCase } from '../../text/letterCase.ts';
import { nearest } from '../../text/nearest.ts';
import { shorten } from '../../text/shorten.ts';
import { replaceBy, type CheckContext, type Checks } from '../check.ts';
import type { Fix } from '../finding.ts';
import { mapAt, writeKey } from '../planFixes.ts';
import { describeActivity } from './describeActivity.ts';

const MOST_IDS = 400;
/** Of wrong names with names of the roster. */
const MOST_COMPARISONS = 200_000;

/** Ids and names that are nobody’s: what may be meant is looked up for all of a plan's together, within limits. */
export const unknownWordChecks: Checks = {
  *'unknown-activity'({ judgements, facts }) {
    let listed: ReadonlySet<string | undefined> | undefined;
    const meantBy = atMost(MOST_IDS, (id) => {
      listed ??= new Set(judgements.map(({ activity }) => activity.id.value?.value));
      return meantActivities(id, listed, facts);
    });
    const nearestTo = atMost(MOST_IDS, (id) => nearestActivities(facts.inventory, id, 2, facts.year));
    for (const { activity, reasons } of judgements) {
      const id = activity.id.value;
      if (id === undefined || !reasons.includes('unknown-activity')) continue;
      const near = meantBy(id.value);
      const named = near.map((meant) => describeActivity(meant, facts.year));
      yield {
        place: id,
        message: `CMS has no activity “${shorten(id.value)}”${near.length === 0 ? '; choose one of the year’s inventory.' : `; did you mean ${named.join(', or ')}?`}`,
        fixes: () => {
          const isOnly = nearestTo(id.value).length === 1;
          return near.map((meant, index) => {
            const safe = isSameInOtherCase(id.value, meant.id);
            return replaceBy(id, meant.id, `Replace with ${describeActivity(meant, facts.year)}`, { preferred: index === 0 && (isOnly || safe), safe });
          });
        },
      };
    }
  },

  *'unknown-clinician'(context) {
    const { judgements, facts } = context;
    const roster = facts.roster ?? new Set();
    const nearestTo = atMost(MOST_COMPARISONS / roster.size, (name) => nearest(name, roster, 1));
    for (const { dropped, participation, activity } of judgements) {
      if (dropped) continue;
      const performedBy = activity.performedBy.value?.value;
      for (const name of participation?.unknownNames ?? []) {
        const [near] = nearestTo(name.value);
        yield {
          place: name,
          message: `The roster has no “${shorten(name.value)}”${near === undefined ? '; add the clinician to the roster or correct the name.' : `; did you mean ${near}?`}`,
          fixes: () => [
            // A second key of that name would be wrong in another way.
            ...(near === undefined || (performedBy?.kind === 'periods' && performedBy.periods.some((each) => each.name.value === near)) ? [] : [replaceBy(name, near, `Replace with ${near}`, { preferred: true })]),
            ...addToRoster(context, name.value),
          ],
        };
      }
    }
  },
};

const MOST_NAMED = 3;
const MOST_LOOKED_AT = 20;

/** Up to three activities that may be meant: of the nearest those that the plan can take, which are of its year, not listed yet and in its pathway. */
function meantActivities(typed: string, listed: ReadonlySet<string | undefined>, { inventory, mvp, year }: CheckContext['facts']): readonly InventoryActivity[] {
  const near = nearestActivities(inventory, typed, MOST_LOOKED_AT, year);
  const nearest = near.slice(0, MOST_NAMED);
  const ofPathway = year === undefined ? undefined : mvp?.activitiesIn(year);
  const isPossible = ({ id, years }: InventoryActivity): boolean =>
    isSameInOtherCase(typed, id) || (!listed.has(id) && (year === undefined || years.includes(year)) && (ofPathway?.has(id) ?? true));
  return [nearest.filter(isPossible), near.filter(isPossible), nearest].find((some) => some.length > 0)?.slice(0, MOST_NAMED) ?? [];
}

function addToRoster(context: CheckContext, name: string): readonly Fix[] {
  const roster = mapAt(context.plan.root, 'roster');
  if (roster === undefined || !SHORT_NAME.test(name)) return [];
  const edit = writeKey(context, roster, { name, value: '' });
  return edit === undefined ? [] : [{ title: `Add ${name} to the roster`, edits: [edit] }];
}
