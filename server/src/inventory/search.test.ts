import { describe, expect, it } from 'vitest';
import { createInventory } from './createInventory.ts';
import { nearestActivities, searchActivities } from './search.ts';

const inventory = createInventory();
const found = (year: number, words: string): readonly string[] => searchActivities(inventory, year, words).map(({ id }) => id);
const near = (typed: string, year?: number, limit?: number): readonly string[] =>
  nearestActivities(inventory, typed, limit, year).map(({ id }) => id);

describe('searching a year', () => {
  it('finds by the id and parts of it', () => {
    expect(found(2024, 'IA_BMH_7')).toEqual(['IA_BMH_7']);
    expect(found(2024, 'bmh_7')).toEqual(['IA_BMH_7']);
    expect(found(2024, 'bmh').every((id) => id.startsWith('IA_BMH_'))).toBe(true);
    expect(found(2024, 'bmh_1')).toEqual(['IA_BMH_1', 'IA_BMH_10', 'IA_BMH_11', 'IA_BMH_12', 'IA_BMH_14', 'IA_BMH_15']);
  });

  it('finds by beginnings of words of the title, whole words first', () => {
    expect(found(2024, 'TELEHEALTH')).toEqual(['IA_EPA_2']);
    expect(found(2024, 'telehea')).toEqual(['IA_EPA_2']);
    expect(found(2024, '24/7')).toEqual(['IA_EPA_1']);
    expect(found(2024, 'follow-up')).toEqual(['IA_BE_6']);
    const screening = found(2024, 'screening');
    expect(screening.slice(0, 2)).toEqual(['IA_BMH_1', 'IA_BMH_4']);
  });

  it('finds by the subcategory, after the titles', () => {
    const ids = found(2024, 'care coordination');
    expect(ids[0]).toBe('IA_CC_7');
    expect(ids).toContain('IA_CC_1');
    expect(ids.indexOf('IA_CC_1')).toBeGreaterThan(ids.indexOf('IA_CC_12'));
  });

  it('wants every word', () => {
    expect(found(2024, 'behavioral telehealth')).toEqual([]);
    expect(found(2024, 'screening depression')).toEqual(['IA_BMH_4']);
    expect(found(2024, 'screening !!')).toEqual([]);
  });

  it('looks at the titles of that year only', () => {
    expect(found(2026, 'antipsychotic')).toEqual(['IA_BMH_1']);
    expect(found(2025, 'antipsychotic')).toEqual([]);
    expect(found(2025, 'IA_EPA_7')).toEqual([]);
  });

  it('gives the whole year where nothing is asked', () => {
    expect(found(2026, '  ')).toHaveLength(95);
    expect(found(2031, 'care')).toEqual([]);
  });
});

describe('what somebody may have meant', () => {
  it.each(['ia_bmh_7', 'IA-BMH-7', 'ia bmh 7', 'BMH_7', 'IABMH7', 'IA_BMH_07', ' IA_BMH_7 ', 'IA_BMH_7: Implementation of something'])(
    'is only IA_BMH_7 by %j', (typed) => {
      expect(near(typed, 2024)).toEqual(['IA_BMH_7']);
    },
  );

  it('is an id with few mistakes', () => {
    expect(near('IA_BHM_7', 2024)).toEqual(['IA_BMH_7']);
    expect(near('IA_BMH_77', 2024)).toEqual(['IA_BMH_7']);
    expect(near('AI_BMH_7', 2024)).toEqual(['IA_BMH_7']);
    expect(near('IA_PSAP_4', 2024)).toEqual(['IA_PSPA_4']);
    expect(near('IA_PCMHH', 2024)).toEqual(['IA_PCMH']);
    expect(near('pcmh', 2024)).toEqual(['IA_PCMH']);
  });

  it('is at most as many as wanted, of the year first', () => {
    expect(near('IA_EPA_9', 2024)).toEqual(['IA_EPA_1', 'IA_EPA_2', 'IA_EPA_3']);
    expect(near('IA_EPA_9', 2026)).toEqual(['IA_EPA_2', 'IA_EPA_3', 'IA_EPA_4']);
    expect(near('IA_EPA_9', 2026, 1)).toEqual(['IA_EPA_2']);
    expect(near('IA_EPA_9')).toHaveLength(3);
  });

  it('is an activity with those words in its title', () => {
    expect(near('behavioral health integration', 2024)[0]).toBe('IA_BMH_7');
    expect(near('telehelth', 2024)).toEqual(['IA_EPA_2']);
    expect(near('use of telehealth', 2024)[0]).toBe('IA_EPA_2');
    expect(near('hiv', 2024)).toEqual(['IA_PM_22']);
    expect(near('medicaid patients', 2024)[0]).toBe('IA_AHE_1');
    expect(near('medicaid patients', 2026)[0]).toBe('IA_EPA_7');
  });

  it('is nothing where nothing is near', () => {
    for (const typed of ['', '   ', '???', 'zzzz', 'IA_XX_1', 'IA_', '12345678', '💊']) expect(near(typed, 2024)).toEqual([]);
  });

  it('is quickly found for a long text', () => {
    expect(near('x'.repeat(100_000), 2024)).toEqual([]);
  });
});
