import { describe, expect, it } from 'vitest';
import { createInventoryTexts, tidied } from './inventoryTexts.ts';
import type { LoadedYear } from './loadedYear.ts';

const json = JSON.stringify({
  texts: ['Asked first.', 'Asked later.', 'Our summary.', 'Suspended. Our other summary.', 'Our other summary.'],
  officialCount: 2,
  runs: { IA_AA_1: [[2017, 2018, 0], [2019, 2024, 1], [2025, 2025, 3]], IA_AA_2: [[2023, 2026, 2]], IA_AA_3: [[2025, 2025, 3]] },
  earlier: { IA_AA_1: [2025, 2024, 1], IA_AA_3: [2025, 2025, 4] },
});
const file = (year: number, id: string, text: string): LoadedYear => ({
  year,
  fileName: 'measures-data.json',
  activities: new Map([[id, { id, title: id, weight: null, subcategory: null, text, mvps: [] }]]),
});

describe('the texts of activities', () => {
  const texts = createInventoryTexts(json);

  it('are those of the year, CMS’s own or our summary', () => {
    expect(texts.textOf('IA_AA_1', 2018)).toEqual({ text: 'Asked first.', official: true });
    expect(texts.textOf('IA_AA_1', 2019)).toEqual({ text: 'Asked later.', official: true });
    expect(texts.textOf('IA_AA_2', 2026)).toEqual({ text: 'Our summary.', official: false });
  });

  it('are missing in years without the activity', () => {
    expect(texts.textOf('IA_AA_2', 2022)).toBeUndefined();
    expect(texts.textOf('IA_ZZ_1', 2022)).toBeUndefined();
    expect(texts.textOf('constructor', 2022)).toBeUndefined();
  });

  it('of a suspended activity come with CMS’s earlier words, but not with our summary twice', () => {
    expect(texts.textOf('IA_AA_1', 2025)).toEqual({
      text: 'Suspended. Our other summary.', official: false, earlier: { year: 2024, text: 'Asked later.', official: true },
    });
    expect(texts.textOf('IA_AA_3', 2025)).toEqual({ text: 'Suspended. Our other summary.', official: false });
  });
});

describe('texts that the user loaded', () => {
  it('come first, for their year', () => {
    const texts = createInventoryTexts(json, [file(2024, 'IA_AA_2', 'CMS’s  text.'), file(2027, 'IA_AA_4', 'New.')]);
    expect(texts.textOf('IA_AA_2', 2024)).toEqual({ text: 'CMS’s text.', official: true });
    expect(texts.textOf('IA_AA_2', 2025)).toEqual({ text: 'Our summary.', official: false });
    expect(texts.textOf('IA_AA_1', 2024)?.text).toBe('Asked later.');
    expect(texts.textOf('IA_AA_4', 2027)).toEqual({ text: 'New.', official: true });
  });

  it('of a suspension keep what was asked before', () => {
    const texts = createInventoryTexts(json, [file(2025, 'IA_AA_1', 'Notice.'), file(2024, 'IA_AA_1', 'Of the file.')]);
    expect(texts.textOf('IA_AA_1', 2025)).toEqual({
      text: 'Notice.', official: true, earlier: { year: 2024, text: 'Of the file.', official: true },
    });
    expect(createInventoryTexts(json, [file(2025, 'IA_AA_3', 'Notice.')]).textOf('IA_AA_3', 2025)?.earlier).toEqual({
      year: 2025, text: 'Our other summary.', official: false,
    });
  });
});

describe('CMS’s text tidied', () => {
  it('takes no long time over a text without blanks', { timeout: 30_000 }, () => {
    const text = 'a'.repeat(200_000);
    // Trying it at each letter took a minute, which is longer than a test may take.
    expect(tidied(text)).toBe(text);
  });

  it.each([
    ['One  two\u00a0three\t four ', 'One two three four'],
    ['Do:• this,•\tthat', 'Do:\n• this,\n• that'],
    ['Do one of: -  Train staff;-  Meet; and/or-  Share,- Report', 'Do one of:\n- Train staff;\n- Meet; and/or\n- Share,\n- Report'],
    ['well-known, patient- centered', 'well-known, patient- centered'],
    ['impairment.This (PCI).The end', 'impairment. This (PCI). The end'],
    ['See https://example.org/Some.Page.Html for e.g., U.S. law.', 'See https://example.org/Some.Page.Html for e.g., U.S. law.'],
    ['services; andThe other; and/orUse', 'services; and The other; and/or Use'],
    ['caregiver(s), program)for a group(panel)', 'caregiver(s), program) for a group (panel)'],
    ['One\r\n\r\n\r\n two \n three', 'One\n\ntwo\nthree'],
  ])('%j', (text, result) => {
    expect(tidied(text)).toBe(result);
    expect(tidied(result)).toBe(result);
  });
});
