import { compareYears } from '../inventory/compareYears.ts';
import type { Inventory, InventoryActivity, InventoryTexts } from '../inventory/inventory.ts';
import type { ActivityParams, ActivityResult, CompareYearsParams, CompareYearsResult } from '../protocol/inventory.ts';
import { dateInWords } from '../text/dateInWords.ts';
import { describeActivity } from './hover/activity.ts';
import { code, heading, paragraph, render, type Block, type Words } from './markup.ts';

/** All there is to know about an activity of a year, in Markdown; undefined where CMS does not list it then. */
export function activityPage(inventory: Inventory, { id, year }: ActivityParams, texts: InventoryTexts | undefined): ActivityResult | undefined {
  const activity = inventory.activity(id);
  if (activity?.years.includes(year) !== true) return undefined;
  const title = `${id}, ${year}`;
  const blocks = describeActivity({ activity, year, inventory, text: texts?.textOf(id, year) });
  // The first says only which it is.
  return { title, markdown: render([heading(1, activity.titleIn(year)), paragraph(code(id), `, ${year}`), ...blocks.slice(1)], true).value };
}

/** What is different between two years, in Markdown; undefined where one of them has no inventory. */
export function comparisonPage(inventory: Inventory, params: CompareYearsParams): CompareYearsResult | undefined {
  const [from, to] = params.from <= params.to ? [params.from, params.to] : [params.to, params.from];
  if (!inventory.years.includes(from) || !inventory.years.includes(to)) return undefined;
  const { added, removed, renumbered, weightChanged, textChanged, suspended } = compareYears(inventory, from, to);
  const blocks = [
    heading(1, `Improvement activities: ${from} and ${to}`),
    paragraph(`${inventory.activitiesOf(from).length} activities in ${from}, ${inventory.activitiesOf(to).length} in ${to}.`),
    ...section(`Added (${added.length})`, added.map((activity) => named(activity, to))),
    ...section(`Removed (${removed.length})`, removed.map(({ activity, instead }) => [
      ...named(activity, from), ...(instead === undefined ? [] : ['. The nearest in ', String(to), ' is ', ...named(instead, to)]),
    ])),
    ...section(`Renumbered (${renumbered.length})`, renumbered.map(({ before, after }) => [code(before.id), ' is now ', ...named(after, to)])),
    ...section(`Changed weight (${weightChanged.length})`, weightChanged.map((activity) => [
      ...named(activity, to), `: ${activity.weightIn(from) ?? ''}-weighted in ${from}, ${activity.weightIn(to) ?? ''}-weighted in ${to}`,
    ])),
    ...section(`Changed text (${textChanged.length})`, textChanged.map((activity) => named(activity, to))),
    ...(suspended.length === 0 ? [] : section(`Suspended in ${to} (${suspended.length})`, suspended.map((activity) => [
      ...named(activity, to), `, on ${dateInWords(activity.suspendedIn(to) ?? '')}`,
    ]))),
  ];
  return { markdown: render(blocks, true).value };
}

function section(title: string, items: readonly (readonly Words[])[]): readonly Block[] {
  return [heading(2, title), items.length === 0 ? paragraph('None.') : { list: items }];
}

function named(activity: InventoryActivity, year: number): readonly Words[] {
  const weight = activity.weightIn(year);
  return [code(activity.id), ` ${activity.titleIn(year)}${weight === null ? '' : ` (${weight})`}`];
}
