import { CATALOGUE } from '../../findings/catalogue.ts';
import type { FindingCode } from '../../findings/finding.ts';
import { counterpartIn } from '../../inventory/counterpart.ts';
import { documentationFor } from '../../inventory/documentation.ts';
import type { ActivityText, ActivityWeight, Inventory, InventoryActivity } from '../../inventory/inventory.ts';
import { subcategoryLabel } from '../../inventory/subcategories.ts';
import { MEDICAL_HOME_ID, type ActivityJudgement } from '../../score/judgement.ts';
import { inWords, lastStart } from '../../score/minimumPeriod.ts';
import type { PlanResult } from '../../score/planResult.ts';
import { pointsOf } from '../../score/points.ts';
import { formatNumber } from '../../text/formatNumber.ts';
import { historyOf } from './activityHistory.ts';
import { code, paragraph, paragraphs, strong, type Block, type Words } from '../markup.ts';
import { keepUntil, rulesOf } from '../../rules/rules.ts';
import { dateInWords } from '../../text/dateInWords.ts';

/** What is said about an activity in a performance year. */
export interface ActivityInYear {
  readonly activity: InventoryActivity;
  /** The plan's; the activity's newest where the plan has none. */
  readonly year: number;
  readonly inventory: Inventory;
  readonly text: ActivityText | undefined;
  /** The year of the text, where it is another one than the plan's. */
  readonly textYear?: number | undefined;
  /** The plan that it stands in; undefined where it is described by itself. */
  readonly plan?: PlanResult | undefined;
  /** The plan's entry for it. */
  readonly judgement?: ActivityJudgement | undefined;
  /** What findings say at the place already. */
  readonly said?: ReadonlySet<FindingCode> | undefined;
}

/** Everything to know about an activity. */
export function describeActivity(known: ActivityInYear): readonly Block[] {
  const { activity, year } = known;
  return [
    paragraph(code(activity.id), ' ', strong(activity.titleIn(year))),
    ...standing(known),
    ...requirement(known),
    ...conditions(known),
    ...evidence(known),
    ...pathways(known),
    paragraph(strong('History:'), ` ${historyOf(activity)}`),
  ];
}

/** Weight, points or why there are none, and subcategory. */
function standing(known: ActivityInYear): readonly Block[] {
  const { activity, year, plan, judgement, said } = known;
  const isListed = activity.years.includes(year);
  const facts: string[] = [];
  const weight = activity.weightIn(year);
  if (weight !== null) facts.push(`${weight === 'high' ? 'High' : 'Medium'}-weighted`);
  if (isListed && plan !== undefined) facts.push(pointsInPlan(activity, weight, plan, judgement));
  const subcategory = activity.subcategoryIn(year);
  if (subcategory !== null) facts.push(subcategoryLabel(subcategory));
  const blocks: Block[] = facts.length === 0 ? [] : [paragraph(facts.join(' · '))];
  if (!isListed && said?.has('activity-not-in-year') !== true) blocks.unshift(paragraph(strong(`Not in CMS’s inventory of ${year}.`), ...counterpart(known)));
  const reasons = isListed ? (judgement?.reasons ?? []).filter((reason) => said?.has(reason) !== true) : [];
  if (reasons.length > 0) blocks.push({ list: reasons.map((reason) => [CATALOGUE[reason].summary]) });
  return blocks;
}

/** What the year has instead. */
function counterpart({ activity, year, inventory }: ActivityInYear): readonly Words[] {
  const instead = counterpartIn(inventory, activity.id, year);
  if (instead === undefined) return [];
  return [` ${instead.relation === 'renumbered' ? `In ${year} it is` : `The nearest in ${year} is`} `, code(instead.id), '.'];
}

function pointsInPlan(activity: InventoryActivity, weight: ActivityWeight | null, { facts, judgements, points }: PlanResult, judgement: ActivityJudgement | undefined): string {
  if (points === undefined) return 'points not known until the plan has a year, and a program that CMS offers in it';
  if (judgement?.dropped === true) return 'dropped, so no points';
  if (judgement?.credited === false) return 'no points in this plan';
  if (facts.program === 'app') return 'no points of its own: the APM Performance Pathway gives full credit';
  const earned = judgement === undefined ? pointsOf(activity.id, weight, facts) : points.activities[judgements.indexOf(judgement)];
  return `${formatNumber(earned ?? 0)} points in this plan${points.doubled && activity.id !== MEDICAL_HOME_ID ? ' (doubled)' : ''}`;
}

function requirement({ text, textYear }: ActivityInYear): readonly Block[] {
  if (text === undefined) return [];
  const blocks = spoken(text, textYear);
  return text.earlier === undefined ? blocks : [...blocks, ...spoken(text.earlier, text.earlier.year)];
}

/** @param year of the text, if it has to be said. */
function spoken({ text, official }: { readonly text: string; readonly official: boolean }, year: number | undefined): readonly Block[] {
  const [first, ...rest] = paragraphs(text);
  if (first === undefined || !('paragraph' in first)) return [];
  const source = official ? 'CMS' : 'Our summary';
  return [paragraph(strong(`${source}${year === undefined ? '' : `, ${year}`}:`), ' ', ...first.paragraph), ...rest];
}

/** Length and last start, repeat limit, suspension. */
function conditions({ activity, year, said }: ActivityInYear): readonly Block[] {
  if (!activity.years.includes(year)) return [];
  const suspended = activity.suspendedIn(year);
  const repeat = activity.repeatYearsIn(year);
  const lines = [length(activity, year)];
  if (suspended !== null && said?.has('activity-suspended') !== true) lines.push(`CMS suspended it on ${dateInWords(suspended)}: it counts only if it was under way or completed on that day.`);
  if (repeat !== null && said?.has('repeat-limit') !== true && said?.has('attested-too-recently') !== true) lines.push(`Can be attested once in ${repeat} years.`);
  return [paragraph(strong('Period:'), ' ', lines.join(' '))];
}

function length(activity: InventoryActivity, year: number): string {
  const minimum = activity.minimumPeriodIn(year);
  if (activity.id === MEDICAL_HOME_ID) return 'None is needed: the recognition counts.';
  if (minimum === 'any') return `Any length within ${year}.`;
  return `At least ${inWords(minimum)} in a row within ${year}: begin by ${dateInWords(lastStart(year, minimum, activity.suspendedIn(year)))}.`;
}

const NEEDS = { any: 'CMS suggests any one of', two: 'CMS suggests two of', all: 'CMS suggests all of', unstated: 'for example' } as const;

function evidence({ activity, year }: ActivityInYear): readonly Block[] {
  const known = documentationFor(activity.id, year);
  const rules = rulesOf(year);
  const howLong = rules === undefined ? '' : `Keep it until ${dateInWords(keepUntil(rules))}.`;
  if (known === undefined) {
    return [paragraph(strong('Evidence:'), ` records that show what was done, by whom and on which days. ${howLong}`)];
  }
  const [only, ...more] = known.items;
  if (more.length === 0) return [paragraph(strong('Evidence:'), ` ${only ?? ''}. ${howLong}`)];
  return [
    paragraph(strong('Evidence:'), ` ${NEEDS[known.need]}`),
    { list: known.items.map((item) => [item]) },
    paragraph(howLong),
  ];
}

const MOST_PATHWAYS = 6;

function pathways({ activity, year, inventory, plan }: ActivityInYear): readonly Block[] {
  const all = activity.mvpsIn(year);
  if (all.length === 0) return [];
  const own = plan?.facts.mvp?.id;
  // The plan's own pathway is never among those left out.
  const shown = [...all].sort((a, b) => Number(b === own) - Number(a === own)).slice(0, MOST_PATHWAYS);
  const list = shown.map((id): readonly Words[] => [code(id), ` ${inventory.mvp(id)?.titleIn(year) ?? ''}${id === own ? ' (this plan’s)' : ''}`]);
  if (all.length > shown.length) list.push([`and ${all.length - shown.length} more`]);
  return [paragraph(strong('MIPS Value Pathways'), ` in ${year}:`), { list }];
}
