import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addDays, dayNumber, endOfMonths, isCalendarDate, lengthInDays } from './calendarDate.ts';

describe('isCalendarDate', () => {
  it.each(['2024-02-29', '2023-12-31', '0001-01-01', '2000-02-29'])('%s is one', (text) => expect(isCalendarDate(text)).toBe(true));
  it.each(['2024-02-30', '2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '2024-01-00', '2024-1-1', '20240101', ' 2024-01-01', '2024-01-01T00:00', ''])(
    '%s is none',
    (text) => expect(isCalendarDate(text)).toBe(false),
  );
});

describe('lengthInDays', () => {
  it('counts both end days', () => {
    expect(lengthInDays('2024-01-01', '2024-01-01')).toBe(1);
    expect(lengthInDays('2024-01-01', '2024-03-30')).toBe(90);
    expect(lengthInDays('2023-01-01', '2023-03-31')).toBe(90);
    expect(lengthInDays('2024-10-03', '2024-12-31')).toBe(90);
    expect(lengthInDays('2024-01-02', '2024-01-01')).toBe(0);
  });
});

describe('addDays', () => {
  it('undoes itself and moves the day number', () => {
    const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }).map((value) => value.toISOString().slice(0, 10));
    fc.assert(fc.property(date, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
      const to = addDays(from, days);
      expect(isCalendarDate(to)).toBe(true);
      expect(addDays(to, -days)).toBe(from);
      expect(dayNumber(to) - dayNumber(from)).toBe(days);
    }));
  });
});

describe('endOfMonths', () => {
  it.each([
    ['2024-01-01', '2024-06-30'],
    ['2024-03-31', '2024-09-30'],
    ['2023-08-31', '2024-02-29'],
    ['2022-08-30', '2023-02-28'],
    ['2024-07-01', '2024-12-31'],
    ['2024-07-15', '2025-01-14'],
  ])('six months from %s end on %s', (start, end) => expect(endOfMonths(start, 6)).toBe(end));
});
