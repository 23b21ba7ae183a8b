import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse, type Analysis } from '../../server/src/analysis.ts';
import { createInventory } from '../../server/src/inventory/createInventory.ts';
import { fileExistsNow } from '../../server/src/node/host/evidenceFile.ts';

const samples = join(import.meta.dirname, '../../samples');
const inventory = createInventory();
const MISTAKES = 'mistakes.mips.yaml';

function analysed(name: string, asOf: string): Analysis {
  const evidenceExists = (path: string): boolean => fileExistsNow(join(samples, path));
  return analyse(readFileSync(join(samples, name), 'utf8'), { asOf, inventory, evidenceExists });
}

interface Expected {
  readonly points: number;
  readonly uncapped: number;
  readonly secured: number;
  readonly weight: number;
  readonly contribution: number;
}

/** Every sample, the date that its comments speak of, and what its plans are worth. */
const EXPECTED: Readonly<Record<string, readonly [asOf: string, ...plans: Expected[]]>> = {
  // 2024 traditional, special status: high 40 (IA_EPA_1) + medium 20 (IA_BE_4) = 60, capped at 40 (Points 1 and 5).
  // IA_BE_4 runs 1 March to 29 May, both ends counted 90 days. 9 and 6 of 12 are at least half. Both are completed,
  // over and documented (Planned and secured). Nothing is reweighted: 15 %.
  'riverbend.mips.yaml': ['2024-12-31', { points: 40, uncapped: 60, secured: 40, weight: 15, contribution: 15 }],

  // 2023 traditional, no special status: high 20 (IA_BMH_12) + medium 10 (IA_PSPA_16) = 30. 58 % and 51 of 86 are at
  // least half. IA_CC_13 is dropped: 0. 30 / 40 × 15 = 11.25.
  'lakeshore-2023.mips.yaml': ['2023-12-31', { points: 30, uncapped: 30, secured: 30, weight: 15, contribution: 11.25 }],

  // 2017: IA_PCMH earns 40 (Points 2), the credit repeats it and counts once. One recognised site is enough in 2017
  // (Which activities earn credit 6). Completed with evidence: secured.
  'cedar-hill-2017.mips.yaml': ['2017-12-31', { points: 40, uncapped: 40, secured: 40, weight: 15, contribution: 15 }],

  // 2019 traditional, non-patient-facing: two medium activities, doubled, 20 + 20. In 2019 one clinician is enough
  // (3). Promoting interoperability reweighted in 2019: still 15 %.
  'summit-imaging-2019.mips.yaml': ['2019-12-31', { points: 40, uncapped: 40, secured: 40, weight: 15, contribution: 15 }],

  // APM scoring standard (Points 4): 30 assigned + medium 10 (IA_CC_10) = 40; category weight 20.
  'mssp-2018.mips.yaml': ['2018-12-31', { points: 40, uncapped: 40, secured: 40, weight: 20, contribution: 20 }],

  // 2021 traditional virtual group, small practice: two medium activities doubled, 20 + 20; 62.5 % is at least half.
  // The second activity takes everything but its id from the first by a merge key.
  'tidewater-virtual-2021.mips.yaml': ['2021-12-31', { points: 40, uncapped: 40, secured: 40, weight: 15, contribution: 15 }],

  // 2024 MVP: medium 20 + 20, never doubled. IA_CC_9: two of four clinicians, each with a run of 90 days or more, is
  // half; completed, documented, both runs over: secured. IA_PM_14 is in progress: planned.
  'heartland-mvp-2024.mips.yaml': ['2024-11-30', { points: 40, uncapped: 40, secured: 20, weight: 15, contribution: 15 }],

  // 2025 traditional: 20 for each activity, without weights. 11 of 18 is at least half. IA_PM_26 is dropped.
  'prairie-2025.mips.yaml': ['2025-12-31', { points: 40, uncapped: 40, secured: 40, weight: 15, contribution: 15 }],

  // 2026 traditional: 20 + 20 under the new ids. On 30 June the first is completed and over, the second runs.
  'prairie-2026.mips.yaml': ['2026-06-30', { points: 40, uncapped: 40, secured: 20, weight: 15, contribution: 15 }],

  // APP (Points 4): 40, whatever else; secured because credited. Category weight 20 (Weight in the final score).
  'great-plains-aco-2024.mips.yaml': ['2024-12-31', { points: 40, uncapped: 40, secured: 40, weight: 20, contribution: 20 }],

  // 2024 traditional individual: high 20 (IA_PSPA_22, any length; 2024 − 2020 ≥ 4) + 20 for the APM, whose condition
  // holds because an activity earns credit (Points 3). The APM credit is secured when credited.
  'okafor-apm-2024.mips.yaml': ['2024-12-31', { points: 40, uncapped: 40, secured: 40, weight: 15, contribution: 15 }],

  // Group: medium doubled = 20, 20 / 40 × 15 = 7.5. Individual: high doubled = 40; promoting interoperability
  // reweighted for a small practice from 2022: 30 %. The second contributes more.
  'juniper-2024.mips.yaml': [
    '2024-12-31',
    { points: 20, uncapped: 20, secured: 20, weight: 15, contribution: 7.5 },
    { points: 40, uncapped: 40, secured: 40, weight: 30, contribution: 30 },
  ],

  // Only IA_CC_8 and IA_BE_1 earn credit: medium 10 + 10, not doubled because the status is misspelt. Nothing is
  // documented: 0 secured. 20 / 40 × 15 = 7.5.
  [MISTAKES]: ['2024-12-31', { points: 20, uncapped: 20, secured: 0, weight: 15, contribution: 7.5 }],
};

const names = readdirSync(samples).filter((name) => name.endsWith('.mips.yaml'));

it('are all pinned here', () => {
  expect(names.sort()).toEqual(Object.keys(EXPECTED).sort());
});

describe.each(Object.entries(EXPECTED))('%s', (name, [asOf, ...expected]) => {
  it('has the score that follows from the rules', () => {
    const { plans } = analysed(name, asOf).score(name);
    expect(plans.map(({ points, uncappedPoints, securedPoints, categoryWeight, contribution }) => ({
      points, uncapped: uncappedPoints, secured: securedPoints, weight: categoryWeight, contribution,
    }))).toEqual(expected);
  });

  it(name === MISTAKES ? 'has errors' : 'has neither errors nor warnings, then and later', () => {
    for (const date of [asOf, '2026-11-30', '2035-01-01']) {
      const { findings, suppressedFindings } = analysed(name, date);
      const bad = [...findings, ...suppressedFindings].filter(({ severity }) => severity === 'error' || severity === 'warning');
      if (name === MISTAKES) expect(bad.length).toBeGreaterThan(20);
      else expect(bad).toEqual([]);
    }
  });
});

it('names the second plan of juniper-2024 as the best', () => {
  expect(analysed('juniper-2024.mips.yaml', '2024-12-31').score('').best).toBe(1);
});

it('shows in mistakes.mips.yaml what goes wrong most often', () => {
  const codes = new Set(analysed(MISTAKES, '2024-12-31').findings.map(({ code }) => code));
  expect([...codes].sort()).toEqual([
    'activity-needs-mvp', 'activity-not-in-year', 'attested-too-recently', 'clinician-count-mismatch', 'duplicate-activity', 'evidence-missing',
    'evidence-not-found', 'invalid-date', 'invalid-npi', 'invalid-value', 'last-start-passed', 'participation-missing', 'participation-too-high',
    'participation-too-low', 'period-outside-year', 'period-reversed', 'period-too-short', 'score-below-maximum',
    'unknown-activity', 'unknown-clinician', 'unknown-key', 'unquoted-identifier',
  ]);
});

it('hold no TIN but 000… and no NPI of a person', () => {
  for (const name of names) {
    const text = readFileSync(join(samples, name), 'utf8');
    for (const [, tin = ''] of text.matchAll(/tin: "?(\S{9})/g)) expect(tin).toMatch(/^000/);
    for (const [npi] of text.matchAll(/\b\d{10}\b/g)) expect(npi).toMatch(/^10000000/);
  }
});

it('come with their evidence and nothing else', () => {
  const evidence = readdirSync(join(samples, 'evidence'), { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(samples, 'evidence', path)).isFile() && path !== 'README.md')
    .map((path) => `evidence/${path.replaceAll('\\', '/')}`);
  const named = names.flatMap((name) =>
    analysed(name, '2026-01-01').plans.flatMap(({ plan }) =>
      (plan.activities.value?.value ?? []).flatMap((activity) =>
        (activity.evidence.value?.value ?? []).filter(({ kind }) => kind === 'file').map(({ value }) => value))));
  expect(evidence.filter((path) => !named.includes(path))).toEqual([]);
});
