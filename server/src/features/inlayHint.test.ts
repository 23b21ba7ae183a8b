import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis.ts';
import { inlayHints } from './inlayHint.ts';
import { CANCELLED, NOT_CANCELLED, TEST_CONTEXT } from './testing/markedText.ts';

const WHOLE = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
const HEAD = 'performance_year: 2024\npractice: { name: X, clinicians: 9 }\nsubmission: { level: group }\n';

/** The text with each hint in it, as `‹hint›`. */
function hinted(text: string, range = WHOLE): string {
  const analysis = analyse(text, TEST_CONTEXT);
  let shown = text;
  for (const { position, label, paddingLeft } of [...inlayHints(analysis, range, NOT_CANCELLED)].reverse()) {
    expect(paddingLeft).toBe(true);
    const offset = analysis.source.offsetAt(position);
    shown = `${shown.slice(0, offset)}‹${label as string}›${shown.slice(offset)}`;
  }
  return shown;
}

function activities(text: string, head = HEAD): string {
  return hinted(`${head}activities:\n${text}`).slice(`${head}activities:\n`.length);
}

describe('inlayHints', () => {
  it('tell title and points, days and share', () => {
    expect(activities('  - id: IA_BE_4 # portal\n    period: 2024-03-01/2024-05-29\n    performed_by: 5\n')).toBe(
      '  - id: IA_BE_4‹Engagement of patients…, 10 points› # portal\n    period: 2024-03-01/2024-05-29‹90 days›\n    performed_by: 5‹of 9›\n');
  });

  it('show what is shortened in full when asked', () => {
    const [hint] = inlayHints(analyse(`${HEAD}activities:\n  - id: IA_BE_4\n`, TEST_CONTEXT), WHOLE, NOT_CANCELLED);
    expect(hint?.tooltip).toMatch(/^Engagement of patients .*$/);
    expect(hint?.label.length).toBeLessThan(43);
  });

  it('stand behind keys whose values fill lines of their own', () => {
    expect(activities('  - id: IA_BE_4\n    period:\n      start: 2024-03-01\n      end: 2024-03-01\n    performed_by:\n      - a\n      - b\n')).toContain(
      'period:‹1 day›\n      start: 2024-03-01\n      end: 2024-03-01\n    performed_by:‹2 of 9›\n');
    expect(activities('  - { id: IA_BE_4, period: { start: 2024-03-01, end: 2024-05-29 }, performed_by: [a, b] }\n')).toMatch(
      /IA_BE_4‹[^›]+›, period: \{ start: 2024-03-01, end: 2024-05-29 \}‹90 days›, performed_by: \[a, b\]‹2 of 9› \}/);
  });

  it('tell the days of each clinician', () => {
    expect(activities('  - id: IA_BE_4\n    performed_by:\n      a: 2024-01-01/2024-12-31\n      b: 2024-01-01/2024-01-02\n')).toContain(
      'performed_by:‹1 of 9›\n      a: 2024-01-01/2024-12-31‹366 days›\n      b: 2024-01-01/2024-01-02‹2 days›\n');
  });

  it('count what `all` and whole percentages are', () => {
    const share = (written: string, head?: string): string => activities(`  - id: IA_BE_4\n    performed_by: ${written}\n`, head).split('\n')[1] ?? '';
    expect(share('all')).toBe('    performed_by: all‹9 of 9›');
    expect(share('"100%"')).toBe('    performed_by: "100%"‹9 of 9›');
    expect(share('60%')).toBe('    performed_by: 60%');
    expect(share('55.5%', HEAD.replace('9', '200'))).toBe('    performed_by: 55.5%‹111 of 200›');
    expect(share('5', HEAD.replace(', clinicians: 9', ''))).toBe('    performed_by: 5');
    expect(share('5', HEAD.replace('level: group', 'level: individual'))).toBe('    performed_by: 5');
  });

  it('tell nothing that cannot be known', () => {
    expect(activities('  - id: IA_NO_1\n    period: 2024-06-01/2024-01-01\n    performed_by: who?\n  - id:\n  -\n  - period: 2024-01-01\n')).not.toContain('‹');
    expect(activities('  - id: IA_BE_4\n', HEAD.replace('2024', '1999'))).toMatch(/IA_BE_4‹[^›]*…›/);
    expect(activities('  - id: IA_BE_4\n    status: dropped\n')).toContain(', no points›');
    expect(activities('  - id: IA_BE_4\n', HEAD.replace('level', 'program: app, level'))).not.toContain('points');
    expect(hinted('activities: [{')).toBe('activities: [{');
    expect(hinted('['.repeat(70))).not.toContain('‹');
  });

  it('stand at aliases, and only once where a merge brings several keys', () => {
    const text = `${HEAD}x: &base { id: IA_BE_4, period: 2024-01-01/2024-04-01 }\nactivities:\n  - *base\n  - { <<: *base, performed_by: 5 }\n`;
    expect(hinted(text)).toMatch(/ {2}- \*base‹[^›]+ points›\n {2}- \{ <<: \*base‹[^›]+›, performed_by: 5‹of 9› \}/);
    expect(hinted(text).match(/‹/g)).toHaveLength(3);
  });

  it('keep their places with CRLF, a byte-order mark and astral characters', () => {
    expect(hinted(`\uFEFF${HEAD}activities:\n  - { note: "𝒳", id: IA_BE_4 }\n`.replaceAll('\n', '\r\n'))).toMatch(/"𝒳", id: IA_BE_4‹[^›]+› \}\r\n/);
  });

  it('are those of the range, and none once cancelled', () => {
    const text = `${HEAD}activities:\n  - id: IA_BE_4\n    period: 2024-01-01/2024-04-01\n  - id: IA_CC_2\n`;
    const range = { start: { line: 5, character: 0 }, end: { line: 5, character: 99 } };
    expect(hinted(text, range).match(/‹[^›]+›/g)).toEqual(['‹92 days›']);
    expect(inlayHints(analyse(text, TEST_CONTEXT), WHOLE, CANCELLED)).toEqual([]);
  });
});
