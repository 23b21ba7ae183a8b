import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PERFORMANCE_YEARS } from '../../server/data/performanceYears.ts';
import { createInventory } from '../../server/src/inventory/createInventory.ts';
import { activityRules, successorRows } from '../../server/src/inventory/tables.ts';
import type { PerformanceYearRules } from '../../server/src/rules/performanceYear.ts';
import { lastStart } from '../../server/src/score/minimumPeriod.ts';

const page = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8');
const inventory = createInventory();
const YEARS = [...PERFORMANCE_YEARS.keys()];

/** docs/rules.md is written by hand; what it tabulates must be what the score uses. */
describe('the page of the rules', () => {
  it('has the numbers of activities and pathways', () => {
    expect(page).toContain(inList(YEARS.map((year) => inventory.activitiesOf(year).length)));
    expect(page).toContain(inList([2023, 2024, 2025, 2026].map((year) => inventory.mvpsOf(year).length)));
  });

  it('has the weights of the category', () => {
    const columns = [2017, 2018, 2019, 2020, 2022];
    const expected = WEIGHT_ROWS.map(([name, key]) => {
      const usual = columns.map((year) => weight(rulesOf(year), key));
      const small = rulesOf(2022).categoryWeights.value.smallPractice[key] ?? usual.at(-1);
      return [name, ...usual, small].map((cell) => String(cell ?? '–'));
    });
    expect(tableAfter('| at 0 % |')).toEqual(expected);
  });

  it('has no year whose weights differ from those of its column', () => {
    const weights = (year: number): object => rulesOf(year).categoryWeights.value;
    expect(weights(2021)).toEqual(weights(2020));
    for (const year of [2023, 2024, 2025, 2026]) expect(weights(year)).toEqual(weights(2022));
  });

  it('has the submission windows', () => {
    const shown = tableAfter('| year | submission window |').map(([year, window]) => [year, window]);
    const expected = YEARS.filter((year) => year < 2025).map((year) => [String(year), windowInWords(rulesOf(year))]);
    expect(shown).toEqual([...expected, ['2025, 2026', 'to 31 March of the next year']]);
    for (const year of [2025, 2026]) expect(rulesOf(year).submissionWindow.value.closes).toBe(`${year + 1}-03-31`);
  });

  it('has each activity with a length of its own, with its last start', () => {
    const rows = tableAfter('| activity | years | minimum | last start |');
    for (const { activity, minimum } of activityRules.minimumPeriods.own) {
      const row = rows.find(([ids = '']) => ids.split(', ').includes(activity));
      const shown = activity === 'IA_PCMH' ? '–' : dayAndMonth(lastStart(2025, minimum));
      expect([activity, row?.[3]]).toEqual([activity, shown]);
    }
    expect(rows[0]?.[3]).toBe(dayAndMonth(lastStart(2025, activityRules.minimumPeriods.default)));
  });

  it('has every suspension, repeat limit and kind of relation', () => {
    for (const { activities } of activityRules.suspensions) expect(page).toContain(`for 2025: ${activities.join(', ')}`);
    expect(page).toContain(`from 2018: ${activityRules.repeatLimits.map(({ activity }) => activity).join(', ')}`);
    const relations = Object.values(successorRows).map(({ relation }) => relation);
    const counts = tableAfter('| relation | how many |').map(([relation, count]) => [relation, count]);
    const expected = counts.map(([name = '']) => [name, String(relations.filter((relation) => name === `\`${relation}\``).length)]);
    expect(counts).toEqual(expected);
    expect(new Set(relations).size).toBe(counts.length);
  });
});

type WeightKey = keyof PerformanceYearRules['categoryWeights']['value']['all'];

/** `nothing, or cost` and the rest, as they stand in the page. */
const WEIGHT_ROWS: readonly (readonly [string, WeightKey])[] = [
  ['nothing, or cost', 'none'],
  ['promoting interoperability (PI)', 'promoting_interoperability'],
  ['cost and PI', 'cost+promoting_interoperability'],
  ['quality', 'quality'],
  ['cost and quality', 'cost+quality'],
  ['quality and PI', 'promoting_interoperability+quality'],
  ['quality, cost and PI', 'cost+promoting_interoperability+quality' as WeightKey],
];

function rulesOf(year: number): PerformanceYearRules {
  return PERFORMANCE_YEARS.get(year) as PerformanceYearRules;
}

function weight(rules: PerformanceYearRules, key: WeightKey): number | undefined {
  return rules.categoryWeights.value.all[key];
}

function inList(numbers: readonly number[]): string {
  return `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1) ?? ''}`;
}

/** The cells of the table whose heading begins so. */
function tableAfter(heading: string): string[][] {
  const lines = page.slice(page.indexOf(heading)).split('\n').slice(2);
  const end = lines.findIndex((line) => !line.startsWith('|'));
  return lines.slice(0, end).map((line) => line.slice(1, -1).split('|').map((cell) => cell.trim()));
}

function dayAndMonth(date: string): string {
  return new Date(date).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
}

function windowInWords({ submissionWindow: { value } }: PerformanceYearRules): string {
  return `${dayAndMonth(value.opens ?? '')} to ${dayAndMonth(value.closes)} ${value.closes.slice(0, 4)}`;
}
