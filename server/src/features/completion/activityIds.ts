import { CompletionItemKind } from 'vscode-languageserver-types';
import { USUAL_MINIMUM } from '../../inventory/activityRules.ts';
import { counterpartIn } from '../../inventory/counterpart.ts';
import type { Inventory, InventoryActivity } from '../../inventory/inventory.ts';
import { nearestActivities, searchActivities } from '../../inventory/search.ts';
import { tellingWordsOf } from '../../inventory/titleWords.ts';
import type { Activity } from '../../plan/model.ts';
import { MEDICAL_HOME_ID, MVP_ACTIVITY_ID, recognizesTooFewSites } from '../../score/judgement.ts';
import { inWords } from '../../score/minimumPeriod.ts';
import type { PlanResult } from '../../score/planResult.ts';
import { pointsOf } from '../../score/points.ts';
import { formatNumber } from '../../text/formatNumber.ts';
import type { Offer } from './offer.ts';
import { Ranking } from './ranking.ts';
import { dateInWords } from '../../text/dateInWords.ts';

export interface IdPlace {
  readonly inventory: Inventory;
  readonly plan: PlanResult | undefined;
  /** The activity whose id is being written: that stays possible. */
  readonly activity: Activity | undefined;
  /** Parts of an id, words of a title, a subcategory; several in any order. */
  readonly typed: string;
  /** The whole entry for an id, where that is inserted. */
  readonly asEntry?: ((id: string) => string) | undefined;
}

/** The activities that can be added to a plan and fit what is typed, the most useful first. */
export function activityOffers({ inventory, plan, activity, typed, asEntry }: IdPlace): readonly Offer[] {
  const year = plan?.facts.year ?? inventory.years.at(-1);
  if (year === undefined) return [];
  const possible = possibleIds(inventory, year, plan, activity);
  const ranking = new Ranking(year, plan, activity);
  const search = (words: string): readonly InventoryActivity[] =>
    searchActivities(inventory, year, words, (a, b) => ranking.compare(a, b)).filter(({ id }) => possible.has(id));
  const found = search(typed);
  const fitting = found.length > 0 ? found : meant(typed, inventory, year).filter(({ id }) => possible.has(id));
  return fitting.map((each) => ({
    label: each.id,
    newText: asEntry?.(each.id),
    kind: CompletionItemKind.Constant,
    title: shortened(each.titleIn(year)),
    detail: worth(each, year, plan),
    detailInList: true,
    // Whole entries are long; a client that has nothing to compare yet asks again with the first letter.
    words: asEntry !== undefined && typed === '' ? undefined : firstWords(each.titleIn(year)),
    byWords: true,
    unquoted: asEntry !== undefined,
    data: { year },
  }));
}

/** The year's activities of the program that the plan does not list elsewhere. */
function possibleIds(inventory: Inventory, year: number, plan: PlanResult | undefined, activity: Activity | undefined): ReadonlySet<string> {
  const listed = new Set(plan?.judgements.map((judgement) => (judgement.activity === activity ? undefined : judgement.activity.id.value?.value)));
  const ofMvp = plan?.facts.mvp?.activitiesIn(year);
  const isPossible = ({ id }: InventoryActivity): boolean =>
    !listed.has(id) && (ofMvp?.has(id) ?? true) && (id !== MVP_ACTIVITY_ID || plan?.facts.program === 'mvp');
  return new Set(inventory.activitiesOf(year).filter(isPossible).map(({ id }) => id));
}

/** What somebody who wrote an id of another year or mistyped a word may have meant. */
function meant(typed: string, inventory: Inventory, year: number): readonly InventoryActivity[] {
  const id = typed.trim();
  if (id === '') return [];
  const counterpart = counterpartIn(inventory, id, year)?.id;
  const now = counterpart === undefined ? undefined : inventory.activity(counterpart);
  return now === undefined ? nearestActivities(inventory, id, 5, year) : [now];
}

/** Weight and points in the plan, and what limits it. */
function worth(activity: InventoryActivity, year: number, plan: PlanResult | undefined): string {
  const weight = activity.weightIn(year);
  // The points first: in a narrow list the rest is cut off.
  const parts: string[] = [];
  if (plan?.facts.year === undefined) parts.push(`inventory of ${year}: no performance_year yet`);
  else if (plan.points !== undefined && activity.id === MEDICAL_HOME_ID && recognizesTooFewSites(plan.facts)) parts.push('no points: too few recognised sites');
  else if (plan.points !== undefined) parts.push(`${formatNumber(pointsOf(activity.id, weight, plan.facts))} points`);
  if (weight !== null) parts.push(weight);
  const suspended = activity.suspendedIn(year);
  if (suspended !== null) parts.push(`suspended on ${dateInWords(suspended)}`);
  const repeat = activity.repeatYearsIn(year);
  if (repeat !== null) parts.push(`once in ${repeat} years`);
  const minimum = activity.minimumPeriodIn(year);
  // What most activities ask for need not be said.
  if (minimum !== 'any' && minimum !== USUAL_MINIMUM) parts.push(inWords(minimum));
  return parts.join(', ');
}

const LONGEST_TITLE = 27;
const LONGEST_WORDS = 44;

/** What a client looks through until the server has answered the next key; the server looks through the whole title. */
function firstWords(title: string): string {
  let words = '';
  for (const word of new Set(tellingWordsOf(title))) {
    if (words.length + word.length >= LONGEST_WORDS) break;
    words += words === '' ? word : ` ${word}`;
  }
  return words;
}

/** Titles have up to 200 letters; the whole one is in the documentation. */
function shortened(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  const words = title.slice(0, LONGEST_TITLE);
  return `${words.slice(0, Math.max(words.lastIndexOf(' '), LONGEST_TITLE / 2)).replace(/[\s,;:(]+$/, '')}…`;
}
