import type { CalendarDate } from '../../calendar/calendarDate.ts';
import type { InventoryTexts } from '../../inventory/inventory.ts';
import type { LoadedYear } from '../../inventory/loadedYear.ts';

/** What the language server needs of the machine that it cannot find by itself. */
export interface Host {
  readonly today: () => CalendarDate;
  /** What must be done for each activity. */
  readonly readTexts: (loaded: readonly LoadedYear[]) => Promise<InventoryTexts>;
}
