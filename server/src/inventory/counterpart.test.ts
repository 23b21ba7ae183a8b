import { describe, expect, it } from 'vitest';
import { counterpartIn } from './counterpart.ts';
import { createInventory } from './createInventory.ts';

const inventory = createInventory();

describe('what stands for an id in another year', () => {
  it.each([
    ['IA_AHE_1', 2026, { id: 'IA_EPA_7', relation: 'renumbered' }],
    ['IA_EPA_7', 2025, { id: 'IA_AHE_1', relation: 'renumbered' }],
    ['IA_EPA_7', 2017, { id: 'IA_AHE_1', relation: 'renumbered' }],
    ['IA_BE_10', 2021, { id: 'IA_BE_7', relation: 'folded' }],
    ['IA_BE_10', 2024, { id: 'IA_PSPA_7', relation: 'folded' }],
    ['IA_CC_14', 2024, { id: 'IA_AHE_12', relation: 'renumbered-and-changed' }],
    ['IA_ERP_6', 2025, { id: 'IA_PM_26', relation: 'renumbered-and-changed' }],
    ['IA_PSPA_5', 2020, { id: 'IA_PSPA_6', relation: 'similar' }],
    ['IA_PM_9', 2026, { id: 'IA_PM_17', relation: 'duplicate-removed' }],
  ] as const)('%s in %i', (id, year, counterpart) => {
    expect(counterpartIn(inventory, id, year)).toEqual(counterpart);
  });

  it.each([
    ['IA_CC_14', 2026], ['IA_PSPA_10', 2023], ['IA_EPA_1', 2025], ['IA_BMH_13', 2023], ['IA_PM_2', 2024],
    ['IA_AHE_11', 2022], ['IA_XX_1', 2024], ['IA_AHE_1', 2016],
  ])('is nothing for %s in %i', (id, year) => {
    expect(counterpartIn(inventory, id, year)).toBeUndefined();
  });
});
