import { describe, expect, it } from 'vitest';
import { keepUntil, rulesOf, yearsWhere } from './rules.ts';

describe('rulesOf', () => {
  it('knows 2017 to 2026, and nothing before', () => {
    expect(rulesOf(2016)).toBeUndefined();
    for (let year = 2017; year <= 2026; year++) expect(rulesOf(year), String(year)).toBeDefined();
  });

  it('takes the last year’s for later ones, with CMS’s default for the window', () => {
    expect(rulesOf(2028)).toEqual({ ...rulesOf(2026), submissionWindow: { value: { closes: '2029-03-31' }, source: '42 CFR 414.1325(e)(1)' } });
  });
});

describe('yearsWhere', () => {
  it('finds the years of a rule', () => {
    expect(yearsWhere(({ iaStudy }) => iaStudy.value)).toEqual([2017, 2018, 2019]);
    expect(yearsWhere(({ programs }) => programs.mvp !== undefined)).toEqual([2023, 2024, 2025, 2026]);
  });
});

describe('keepUntil', () => {
  it.each([[2017, '2024-04-03'], [2019, '2026-04-30'], [2023, '2030-04-15'], [2024, '2031-03-31'], [2026, '2033-03-31']])(
    'evidence of %i is kept until %s, six years after the window closed',
    (year, date) => {
      const rules = rulesOf(year);
      expect(rules && keepUntil(rules)).toBe(date);
    },
  );
});
