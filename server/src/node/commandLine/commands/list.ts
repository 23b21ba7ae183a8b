import { createColors } from 'picocolors';
import type { Colors } from 'picocolors/types';
import { inventoryEntry, mvpPoints, traditionalPoints } from '../../../export/inventoryJson.ts';
import { jsonText } from '../../../export/jsonText.ts';
import { createInventory } from '../../../inventory/createInventory.ts';
import type { Inventory, InventoryActivity } from '../../../inventory/inventory.ts';
import { searchActivities } from '../../../inventory/search.ts';
import { subcategoryLabel } from '../../../inventory/subcategories.ts';
import { dateInWords } from '../../../text/dateInWords.ts';
import { nearest } from '../../../text/nearest.ts';
import { plural } from '../../../text/plural.ts';
import { readInventoryTexts } from '../../host/inventoryTexts.ts';
import type { OptionValues } from '../arguments.ts';
import { complain } from '../complaints.ts';
import type { ExitCode, Io } from '../io.ts';
import { printable } from '../rendering/printable.ts';
import { alignColumns } from '../rendering/table.ts';
import { isColored, readNumber, readSettings } from '../settings.ts';
import { UsageError } from '../usageError.ts';

/** `list --year YEAR`: prints the activities of a year that the options leave. */
export async function listInventory(options: OptionValues, io: Io): Promise<ExitCode> {
  const settings = await readSettings(options, io);
  const inventory = createInventory(settings.loadedYears);
  const year = coveredYear(readNumber('year', options), inventory);
  const activities = choose(inventory, year, options);
  if (settings.format === 'json') {
    const texts = await readInventoryTexts(io.textsFile, settings.loadedYears);
    await io.stdout.write(`${jsonText(activities.map((activity) => inventoryEntry(activity, year, texts)))}\n`);
  } else if (activities.length > 0) {
    await io.stdout.write(table(activities, year, options.mvp !== undefined, createColors(isColored(io.stdout, options, io))));
  }
  await complain([
    ...(activities.length === 0 ? [`no activity of ${year} matches`] : []),
    ...settings.inventoryErrors,
    ...settings.inventoryNotes,
  ], io);
  return settings.inventoryErrors.length > 0 ? 2 : 0;
}

/** @throws UsageError where there is no inventory of the year */
export function coveredYear(year: number | undefined, { years }: Inventory): number {
  if (year !== undefined && years.includes(year)) return year;
  throw new UsageError(`There is no inventory of ${year ?? 'that year'}; there are ${years[0] ?? ''} to ${years.at(-1) ?? ''}. Load another year with --inventory FILE.`);
}

function choose(inventory: Inventory, year: number, options: OptionValues): readonly InventoryActivity[] {
  const members = membersOf(options.mvp?.at(-1), inventory, year);
  const subcategory = subcategoryOf(options.subcategory?.at(-1), inventory, year);
  const weight = options.weight?.at(-1);
  const found = searchActivities(inventory, year, options.search?.join(' ') ?? '');
  return found.filter((activity) =>
    (members === undefined || members.has(activity.id)) &&
    (subcategory === undefined || activity.subcategoryIn(year) === subcategory) &&
    (weight === undefined || activity.weightIn(year) === weight));
}

function membersOf(id: string | undefined, inventory: Inventory, year: number): ReadonlySet<string> | undefined {
  if (id === undefined) return undefined;
  const ids = inventory.mvpsOf(year).map((mvp) => mvp.id);
  const exact = ids.find((candidate) => candidate.toLowerCase() === id.toLowerCase());
  if (exact !== undefined) return inventory.mvp(exact)?.activitiesIn(year);
  throw new UsageError(`${year} has no MVP ${id}; ${suggestion(id, ids)}`);
}

/** By CMS's own word or by what people call it. */
function subcategoryOf(written: string | undefined, inventory: Inventory, year: number): string | null | undefined {
  if (written === undefined) return undefined;
  const subcategories = [...new Set(inventory.activitiesOf(year).flatMap((activity) => activity.subcategoryIn(year) ?? []))].sort();
  const folded = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
  const exact = subcategories.find((one) => [one, subcategoryLabel(one)].some((name) => folded(name) === folded(written)));
  if (exact !== undefined) return exact;
  throw new UsageError(`There is no subcategory ${written}; ${suggestion(written, subcategories)}`);
}

function suggestion(written: string, choices: readonly string[]): string {
  const near = nearest(written, choices);
  if (near.length > 0) return `did you mean ${near.join(' or ')}?`;
  return choices.length === 0 ? 'there are none that year.' : `there are ${choices.join(', ')}.`;
}

function table(activities: readonly InventoryActivity[], year: number, inMvp: boolean, { dim }: Colors): string {
  const heading = ['Id', activities.some((activity) => activity.weightIn(year) !== null) ? 'Weight' : '', 'Points', 'Title'];
  const [first = '', ...rows] = alignColumns([heading, ...activities.map((activity) => row(activity, year, inMvp))], [2]);
  const count = `${plural(activities.length, 'activity', 'activities')} of ${year}`;
  const points = inMvp ? 'points in an MVP' : 'points in traditional MIPS without a special status';
  return `${[dim(first), ...rows, '', dim(`${count}; ${points}.`)].join('\n')}\n`;
}

function row(activity: InventoryActivity, year: number, inMvp: boolean): string[] {
  const repeat = activity.repeatYearsIn(year);
  const suspended = activity.suspendedIn(year);
  const notes = [
    ...(suspended === null ? [] : [`suspended on ${dateInWords(suspended)}`]),
    ...(repeat === null ? [] : [`once in ${repeat} years`]),
  ];
  return [
    activity.id,
    activity.weightIn(year) ?? '',
    String((inMvp ? mvpPoints(activity, year) : undefined) ?? traditionalPoints(activity, year).standard),
    printable(activity.titleIn(year)) + (notes.length === 0 ? '' : ` (${notes.join('; ')})`),
  ];
}
