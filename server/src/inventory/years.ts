/**
 * Reads the tables' notation of years, for example `2017-2019,2022` or `2023-`; nothing is no year.
 *
 * @param newest the year at which a run without an end (`2023-`) stops
 * @returns the years, ascending
 */
export function readYears(notation: string, newest: number): number[] {
  const years: number[] = [];
  for (const [first, last] of runsOf(notation)) {
    for (let year = first; year <= Math.min(last, newest); year++) years.push(year);
  }
  return years;
}

/** Whether the notation covers the year; a run without an end goes on for ever. */
export function coversYear(notation: string, year: number): boolean {
  return runsOf(notation).some(([first, last]) => first <= year && year <= last);
}

type Run = readonly [first: number, last: number];

/** The tables use some forty notations thousands of times. */
const runsByNotation = new Map<string, readonly Run[]>();

function runsOf(notation: string): readonly Run[] {
  let runs = runsByNotation.get(notation);
  if (runs === undefined) {
    runs = notation === '' ? [] : notation.split(',').map(readRun);
    runsByNotation.set(notation, runs);
  }
  return runs;
}

function readRun(run: string): Run {
  const [first = '', last = first] = run.split('-');
  return [Number(first), last === '' ? Infinity : Number(last)];
}

/** The inverse of {@link readYears}: runs of years, without an end where they reach the newest year. */
export function writeYears(years: readonly number[], newest: number): string {
  const runs: { readonly first: number; last: number }[] = [];
  for (const year of years) {
    const run = runs.at(-1);
    if (run?.last === year - 1) run.last = year;
    else runs.push({ first: year, last: year });
  }
  return runs
    .map(({ first, last }) => {
      if (last === newest) return `${first}-`;
      return first === last ? String(first) : `${first}-${last}`;
    })
    .join(',');
}

/** Values by the year from which they hold, as the tables have them: `{ "2017": "medium", "2022": "high" }`. */
export type FromYear<T> = Readonly<Record<string, T>>;

/** The value that holds in that year: the nearest earlier one, undefined before the first. */
export function valueIn<T>(values: FromYear<T>, year: number): T | undefined {
  let found: T | undefined;
  for (const [from, value] of ascending(values)) {
    if (from > year) break;
    found = value;
  }
  return found;
}

/** Asked for several times with each activity of a plan: going through the keys of an object takes longer. */
const inOrder = new WeakMap<object, readonly (readonly [year: number, value: unknown])[]>();

function ascending<T>(values: FromYear<T>): readonly (readonly [year: number, value: T])[] {
  let known = inOrder.get(values);
  if (known === undefined) {
    // Keys that are whole numbers come in ascending order.
    known = Object.entries(values).map(([from, value]) => [Number(from), value] as const);
    inOrder.set(values, known);
  }
  return known as readonly (readonly [number, T])[];
}
