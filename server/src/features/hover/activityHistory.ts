import type { InventoryActivity } from '../../inventory/inventory.ts';

/** The years in which CMS lists an activity, with the weights that it had, and what became of it. */
export function historyOf(activity: InventoryActivity): string {
  const { years, successor } = activity;
  const sentences = [years.length === 0 ? 'Never listed.' : `Listed ${runsOf(years.map((year) => ({ year, value: '' })))}.`];
  const weights = years.map((year) => ({ year, value: activity.weightIn(year) ?? 'no weight' }));
  if (weights.some(({ value }) => value !== 'no weight')) sentences.push(`${capitalised(runsOf(weights))}.`);
  const changed = years.filter((year) => activity.changedIn(year).text);
  if (changed.length > 0) sentences.push(`CMS changed its text in ${listed(changed.map(String))}.`);
  if (successor !== null) sentences.push(successor.note);
  return sentences.join(' ');
}

interface InYear {
  readonly year: number;
  readonly value: string;
}

/** `medium 2017–2021, high 2022–2024`: years that follow each other with the same value are one run. */
function runsOf(years: readonly InYear[]): string {
  const runs: { value: string; first: number; last: number }[] = [];
  for (const { year, value } of years) {
    const run = runs.at(-1);
    if (run?.value === value && run.last === year - 1) run.last = year;
    else runs.push({ value, first: year, last: year });
  }
  return runs.map(({ value, first, last }) => `${value} ${first === last ? first : `${first}–${last}`}`.trim()).join(', ');
}

function listed(words: readonly string[]): string {
  return words.length <= 1 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
