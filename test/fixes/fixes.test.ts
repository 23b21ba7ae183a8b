import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse, type Analysis } from '../../server/src/analysis.ts';
import type { Finding, Fix } from '../../server/src/findings/finding.ts';
import { createInventory } from '../../server/src/inventory/createInventory.ts';
import { withoutAliases } from '../golden/twins.ts';

/** Every fix of every finding in the golden plans is applied, and the plan checked again. */
const inventory = createInventory();
const folder = join(import.meta.dirname, '../golden/plans');
const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n') }));

/** What stays until somebody says more: a made-up file or id would be worse. */
const ASKS_FOR_MORE = new Set(['evidence-missing', 'missing-key', 'score-below-maximum', 'wrong-type']);

function applyFix(text: string, fix: Fix): string {
  return [...fix.edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((edited, { span, newText }) => edited.slice(0, span.start) + newText + edited.slice(span.end), text);
}

function countOf(analysis: Analysis, code: string): number {
  return analysis.findings.filter((finding) => finding.code === code).length;
}

function comments(text: string): string[] {
  return text.match(/#.*/g) ?? [];
}

function check(text: string, analysis: Analysis, finding: Finding, fix: Fix): void {
  const fixed = applyFix(text, fix);
  const from = Math.max(0, finding.span.start - 120);
  const label = `${finding.code}: ${fix.title}\n${fixed.slice(from, from + 400)}`;
  const after = analyse(fixed, analysis.context);
  expect(countOf(after, 'yaml-syntax'), label).toBeLessThanOrEqual(countOf(analysis, 'yaml-syntax'));
  expect(after.plans.length, label).toBe(analysis.plans.length);
  const alike = ({ findings }: Analysis): number => findings.filter(({ code, message, plan }) => code === finding.code && message === finding.message && plan === finding.plan).length;
  if (!ASKS_FOR_MORE.has(finding.code)) expect(alike(after), label).toBeLessThan(alike(analysis));
  for (const code of ['wrong-type', 'unknown-key', 'duplicate-key', 'invalid-value', 'invalid-date']) {
    if (code !== finding.code && finding.code !== 'duplicate-key') expect(countOf(after, code), `${label}\nbrings ${code}`).toBeLessThanOrEqual(countOf(analysis, code));
  }
  if (fixed.includes('\r\n')) expect(fixed, label).not.toMatch(/[^\r]\n/);
  const isAboutComments = finding.code.endsWith('-suppression');
  if (!fix.title.startsWith('Remove') && !isAboutComments) expect(comments(fixed), label).toEqual(comments(text));
}

describe.each(files)('$name', ({ text }) => {
  const context = { asOf: /^# as-of: (.*)$/m.exec(text)?.[1] ?? '2024-01-01', inventory };

  it.each([
    ['LF', (written: string) => written],
    ['CRLF', (written: string) => written.replaceAll('\n', '\r\n')],
    ['flow style', (written: string) => withoutAliases(analyse(written, context), written)],
  ])('each fix repairs its finding in %s', (_, rewrite) => {
    const written = rewrite(text);
    const analysis = analyse(written, context);
    for (const finding of analysis.findings) {
      for (const fix of finding.fixes?.() ?? []) check(written, analysis, finding, fix);
    }
  });
});

it('most findings can be repaired', () => {
  const fixable = new Set(files.flatMap(({ text }) => {
    const analysis = analyse(text, { asOf: /^# as-of: (.*)$/m.exec(text)?.[1] ?? '2024-01-01', inventory });
    return analysis.findings.filter((finding) => (finding.fixes?.() ?? []).length > 0).map((finding) => finding.code);
  }));
  expect([...fixable].sort()).toEqual([
    'activity-not-in-year', 'activity-surplus', 'clinician-count-mismatch', 'duplicate-activity', 'duplicate-key',
    'evidence-missing', 'ia-study-ended', 'invalid-date', 'invalid-value', 'medical-home-details-missing',
    'medical-home-not-attested', 'missing-key', 'mvp-not-in-year', 'participation-missing', 'period-missing', 'period-outside-year', 'period-reversed',
    'period-too-short', 'pi-reweighted-automatically', 'program-not-in-year', 'repeat-limit', 'score-below-maximum',
    'small-practice-size', 'small-practice-undeclared', 'status-behind-period', 'status-redundant',
    'tin-in-plain-text', 'unknown-activity', 'unknown-clinician', 'unknown-key', 'unknown-mvp', 'unknown-suppression', 'unquoted-identifier',
    'unused-suppression', 'wrong-type', 'year-not-covered',
  ]);
});
