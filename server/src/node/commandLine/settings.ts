import { isCalendarDate, type CalendarDate } from '../../calendar/calendarDate.ts';
import type { LoadedYear } from '../../inventory/loadedYear.ts';
import { loadInventoryFiles } from '../host/inventoryFiles.ts';
import { resolve } from 'node:path';
import type { OptionValues } from './arguments.ts';
import type { Io, Output } from './io.ts';
import { UsageError } from './usageError.ts';

/** What the options say that every command has. */
export interface Settings {
  readonly format: string;
  readonly asOf: CalendarDate;
  readonly loadedYears: readonly LoadedYear[];
  /** What is wrong with the inventory files, one sentence each. */
  readonly inventoryErrors: readonly string[];
  /** What else is to be said about them. */
  readonly inventoryNotes: readonly string[];
}

/** @throws UsageError */
export async function readSettings(options: OptionValues, io: Io): Promise<Settings> {
  const asOf = options['as-of']?.at(-1) ?? io.today;
  if (!isCalendarDate(asOf)) throw new UsageError(`--as-of ${asOf} is not a date of the calendar; write it as YYYY-MM-DD.`);
  const { loaded, errors, notes } = await loadInventoryFiles(
    (options.inventory ?? []).map((name) => ({ name, path: resolve(io.workingFolder, name) })),
  );
  return { format: options.format?.at(-1) ?? 'text', asOf, loadedYears: loaded, inventoryErrors: errors, inventoryNotes: notes };
}

/** Whether to colour what goes to that output: https://no-color.org and https://force-color.org decide where nothing else does. */
export function isColored(output: Output, options: OptionValues, { environment }: Io): boolean {
  switch (options.color?.at(-1)) {
    case 'always':
      return true;
    case 'never':
      return false;
    default:
      if (isSet(environment['NO_COLOR'])) return false;
      return isSet(environment['FORCE_COLOR']) || (output.isTerminal && environment['TERM'] !== 'dumb');
  }
}

function isSet(variable: string | undefined): boolean {
  return variable !== undefined && variable !== '';
}

/**
 * A whole number that an option gives.
 * @throws UsageError
 */
export function readNumber(name: 'max-warnings' | 'year', options: OptionValues): number | undefined {
  const written = options[name]?.at(-1);
  if (written === undefined) return undefined;
  if (!/^\d{1,9}$/.test(written)) throw new UsageError(`--${name} ${written} is not a whole number.`);
  return Number(written);
}
