import type { CalendarDate } from './calendar/calendarDate.ts';
import type { Inventory } from './inventory/inventory.ts';

/** What the analysis needs beside the text; the hosts supply it, so that the core stays pure. */
export interface AnalysisContext {
  /** The date that decides what is secured and which deadlines have passed. */
  readonly asOf: CalendarDate;
  readonly inventory: Inventory;
  /** Whether an evidence file is there, by its path relative to the plan; absent where there is no file system to ask. */
  readonly evidenceExists?: ((path: string) => boolean) | undefined;
  /** No further version of the text will come: nothing is kept for one, which takes less time. */
  readonly once?: boolean | undefined;
}
