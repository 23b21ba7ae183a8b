import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, readSettings } from './settings.ts';

describe('settings', () => {
  it.each([undefined, null, {}, [], 'x', 3, { asOfDate: '', inventoryFiles: [], findings: {}, inlayHints: {}, codeLens: null }])('are the defaults for %j', (section) => {
    expect(readSettings(section)).toEqual({ settings: DEFAULT_SETTINGS, complaints: [] });
    expect(DEFAULT_SETTINGS).toEqual({ asOfDate: undefined, inventoryFiles: [], findings: new Map(), inlayHints: true, codeLens: true });
  });

  it('are read', () => {
    const { settings, complaints } = readSettings({
      asOfDate: ' 2024-06-30 ',
      inventoryFiles: ['2027/measures-data.json', '', '2027/measures-data.json', ' b.json'],
      findings: { 'activity-surplus': 'off', 'unknown-key': 'error' },
      inlayHints: { enabled: false },
      codeLens: { enabled: false },
    });
    expect(complaints).toEqual([]);
    expect(settings).toEqual({
      asOfDate: '2024-06-30',
      inventoryFiles: ['2027/measures-data.json', 'b.json'],
      findings: new Map([['activity-surplus', 'off'], ['unknown-key', 'error']]),
      inlayHints: false,
      codeLens: false,
    });
  });

  it.each([
    [{ asOfDate: '2024-02-30' }, 'mipsPlan.asOfDate: “2024-02-30” is not a date of the calendar, so plans are checked as of today. Write it as YYYY-MM-DD.'],
    [{ asOfDate: 20240630 }, 'mipsPlan.asOfDate: 20240630 is not a date of the calendar, so plans are checked as of today. Write it as YYYY-MM-DD.'],
    [{ inventoryFiles: 'a.json' }, 'mipsPlan.inventoryFiles is not a list of paths, so no inventory file is loaded.'],
    [{ inventoryFiles: [1] }, 'mipsPlan.inventoryFiles is not a list of paths, so no inventory file is loaded.'],
    [{ findings: ['activity-surplus'] }, 'mipsPlan.findings does not give each code a severity, so every finding keeps its own.'],
    [{ findings: { 'activity-surplis': 'off' } }, 'mipsPlan.findings: there is no finding `activity-surplis`; did you mean `activity-surplus`?'],
    [{ findings: { constructor: 'off' } }, 'mipsPlan.findings: there is no finding `constructor`'],
    [{ findings: { 'unknown-key': 'warn' } }, 'mipsPlan.findings: `unknown-key` can be error, warning, information, hint, off, not “warn”.'],
    [{ inlayHints: { enabled: 'no' } }, 'mipsPlan.inlayHints.enabled is “no”, not true or false, so it is on.'],
  ])('of %j: says what it cannot use', (section, complaint) => {
    expect(readSettings(section)).toEqual({ settings: DEFAULT_SETTINGS, complaints: [complaint] });
  });

  it('keep what is right beside what is wrong', () => {
    const { settings, complaints } = readSettings({ asOfDate: 'tomorrow', findings: { x: 'off', 'unknown-key': 'hint' }, codeLens: { enabled: false } });
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, findings: new Map([['unknown-key', 'hint']]), codeLens: false });
    expect(complaints).toHaveLength(2);
  });
});
