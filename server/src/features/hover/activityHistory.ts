import type { InventoryActivity } from '../../inventory/inventory.ts';
import { enumeration } from '../../text/enumeration.ts';

/** The years in which CMS lists an activity, with the weights that it had, and what became of it. */
export function historyOf(activity: InventoryActivity): string {
  const { years, successor } = activity;
  const weights = runsOf(years.map((year) => ({ year, value: activity.weightIn(year) ?? 'no weight' })));
  const listings = runsOf(years.map((year) => ({ year, value: '' }))).map(inWords).join(', ');
  const sentences = [years.length === 0 ? 'Never listed.' : `Listed ${listings}${weightsInWords(weights)}.`];
  const changed = years.filter((year) => activity.changedIn(year).text);
  if (changed.length > 0) sentences.push(`CMS changed its text in ${enumeration(changed.map(String))}.`);
  if (successor !== null) sentences.push(successor.note);
  return sentences.join(' ');
}

interface Run {
  readonly value: string;
  readonly first: number;
  readonly last: number;
}

/** Years that follow each other with the same value are one run. */
function runsOf(years: readonly { readonly year: number; readonly value: string }[]): readonly Run[] {
  const runs: Run[] = [];
  for (const { year, value } of years) {
    const run = runs.at(-1);
    if (run?.value === value && run.last === year - 1) runs[runs.length - 1] = { ...run, last: year };
    else runs.push({ value, first: year, last: year });
  }
  return runs;
}

function weightsInWords(runs: readonly Run[]): string {
  const values = new Set(runs.map(({ value }) => value));
  if (values.size === 1) return values.has('no weight') ? '' : `, ${[...values].join('')}-weighted`;
  return values.size === 0 ? '' : `: ${runs.map(inWords).join(', ')}`;
}

function inWords({ value, first, last }: Run): string {
  return `${value} ${first === last ? first : `${first}–${last}`}`.trim();
}
