import { describe, expect, it } from 'vitest';
import type { Deadline } from '../../../server/src/protocol/plans.ts';
import { file, plan, row, UNREADABLE } from './testing.ts';
import { groupWords, plansMessage, rowTooltip, rowWords } from './planRowWords.ts';

const LAST_START = { date: '2024-10-03', kind: 'last-start', activity: 'IA_BE_4' } as const;
const ERRORS = { findings: { error: 2, warning: 1, information: 1, hint: 5 }, gap: 10, points: 30, nextDeadline: LAST_START };
const ALL = { filter: { text: '', errorsOnly: false }, order: 'practice' } as const;
const READ = { state: 'read', read: 5000, known: 5000, searchesFolders: true } as const;

describe('the words of a plan', () => {
  it('say what needs somebody, the most telling first', () => {
    expect(rowWords(row(ERRORS))).toEqual({
      label: 'Elm',
      description: '30/40 · 20 secured · 2 errors · 3 Oct 2024',
      spoken: 'Elm, 2024, Group. 30 of 40 points, 20 secured. 2 errors, 1 warning, 1 note. Next: 3 October 2024: last day to begin IA_BE_4.',
      icon: 'error',
    });
  });

  it('leave room for the points beside a long name, which is said whole', () => {
    const { label, spoken } = rowWords(row({ practice: 'Northern Supercalifragilistic Practice of Otorhinolaryngology' }));
    expect(label).toBe('Northern Supercalifragili…');
    expect(spoken).toContain('Northern Supercalifragilistic Practice of Otorhinolaryngology, 2024, Group.');
    expect(rowWords(row({ practice: 'Riverbend Family Medicine' })).label).toBe('Riverbend Family Medicine');
  });

  it('are few where there is nothing to do', () => {
    expect(rowWords(row({ securedPoints: 40 }))).toEqual({
      label: 'Elm', description: '40/40 · 40 secured', spoken: 'Elm, 2024, Group. 40 of 40 points, 40 secured. No errors.', icon: 'secured',
    });
  });

  it('count to the maximum that the server tells', () => {
    const { description, spoken } = rowWords(row({ points: 15, maxPoints: 30 }));
    expect(description).toContain('15/30');
    expect(spoken).toContain('15 of 30 points');
  });

  it.each([
    [{ findings: { error: 0, warning: 1, information: 0, hint: 0 } }, 'warning'],
    [{ gap: 20, points: 20 }, 'short'],
    [{}, 'full'],
    [{ points: null, securedPoints: null, maxPoints: null, gap: null }, 'unscored'],
  ] as const)('have an icon beside them: %j %s', (more, icon) => expect(rowWords(row(more)).icon).toBe(icon));

  it('tell plans of one file apart, and a file from the practice that it does not name', () => {
    const [group, own] = [plan(), plan({ level: 'individual', points: null, securedPoints: null })];
    const several = file('elm.mips.yaml', group, own);
    expect(rowWords({ file: several, plan: own, index: 1 })).toMatchObject({
      label: 'Elm · Individual', description: 'not scored', spoken: 'Elm, 2024, Individual. Not scored. No errors.',
    });
    expect(rowWords(row({ practice: null })).label).toBe('elm.mips.yaml');
  });

  it('say why a file is not read', () => {
    expect(rowWords(UNREADABLE)).toEqual({ label: 'b.mips.yaml', description: 'may not be read', spoken: 'b.mips.yaml, may not be read.', icon: 'unreadable' });
    expect(rowTooltip(UNREADABLE)).toBe('b.mips.yaml\nNot read: may not be read.');
  });

  it('say everything when the mouse rests on them', () => {
    const worst = { severity: 'error' as const, message: 'Runs 89 days.', range: plan().range };
    expect(rowTooltip(row({ ...ERRORS, worst })).split('\n')).toEqual([
      'Elm · 2024 · Group', '30 of 40 points, 20 secured', '2 errors, 1 warning, 1 note', 'Runs 89 days.',
      '3 October 2024: last day to begin IA_BE_4', 'clients/elm.mips.yaml',
    ]);
    expect(rowTooltip(row({ points: null, practice: null, level: null, performanceYear: null })).split('\n').slice(0, 2)).toEqual(['elm.mips.yaml', 'This plan cannot be scored yet.']);
  });

  it.each([
    ['start', 'IA_BE_4 begins'], ['end', 'last day of IA_BE_4'], ['last-start', 'last day to begin IA_BE_4'],
  ] as const)('name a deadline by what it is: %s', (kind, words) => {
    expect(rowTooltip(row({ nextDeadline: { ...LAST_START, kind } }))).toContain(`3 October 2024: ${words}\n`);
  });

  it('name deadlines that are about no activity', () => {
    const of = (deadline: Pick<Deadline, 'kind' | 'minimum'>) => rowTooltip(row({ nextDeadline: { date: '2025-03-31', activity: null, ...deadline } }));
    expect(of({ kind: 'submission' })).toContain('31 March 2025: last day of the submission window');
    expect(of({ kind: 'last-start-of-any', minimum: '90 days' })).toContain('last day to begin one more activity of 90 days');
  });
});

describe('the words above plans', () => {
  it('count the plans of a year, and those with errors', () => {
    expect(groupWords({ year: 2024, rows: [row(), row(ERRORS)] })).toEqual({ label: '2024', description: '2 plans, 1 with errors', spoken: '2024, 2 plans, 1 with errors' });
    expect(groupWords({ year: null, rows: [row()] })).toMatchObject({ label: 'No performance year', description: '1 plan' });
  });

  it('say how far reading has come', () => {
    expect(plansMessage(READ, ALL, 5, 5)).toBe('');
    expect(plansMessage({ ...READ, state: 'reading', read: 0, known: 0 }, ALL, 0, 0)).toBe('Looking for plans…');
    expect(plansMessage({ ...READ, state: 'reading', read: 1200 }, ALL, 0, 0)).toBe('Reading plans: 1,200 of 5,000');
    expect(plansMessage({ ...READ, state: 'stopped', read: 1200 }, ALL, 0, 0)).toBe('Stopped after 1,200 of 5,000 plan files. Read them again for the rest.');
    expect(plansMessage({ ...READ, searchesFolders: false }, ALL, 1, 1)).toBe('Only open plans are listed: no folder here is on this computer.');
    expect(plansMessage({ ...READ, searchesFolders: false }, ALL, 0, 0)).toBe('');
  });

  it('say what the order is, unless it is by practice', () => {
    expect(plansMessage(READ, { ...ALL, order: 'points' }, 5, 5)).toBe('Sorted by points, fewest first');
    expect(plansMessage(READ, { ...ALL, order: 'errors' }, 0, 0)).toBe('');
  });

  it('say what the filter leaves', () => {
    expect(plansMessage(READ, { ...ALL, filter: { text: ' elm ', errorsOnly: true } }, 1, 5000)).toBe('“elm”, only with errors: 1 of 5,000 plans');
    expect(plansMessage(READ, { ...ALL, filter: { text: 'nowhere', errorsOnly: false } }, 0, 5000)).toBe('');
  });
});
