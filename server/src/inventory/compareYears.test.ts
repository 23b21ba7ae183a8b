import { describe, expect, it } from 'vitest';
import { compareYears } from './compareYears.ts';
import { createInventory } from './createInventory.ts';

const inventory = createInventory();
const ids = (activities: readonly { readonly id: string }[]): string[] => activities.map(({ id }) => id);

describe('Two years compared', () => {
  it('2025 and 2026: what got another id neither came nor went', () => {
    const { added, removed, renumbered } = compareYears(inventory, 2025, 2026);
    expect(renumbered.map(({ before, after }) => [before.id, after.id])).toEqual([
      ['IA_AHE_1', 'IA_EPA_7'], ['IA_AHE_3', 'IA_BE_26'], ['IA_AHE_6', 'IA_EPA_8'], ['IA_AHE_7', 'IA_BE_27'], ['IA_AHE_10', 'IA_PSPA_35'], ['IA_PM_13', 'IA_AHW_1'],
    ]);
    expect(ids(added)).not.toContain('IA_EPA_7');
    expect(removed.map(({ activity }) => activity.id)).not.toContain('IA_AHE_1');
  });

  it('2017 and 2018: weights', () => {
    expect(ids(compareYears(inventory, 2017, 2018).weightChanged)).toEqual(['IA_AHE_3', 'IA_BE_14', 'IA_CC_4']);
  });

  it('2024 and 2025: suspensions; the end of weights is no change of one', () => {
    const { suspended, weightChanged } = compareYears(inventory, 2024, 2025);
    expect(ids(suspended)).toHaveLength(8);
    expect(weightChanged).toEqual([]);
  });

  it.each(inventory.years.slice(1).map((year) => [year - 1, year] as const))('%i and %i: counts come out even', (from, to) => {
    const { added, removed, renumbered } = compareYears(inventory, from, to);
    expect(inventory.activitiesOf(to).length - inventory.activitiesOf(from).length).toBe(added.length - removed.length);
    for (const { after } of renumbered) expect(after.years).toContain(to);
    for (const { instead } of removed) if (instead !== undefined) expect(instead.years).toContain(to);
  });

  it('sees changes of weight and text of the years between', () => {
    const changed = inventory.activities.flatMap((activity) => activity.years.filter((year) => activity.changedIn(year).weight).map((year) => [activity.id, year] as const));
    expect(changed.length).toBeGreaterThan(0);
    for (const [id, year] of changed) expect(ids(compareYears(inventory, year - 1, year).weightChanged)).toContain(id);
    const [text] = inventory.activities.flatMap((activity) => activity.years.filter((year) => activity.changedIn(year).text).map((year) => ({ activity, year })));
    const { activity, year } = text ?? { activity: undefined, year: 0 };
    const last = activity?.years.filter((each) => each >= year).at(-1) ?? 0;
    expect(ids(compareYears(inventory, year - 1, last).textChanged)).toContain(activity?.id);
  });
});
