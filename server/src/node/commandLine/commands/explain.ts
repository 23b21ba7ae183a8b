import { createColors } from 'picocolors';
import { inventoryEntry } from '../../../export/inventoryJson.ts';
import { jsonText } from '../../../export/jsonText.ts';
import { createInventory } from '../../../inventory/createInventory.ts';
import type { Inventory, InventoryActivity } from '../../../inventory/inventory.ts';
import { nearestActivities } from '../../../inventory/search.ts';
import { readInventoryTexts } from '../../host/inventoryTexts.ts';
import type { OptionValues } from '../arguments.ts';
import { complain } from '../complaints.ts';
import type { ExitCode, Io } from '../io.ts';
import { activityText, becameOf, yearsText } from '../rendering/activityText.ts';
import { isColored, readNumber, readSettings } from '../settings.ts';
import { UsageError } from '../usageError.ts';
import { coveredYear } from './list.ts';

/** `explain ID`: prints all that is known about one activity. */
export async function explainActivity(id: string, options: OptionValues, io: Io): Promise<ExitCode> {
  const settings = await readSettings(options, io);
  const inventory = createInventory(settings.loadedYears);
  const asked = readNumber('year', options);
  const activity = find(id, asked, inventory);
  const year = yearOf(activity, asked, inventory);
  const texts = await readInventoryTexts(io.textsFile, settings.loadedYears);
  await io.stdout.write(settings.format === 'json'
    ? `${jsonText(inventoryEntry(activity, year, texts))}\n`
    : activityText(activity, year, inventory, texts, createColors(isColored(io.stdout, options, io))));
  await complain([...settings.inventoryErrors, ...settings.inventoryNotes], io);
  return settings.inventoryErrors.length > 0 ? 2 : 0;
}

/** In plans the case of letters counts; who asks is understood all the same. */
function find(id: string, year: number | undefined, inventory: Inventory): InventoryActivity {
  const found = inventory.activity(id) ?? inventory.activity(id.toUpperCase());
  if (found !== undefined) return found;
  const near = nearestActivities(inventory, id, 3, year);
  throw new UsageError(`CMS has no activity ${id}${near.length === 0 ? '.' : `; did you mean ${near.map((one) => `${one.id} (${one.title})`).join(', or ')}?`}`);
}

function yearOf(activity: InventoryActivity, asked: number | undefined, inventory: Inventory): number {
  if (asked !== undefined) coveredYear(asked, inventory);
  const year = asked ?? activity.years.at(-1);
  if (year !== undefined && activity.years.includes(year)) return year;
  const became = becameOf(activity, inventory) ?? '';
  if (year === undefined || activity.years.length === 0) throw new UsageError(`${activity.id}: ${became}`);
  throw new UsageError(`${activity.id} is not in the inventory of ${year}; CMS lists it in ${yearsText(activity.years)}. ${became}`.trim());
}
