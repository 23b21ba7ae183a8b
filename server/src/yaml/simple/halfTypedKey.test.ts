import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readByLibrary, readYaml, readYamlOnce, type YamlFile } from '../readYaml.ts';
import { PLANS } from '../../../../test/golden/planTexts.ts';
import { readHalfTyped } from './halfTypedKey.ts';

const PLAN = `# A plan
performance_year: 2024 # this year
practice: { name: "Dr. No", clinicians: 12 }
submission:
  program: traditional

  level: group
roster:
  adams: { name: A. Adams }
  baker:
activities:
  # The first.
  - id: IA_EPA_1   # high
    period:
      start: 2024-01-15
      end: 2024-06-30
    performed_by: [adams]
    evidence:
      - logs/a b.pdf
      - { file: "b, c.pdf", title: x }
# at the margin
  - id: IA_BE_4
    status:
    evidence:
    - a.pdf
  - id: IA_PM_2
    note: as agreed
`;

/** Whether it is read as a key that is being typed. If it is, mending gives the same. */
function isReadAlike(text: string): boolean {
  if (readHalfTyped(text) === undefined) return false;
  expect(readYamlOnce(text), text).toStrictEqual(readByLibrary(text));
  return true;
}

function withLine(text: string, line: number, typed: string): string {
  const lines = text.split('\n');
  lines.splice(line, 0, text.includes('\r') ? `${typed}\r` : typed);
  return lines.join('\n');
}

describe('readHalfTyped', () => {
  it.each([
    ['among the keys of an activity', PLAN.replace('    performed_by', '    perf\n    performed_by')],
    ['at the end of an activity', PLAN.replace('# at the margin', '    stat\n  - id: IA_BE_1')],
    ['at the end of the file', `${PLAN}    stat`],
    ['below a list', PLAN.replace('# at the margin', '    not')],
    ['at the margin', PLAN.replace('roster:', 'special_sta\nroster:')],
    ['in a map of the head', PLAN.replace('  level: group', '  level: group\n  mvp')],
  ])('reads a key that is typed %s', (_, text) => {
    expect(isReadAlike(text)).toBe(true);
    expect(isReadAlike(text.replaceAll('\n', '\r\n'))).toBe(true);
  });

  it.each([
    ['a map below it', PLAN.replace('    period:', '    peri')],
    ['a list below it', PLAN.replace('    evidence:\n    -', '    evid\n    -')],
    ['a comment behind it', PLAN.replace('    status:', '    stat # done')],
    ['another such line', PLAN.replace('    status:', '    stat\n    note: x\n    perio')],
    ['another column than the keys', PLAN.replace('    status:', '   stat')],
    ['nothing above', `perf\n${PLAN}`],
    ['anything else that is broken', PLAN.replace('    status:', '    stat\n    note: "x')],
  ])('leaves a word with %s to mending', (_, text) => {
    expect(readHalfTyped(text)).toBeUndefined();
  });

  it('gives what mending gives, wherever somebody types', () => {
    const word = fc.constantFrom('p', 'perf', 'null', 'true', 'n', 'id', 'status', 'activities', '_x', 'a-b', 'o2');
    const typed = fc.oneof({ weight: 4, arbitrary: word }, fc.constantFrom('perf ', 'Perf', 'as agreed', 'perf #', '- perf', '12', 'perf:', ''));
    const text = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(PLAN, PLAN.replaceAll('\n', '\r\n'), PLAN.replaceAll(/ *#.*\n/g, '\n'), PLAN.replaceAll(/^ {2}/gm, '')) }, fc.constantFrom(...PLANS.map(([, text]) => text)));
    let read = 0;
    fc.assert(fc.property(text, fc.nat(), fc.constantFrom(0, 1, 2, 3, 4, 4, 5, 6, 8), typed, fc.boolean(), (plan, at, column, word, isLast) => {
      const count = plan.split('\n').length;
      const line = at % count;
      const typedIn = withLine(plan, line, ' '.repeat(column) + word);
      if (isReadAlike(isLast ? typedIn.split('\n').slice(0, line + 1).join('\n') : typedIn)) read++;
    }), { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 1500) });
    expect(read).toBeGreaterThan(40);
  });

  it('is read again alone while somebody types', () => {
    const plan = `${PLAN}${PLAN.slice(PLAN.indexOf('  - id')).replaceAll('# at the margin\n', '').repeat(12)}`;
    const before = readYaml(plan) as YamlFile;
    const after = readYaml(withLine(plan, 60, '    stat'), before.blocks) as YamlFile;
    const kept = new Set(before.blocks);
    expect(after.blocks.filter((block) => !kept.has(block))).toHaveLength(1);
    expect(after.problems).toMatchObject([{ message: '`stat` needs a colon after it.' }]);
  });
});
