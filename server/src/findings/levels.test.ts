import { describe, expect, it } from 'vitest';
import { shownSeverity } from './levels.ts';

describe('the severity of a finding as it is shown', () => {
  const finding = { code: 'period-missing', severity: 'warning' } as const;

  it('is its own where the user asks for none', () => {
    expect(shownSeverity(finding, new Map())).toBe('warning');
    expect(shownSeverity(finding, new Map([['missing-key', 'off']]))).toBe('warning');
  });

  it('is the one that the user asks for, or none', () => {
    expect(shownSeverity(finding, new Map([['period-missing', 'hint']]))).toBe('hint');
    expect(shownSeverity(finding, new Map([['period-missing', 'off']]))).toBeUndefined();
  });
});
