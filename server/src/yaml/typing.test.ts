import { describe, expect, it } from 'vitest';
import type { ParsedYaml } from './parsed.ts';
import { parsedOf, valuesOf } from './testing/mending.ts';

const BLOCK_STYLE = `# It's a plan
performance_year: 2024
practice: { name: "Dr. No", tin: '000123456' }
special_statuses: [small_practice, rural]
activities:
  - id: IA_ONE # "high
    period: 2024-01-15/2024-06-30
    evidence:
      - a.pdf
      - { file: "b, c.pdf", title: 'O''Neil' }
  - id: IA_TWO
    period: { start: 2024-03-01, end: 2024-05-29 }
    performed_by: 60%
  - id: "IA_THREE"
    note: Dr. O'Neil said "no"
`;

const FLOW_STYLE = `performance_year: 2024
practice: { name: Riverbend, tin: "000123456" }
activities: [
  { id: IA_ONE, period: 2024-01-15/2024-06-30, evidence: [a.pdf, "b, c.pdf"] },
  { id: IA_TWO,
    period: { start: 2024-03-01, end: 2024-05-29 },
    note: 'it''s' },
  { id: IA_THREE }
]
`;

const LISTS_AT_THEIR_KEYS = `performance_year: 2024
activities:
- id: IA_ONE
  period: 2024-01-15/2024-06-30
  evidence:
  - a.pdf
  - "b.pdf"
- id: IA_TWO
  period:
    start: 2024-03-01
    end: 2024-05-29
- id: IA_THREE
`;

const ID = /\bid: "?(IA_\w+)/;

interface Plan {
  readonly activities?: unknown;
}

/** Ids of the activities of all plans that were read. */
function idsRead(parsed: ParsedYaml): unknown[] {
  const activities = [valuesOf(parsed)].flat().flatMap((plan) => (plan as Plan | null)?.activities);
  return activities.map((activity) => (activity as { readonly id?: unknown } | null | undefined)?.id);
}

function idsIn(lines: readonly string[]): string[] {
  return lines.flatMap((line) => ID.exec(line)?.[1] ?? []);
}

function expectReading(lines: readonly string[], ids: readonly string[]): void {
  const text = lines.join('\n');
  const parsed = parsedOf(text);
  expect(parsed.problems.length, text).toBeLessThanOrEqual(1);
  expect(idsRead(parsed), text).toEqual(expect.arrayContaining([...ids]));
}

describe.each([
  ['a plan in block style', BLOCK_STYLE],
  ['a plan in flow style', FLOW_STYLE],
  ['a plan with lists at the column of their keys', LISTS_AT_THEIR_KEYS],
])('%s', (_name, plan) => {
  const lines = plan.split('\n');

  it('is read as far as it is typed, with one problem at a time', () => {
    for (let length = 0; length <= plan.length; length++) {
      const typed = plan.slice(0, length).split('\n');
      expectReading(typed, idsIn(typed.slice(0, -1)));
    }
  });

  it('is read around each line while that is typed, with one problem at a time', () => {
    for (const [number, line] of lines.entries()) {
      // Without its key there is no list of activities.
      if (line.startsWith('activities')) continue;
      const others = idsIn(lines.filter((other) => other !== line));
      for (let length = 0; length < line.length; length++) {
        expectReading(lines.with(number, line.slice(0, length)), others);
      }
    }
  });
});

describe('a plan in block style', () => {
  it('is read around each new key while that is typed, with one problem at a time', () => {
    const lines = BLOCK_STYLE.split('\n');
    const typed = '    note: "x: y" # z';
    const places = lines.flatMap((line, number) => (/^ {4}\w+:/.test(line) ? [number] : []));
    expect(places).toHaveLength(5);
    for (const number of places) {
      for (let length = 0; length <= typed.length; length++) {
        expectReading(lines.toSpliced(number, 0, typed.slice(0, length)), idsIn(lines));
      }
    }
  });
});
