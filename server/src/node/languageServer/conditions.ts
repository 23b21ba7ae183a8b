import type { CalendarDate } from '../../calendar/calendarDate.ts';
import { createInventory } from '../../inventory/createInventory.ts';
import type { Inventory, InventoryTexts } from '../../inventory/inventory.ts';
import type { LoadedYear } from '../../inventory/loadedYear.ts';
import type { Host } from './host.ts';
import type { InventoryLoader } from './inventoryLoader.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';

/** What all open plans are judged by. Replaced as a whole, never changed. */
export interface Conditions {
  readonly settings: Settings;
  /** The date that decides what is secured and which deadlines have passed. */
  readonly asOf: CalendarDate;
  readonly inventory: Inventory;
  /** Read when first asked for. */
  readonly texts: () => Promise<InventoryTexts>;
}

const CLOCK_MILLISECONDS = 30_000;

/** Keeps the conditions: the settings, the inventory with the files that they name, and the date. */
export class ConditionsKeeper {
  readonly #host: Host;
  readonly #loader: InventoryLoader;
  readonly #changed: () => void;
  #now: Conditions;
  #loaded: readonly LoadedYear[] = [];
  #newestUse = 0;
  #clock: NodeJS.Timeout | undefined;

  /** @param changed called after each change */
  constructor(host: Host, loader: InventoryLoader, changed: () => void) {
    this.#host = host;
    this.#loader = loader;
    this.#changed = changed;
    this.#now = { settings: DEFAULT_SETTINGS, asOf: host.today(), ...this.#inventoryWith([]) };
  }

  get now(): Conditions {
    return this.#now;
  }

  /** While inventory files are loaded, what held before goes on holding. */
  async use(settings: Settings): Promise<void> {
    const use = ++this.#newestUse;
    const loaded = await this.#loader.load(settings.inventoryFiles);
    if (use !== this.#newestUse) return;
    const inventory = isSame(loaded, this.#loaded) ? this.#now : this.#inventoryWith(loaded);
    this.#loaded = loaded;
    this.#replace({ ...inventory, settings, asOf: settings.asOfDate ?? this.#host.today() });
  }

  /** Looks at the clock now and then: a timer set for midnight would sleep with the machine. */
  watchClock(): void {
    this.#clock = setInterval(() => {
      if (this.#now.settings.asOfDate !== undefined || this.#now.asOf === this.#host.today()) return;
      this.#replace({ ...this.#now, asOf: this.#host.today() });
    }, CLOCK_MILLISECONDS);
    this.#clock.unref();
  }

  dispose(): void {
    clearInterval(this.#clock);
  }

  #replace(conditions: Conditions): void {
    this.#now = conditions;
    this.#changed();
  }

  #inventoryWith(loaded: readonly LoadedYear[]): Pick<Conditions, 'inventory' | 'texts'> {
    let texts: Promise<InventoryTexts> | undefined;
    return { inventory: createInventory(loaded), texts: () => (texts ??= this.#host.readTexts(loaded)) };
  }
}

function isSame(some: readonly LoadedYear[], others: readonly LoadedYear[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}
