import { describe, expect, it } from 'vitest';
import { createInventory } from '../inventory/createInventory.ts';
import { inventoryList } from './inventoryList.ts';

const inventory = createInventory();

describe('The list of a year’s activities', () => {
  it('has all of them, with what is to be seen of each', () => {
    const { year, years, activities, mvps } = inventoryList(inventory, { year: 2024 });
    expect([year, years[0], years.at(-1), activities.length]).toEqual([2024, 2017, 2026, 106]);
    expect(activities.find(({ id }) => id === 'IA_EPA_1')).toMatchObject({ subcategory: 'Expanded Practice Access', weight: 'high', points: 20, suspended: null, repeatYears: null });
    expect(mvps.map(({ id }) => id)).toEqual(inventory.mvpsOf(2024).map(({ id }) => id).sort());
    for (const { mvps: of } of activities) for (const id of of) expect(mvps.map((mvp) => mvp.id)).toContain(id);
  });

  it('has what words fit, the best first', () => {
    const { activities } = inventoryList(inventory, { year: 2024, search: 'epa 1' });
    expect(activities[0]?.id).toBe('IA_EPA_1');
    expect(inventoryList(inventory, { year: 2024, search: 'zebra' }).activities).toEqual([]);
  });

  it('is of the newest year where none or another is asked for', () => {
    expect(inventoryList(inventory, {}).year).toBe(2026);
    expect(inventoryList(inventory, { year: 2012 }).year).toBe(2026);
  });
});
