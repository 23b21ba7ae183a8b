import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyse, type Analysis } from '../../server/src/analysis.ts';
import type { AnalysisContext } from '../../server/src/analysisContext.ts';
import type { Finding } from '../../server/src/findings/finding.ts';
import { NOT_CANCELLED } from '../../server/src/features/cancellationToken.ts';
import { diagnostics, type KnownDiagnostics } from '../../server/src/features/diagnostics.ts';
import { createInventory } from '../../server/src/inventory/createInventory.ts';

const samples = resolve(import.meta.dirname, '../../samples');
const sample = (name: string): string => readFileSync(join(samples, name), 'utf8');
const RIVERBEND = sample('riverbend.mips.yaml');
const ACTIVITY = `  - id: IA_BE_4 # mips-disable-line activity-surplus
    period: 2024-02-01/2024-03-30
    performed_by: { adams: 2024-01-01/2024-06-30, backer: 2024-03-01/ }
    note: |
      - id: no entry
      # no comment
    evidence: [evidence/log.pdf, { file: gone.pdf }, https://example.org/log]
`;

const SAMPLES = readdirSync(samples).filter((name) => name.endsWith('.mips.yaml')).map(sample);
/** Several documents, of which an edit leaves all but one alone. */
const SEVERAL = [
  `${RIVERBEND}---\n# nothing here\n---\n${RIVERBEND}${ACTIVITY}`,
  `${RIVERBEND}${ACTIVITY.repeat(4)}---\n${sample('heartland-mvp-2024.mips.yaml')}---\n${ACTIVITY.replace(/^/, 'performance_year: 2023\nactivities:\n')}---\n${RIVERBEND}`,
  `${RIVERBEND}${ACTIVITY.repeat(2)}roster:\n  adams: { name: A. Adams } # who\n  baker:\nreweighted: [cost]\n---\n${RIVERBEND}`,
  `${sample('prairie-2025.mips.yaml')}---\n${RIVERBEND}`.replaceAll('\n', '\r\n'),
];
const TEXTS = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...SAMPLES) },
  { weight: 4, arbitrary: fc.constantFrom(...SEVERAL) },
  // What follows an anchor is read with the whole file; so is what is broken.
  { weight: 1, arbitrary: fc.constantFrom(...SEVERAL.flatMap((text) => [text.replace('period: ', 'period: &run '), text.replace('- id', '- "id'), `${text}---\n${sample('mistakes.mips.yaml')}`])) },
);

const PIECE = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(
    '', 'x', ' ', '  ', '\n', '\r\n', '\t', '- ', ': ', '#', ' # note', '"', "'", '{', ']', ',', '&a ', '*a', '<<: ', '|', '---\n', '...\n', '😀',
    '# mips-disable-file period-too-short\n', '# mips-disable-next-line evidence-missing\n', '\n    status: completed\n', '\n    status: dropped\n', 'activities:\n', '\nperformance_year: 2023\n', ACTIVITY, `---\n${RIVERBEND}`,
  ) },
  // What leaves a plan healthy.
  { weight: 3, arbitrary: fc.constantFrom('', 'x', '5', '\n# a comment\n', '\n    status: completed\n', '\n    status: dropped\n', ACTIVITY) },
  fc.string({ maxLength: 4 }),
);
const EDIT = fc.record({ at: fc.nat(), remove: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 300 })), insert: PIECE });
/** What changes beside the text: the day, and which evidence files are there. */
const SETTING = fc.record({ asOf: fc.constantFrom('2024-03-01', '2024-12-31'), missing: fc.subarray(['evidence/log.pdf', 'gone.pdf']) });
/** An edit that is taken back often leaves what was broken whole again. */
const STEP = fc.record({ edit: EDIT, isTakenBack: fc.boolean(), changed: fc.option(SETTING, { freq: 8, nil: undefined }) });

/** In a file of others, which the fixes of a plan that stays keep to from then on. */
const LINE_END_OF_ITS_OWN = ['', '\r\n'].map((insert) => ({ edit: { at: 0, remove: 0, insert }, isTakenBack: false, changed: { asOf: '2024-03-01' as const, missing: [] as string[] } }));

/** Before all others, each of which is another of the file's plans then. */
const ONE_PLAN_MORE = [{ edit: { at: 0, remove: 0, insert: 'performance_year: 2024\nactivities:\n  - id: IA_BE_4\n---\n' }, isTakenBack: false, changed: undefined }];

const INVENTORIES = [createInventory(), createInventory()] as const;

/** An analysis and the evidence files that it asked for. */
function analysed(text: string, { asOf, missing }: { readonly asOf: string; readonly missing: readonly string[] }, before?: Analysis, inventory = INVENTORIES[0]) {
  const asked = new Set<string>();
  const evidenceExists = (path: string): boolean => {
    asked.add(path);
    return !missing.includes(path);
  };
  const context: AnalysisContext = { asOf, inventory, evidenceExists };
  const analysis = analyse(text, context, before);
  return { analysis, asked: [...asked].sort() };
}

/** Everything that is to be seen of an analysis, fixes included, with places as numbers. */
function seen(analysis: Analysis): unknown {
  const { plans, findings, suppressedFindings, comments, suppressions, refused } = analysis;
  const withFixes = (finding: Finding) => ({ ...finding, fixes: finding.fixes?.() });
  const all = {
    plans: plans.map(({ plan, judgements, points, weight }) => ({ plan, judgements, points, weight })),
    findings: findings.map(withFixes), suppressedFindings: suppressedFindings.map(withFixes), comments, suppressions, refused,
    score: analysis.score('file:///a'), explanations: analysis.explain(), overviews: analysis.overview(),
  };
  return JSON.parse(JSON.stringify(all, (_, value: unknown) => {
    if (typeof value === 'bigint') return String(value);
    if (typeof value === 'object' && value !== null && 'start' in value && 'end' in value && typeof value.start === 'number') return `${value.start}–${String(value.end)}`;
    return value;
  }));
}

const SHOWN = { uri: 'file:///a', levels: new Map(), relatedInformation: true, codeDescription: true, unnecessaryTag: true, data: true };

it('an analysis that keeps what an edit left alone is that of the whole text, whatever is edited', { timeout: 1_200_000 }, () => {
  let kept = 0;
  let keptInEdited = 0;
  fc.assert(fc.property(TEXTS, fc.array(STEP, { minLength: 1, maxLength: 8 }), (first, steps) => {
    let text = first;
    let setting: { readonly asOf: string; readonly missing: readonly string[] } = { asOf: '2024-10-01', missing: ['gone.pdf'] };
    let { analysis } = analysed(text, setting);
    const known: KnownDiagnostics = new WeakMap();
    const texts = steps.flatMap(({ edit: { at, remove, insert }, isTakenBack, changed }) => {
      const from = at % (text.length + 1);
      const [was, is] = [text, text.slice(0, from) + insert + text.slice(from + remove)];
      text = isTakenBack ? was : is;
      return isTakenBack ? [{ edited: is, changed }, { edited: was, changed: undefined }] : [{ edited: is, changed }];
    });
    for (const { edited, changed } of texts) {
      setting = changed ?? setting;
      const before = new Set(analysis.plans);
      const judgedBefore = new Set(analysis.plans.flatMap(({ judgements }) => judgements));
      const after = analysed(edited, setting, analysis);
      kept += after.analysis.plans.filter((plan) => before.has(plan)).length;
      keptInEdited += after.analysis.plans.filter((plan) => !before.has(plan)).flatMap(({ judgements }) => judgements).filter((judgement) => judgedBefore.has(judgement)).length;
      analysis = after.analysis;
      const whole = analysed(edited, setting);
      expect(seen(analysis)).toEqual(seen(whole.analysis));
      expect(after.asked).toEqual(whole.asked);
      expect(diagnostics(analysis, SHOWN, NOT_CANCELLED, known)).toEqual(diagnostics(whole.analysis, SHOWN, NOT_CANCELLED));
    }
  }), { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 60), examples: [[SEVERAL[0] as string, LINE_END_OF_ITS_OWN], [SEVERAL[1] as string, ONE_PLAN_MORE]] });
  expect(kept).toBeGreaterThan(40);
  expect(keptInEdited).toBeGreaterThan(40);
});

it('judges every plan anew by another inventory', () => {
  const text = `${RIVERBEND}---\n${RIVERBEND}`;
  const setting = { asOf: '2024-10-01', missing: [] };
  const { analysis } = analysed(text, setting);
  const [first, second] = analysis.plans;
  const { analysis: again } = analysed(text, setting, analysis);
  expect(again.plans).toEqual([first, second]);
  const { analysis: other } = analysed(text, setting, again, INVENTORIES[1]);
  expect(other.plans.map(({ facts }) => facts.inventory)).toEqual([INVENTORIES[1], INVENTORIES[1]]);
});
