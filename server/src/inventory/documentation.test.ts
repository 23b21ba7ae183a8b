import { describe, expect, it } from 'vitest';
import { documentationFor } from './documentation.ts';

describe('suggested documentation', () => {
  it('says how many of which items', () => {
    expect(documentationFor('IA_EPA_1', 2024)).toMatchObject({ need: 'any', items: { length: 3 } });
    expect(documentationFor('IA_CC_10')?.need).toBe('two');
    expect(documentationFor('IA_PSPA_22', 2023)?.items).toEqual(['Dated certificate or record of completion']);
  });

  it('goes with the text of the year', () => {
    expect(documentationFor('IA_BMH_1', 2025)).toBeUndefined();
    expect(documentationFor('IA_BMH_1', 2026)?.need).toBe('all');
    expect(documentationFor('IA_BE_4', 2026)).toBeUndefined();
    expect(documentationFor('IA_BE_4', 2023)?.need).toBe('any');
  });

  it('is undefined where none is known', () => {
    expect(documentationFor('IA_BE_6', 2024)).toBeUndefined();
  });
});
