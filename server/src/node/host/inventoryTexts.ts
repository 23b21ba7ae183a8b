import { readFile } from 'node:fs/promises';
import type { InventoryTexts } from '../../inventory/inventory.ts';
import { createInventoryTexts } from '../../inventory/inventoryTexts.ts';
import type { LoadedYear } from '../../inventory/loadedYear.ts';

/**
 * The texts that the build put into `texts.json` beside the bundles, and those of the files that the user loaded.
 *
 * @throws Error where the file cannot be read
 */
export async function readInventoryTexts(path: string, loaded: readonly LoadedYear[] = []): Promise<InventoryTexts> {
  return createInventoryTexts(await readFile(path, 'utf8'), loaded);
}
