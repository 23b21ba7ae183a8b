import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse, type Analysis } from '../../server/src/analysis.ts';
import { createInventory } from '../../server/src/inventory/createInventory.ts';
import { withAliases, withoutAliases } from './twins.ts';

/**
 * Golden plans: each line says at its end which findings begin on it (`# ! code code`, or `code=warning` with the
 * severity); nothing else may appear. The first lines set the as-of date (`# as-of: 2024-06-30`), and whether the plans
 * have flow-style and alias twins with the same findings (`# twins: no` where the findings are about how it is written).
 */
const inventory = createInventory();
const folder = join(import.meta.dirname, 'plans');
const files = readdirSync(folder).filter((name) => name.endsWith('.mips.yaml'));

function setting(text: string, name: string): string | undefined {
  return new RegExp(`^# ${name}: (.*)$`, 'm').exec(text)?.[1];
}

/** The lines with the findings that begin on them: `12: period-too-short=error`. */
function expected(text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const codes = /# ! (.*)$/.exec(line)?.[1]?.trim().split(/\s+/) ?? [];
    return codes.map((code) => `${index + 1}: ${code}`);
  }).sort();
}

function found(analysis: Analysis, expectedLines: readonly string[]): string[] {
  return analysis.findings.map((finding) => {
    const line = `${analysis.source.positionAt(finding.span.start).line + 1}: ${finding.code}`;
    const withSeverity = `${line}=${finding.severity}`;
    return expectedLines.includes(withSeverity) ? withSeverity : line;
  }).sort();
}

/** What a twin must have in common: how often each plan brings each code, and its score. */
function essence(analysis: Analysis): unknown {
  const score = analysis.score('golden');
  return {
    codes: analysis.findings.map((finding) => `${finding.plan}: ${finding.code} ${finding.severity}`).sort(),
    best: score.best,
    plans: score.plans.map((plan) => ({ ...plan, activities: plan.activities.map(({ range: _, ...activity }) => activity) })),
  };
}

it('has golden plans', () => expect(files.length).toBeGreaterThan(5));

describe.each(files)('%s', (name) => {
  const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
  const context = { asOf: setting(text, 'as-of') ?? '2024-01-01', inventory };
  const wanted = expected(text);

  it.each([
    ['LF', text],
    ['CRLF', text.replaceAll('\n', '\r\n')],
    ['a byte-order mark', `\uFEFF${text}`],
    ['no line break at its end', text.trimEnd()],
  ])('with %s', (_, written) => {
    expect(found(analyse(written, context), wanted)).toEqual(wanted);
  });

  if (setting(text, 'twins') === 'no') return;

  it.each([['flow style', withoutAliases], ['aliases', withAliases]])('its twin in %s', (_, rewrite) => {
    const analysis = analyse(text, context);
    const twin = analyse(rewrite(analysis, text), context);
    expect(essence(twin)).toEqual(essence(analysis));
  });
});
