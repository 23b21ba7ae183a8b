import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { parseYaml } from './parse.ts';
import type { ParsedYaml } from './parsed.ts';
import { parsedOf, valuesOf } from './testing/mending.ts';

const PLAN = `# A plan
performance_year: 2024
practice:
  name: "Riverbend Family Medicine"
  tin: '000123456' # digits
submission: { program: traditional, level: group }
special_statuses: [small_practice, rural]
activities:
  - id: IA_ONE
    period: 2024-01-15/2024-06-30
    performed_by: [adams, baker]
    evidence:
      - evidence/log.pdf
      - { file: "x y.pdf", title: 'Dr. O''Neil' }
    note: Dr. O'Neil said "no" later
  - id: "IA_TWO"
    period: { start: 2024-03-01, end: 2024-05-29 }
    note: |
      some "text: {
        - x
    owner: 'x'
  - id: IA_THREE
    evidence: ["a.pdf", { note: 'b' }]
---
performance_year: 2024
activities: []
`;

const RUNS = { numRuns: 400, seed: 20240301 };

/** Text as it gets into files by mistake. */
const SCRAP = fc.oneof(
  fc.constantFrom(
    ...Array.from('{}[],:#-?*&!|>\'"%@`\t \n\r\\a.~<='),
    '- ',
    ': ',
    '---\n',
    '...\n',
    '\r\n',
    '<<: ',
    '\u00a0',
    '\ufeff',
    '\0',
    '\ud800',
    '💡',
  ),
  fc.constantFrom('<<<<<<< HEAD\n', '=======\n', '>>>>>>> b\n', 'key: value\n', '  - id: IA_FOUR\n', 'text\n'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

const MUTATED = fc
  .tuple(
    fc.constantFrom(PLAN, PLAN.replaceAll('\n', '\r\n'), `\ufeff${PLAN}`),
    fc.array(fc.tuple(fc.nat(PLAN.length), fc.nat(12), SCRAP), { minLength: 1, maxLength: 3 }),
  )
  .map(([plan, changes]) =>
    changes.reduce(
      (text, [at, deleted, inserted]) =>
        text.slice(0, at) + (deleted % 2 === 0 ? inserted : '') + text.slice(at + deleted),
      plan,
    ),
  );

function expectInvariants(text: string, parsed: ParsedYaml): void {
  const starts = parsed.problems.map(({ span }) => span.start);
  expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
  const spans = parsed.problems.flatMap(({ span, fixes }) => [
    span,
    ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span)),
  ]);
  for (const { start, end } of [...spans, ...parsed.comments])
    expect(0 <= start && start <= end && end <= text.length).toBe(true);
  let before = 0;
  for (let offset = 0; offset <= text.length; offset++) {
    const original = parsed.originalOffset(offset);
    if (original < before || original > text.length)
      expect.fail(`offset ${String(offset)} stands at ${String(original)} behind ${String(before)}`);
    before = original;
  }
  for (const { start, end } of parsed.comments) expect(text.slice(start, end)).toMatch(/^#[^\n]*$/);
}

function idsRead(parsed: ParsedYaml): unknown[] {
  const plans = [valuesOf(parsed)].flat() as { activities?: { id?: unknown }[] }[];
  return plans.flatMap(({ activities }) => activities?.map(({ id }) => id) ?? []);
}

describe('a plan with a few changes', () => {
  it('is read without a throw, its problems and offsets inside the file', () => {
    fc.assert(
      fc.property(MUTATED, (text) => {
        const parsed = parseYaml(text);
        if (!('code' in parsed)) expectInvariants(text, parsed);
      }),
      RUNS,
    );
  });

  it('has a problem if the library has an error, and each says what in a sentence', () => {
    fc.assert(
      fc.property(MUTATED, (text) => {
        const parsed = parseYaml(text);
        if ('code' in parsed) return;
        const documents = parseAllDocuments(text.replace(/\r(?!\n)/g, '\n'), { uniqueKeys: false, logLevel: 'silent' });
        const hasErrors = [...documents].some(({ errors }) => errors.length > 0);
        expect(parsed.problems.length > 0 || !hasErrors).toBe(true);
        for (const { message } of parsed.problems) expect(message).toMatch(/^[A-Z`][^\n]{10,140}\.$/);
      }),
      RUNS,
    );
  });
});

describe('text of any kind', () => {
  it('is read without a throw, its problems and offsets inside the file', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(SCRAP, { maxLength: 60 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parseYaml(text);
        if (!('code' in parsed)) expectInvariants(text, parsed);
      }),
      RUNS,
    );
  });
});

describe('a plan without one of its closing characters', () => {
  const closers = [...PLAN.matchAll(/(?<=["'\w] ?)["'\]}](?=[\s,])/g)]
    .map((match) => match.index)
    .filter((at) => !isPlainText(at));

  it.each(closers.map((at) => [lineAt(at).trim(), at] as const))('is read below and above: %s (%i)', (_line, at) => {
    const parsed = parsedOf(PLAN.slice(0, at) + PLAN.slice(at + 1));
    const ids = ['IA_ONE', 'IA_TWO', 'IA_THREE'].filter((id) => !lineAt(at).includes(id));
    expect(idsRead(parsed)).toEqual(expect.arrayContaining(ids));
    expect(parsed.problems).toHaveLength(1);
    const [problem] = parsed.problems;
    expect(lineAt(problem?.span.start ?? 0)).toBe(lineAt(at));
  });

  function lineAt(at: number): string {
    const start = PLAN.lastIndexOf('\n', at - 1) + 1;
    return PLAN.slice(start, PLAN.indexOf('\n', at));
  }

  function isPlainText(at: number): boolean {
    return /note: Dr|some/.test(lineAt(at));
  }
});
