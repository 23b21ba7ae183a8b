import { describe, expect, it } from 'vitest';
import { coversYear, readYears, valueIn, writeYears } from './years.ts';

describe('the notation of years', () => {
  it.each([
    ['2017-2019', [2017, 2018, 2019]],
    ['2018', [2018]],
    ['2017,2019-2020', [2017, 2019, 2020]],
    ['2023-', [2023, 2024]],
    ['', []],
  ])('reads and writes %j', (notation, years) => {
    expect(readYears(notation, 2024)).toEqual(years);
    expect(writeYears(years, 2024)).toBe(notation);
  });

  it('goes on for ever without an end', () => {
    expect(coversYear('2023-', 2022)).toBe(false);
    expect(coversYear('2023-', 2090)).toBe(true);
    expect(coversYear('2018', 2019)).toBe(false);
    expect(coversYear('', 2018)).toBe(false);
  });
});

describe('values by the year from which they hold', () => {
  const values = { 2018: 'a', 2022: 'b' };

  it('takes the nearest earlier one', () => {
    expect([2017, 2018, 2021, 2022, 2030].map((year) => valueIn(values, year))).toEqual([undefined, 'a', 'a', 'b', 'b']);
  });
});
