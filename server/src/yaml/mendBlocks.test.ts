import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparableFile } from '../../../test/reliability/comparableFile.ts';
import { EMPTY_POOL } from './blockPool.ts';
import { readByLibrary, readYaml, readYamlOnce, type YamlFile } from './readYaml.ts';

const HEADS = [
  'performance_year: 2024\npractice:\n  name: X\nsubmission: { level: group }\nspecial_statuses: [small_practice, rural]\nactivities: # all\n',
  'performance_year: 2024\npractice: { name: "Dr. No", clinicians: 20 }\nroster:\n  adams: { name: A. Adams }\n  baker:\nactivities:\n',
];
const ENTRIES = [
  (n: number): string => `  - id: IA_BE_${n} # note ${n}\n    period: { start: 2024-01-01, end: 2024-12-31 }\n    performed_by: [a, b]\n\n    note: |\n      - id: no entry\n      text\n    evidence:\n      - "x: #y"\n`,
  (n: number): string => `  - id: IA_EPA_${n}\n    period: 2024-01-15/2024-06-30\n    performed_by: all\n    status: completed\n    evidence: [https://example.org/log]\n    note: as agreed\n`,
  (n: number): string => `  # it's next\n  - id: IA_PM_${n}\n    evidence:\n    - a.pdf\n    - { file: 'b, c.pdf', title: x }\n    note: as agreed\n      over two lines\n    owner: Dr. O'Neil\n`,
  (n: number): string => `  - id: IA_CC_${n}\n    period:\n      start: 2024-01-01\n      end: 2024-05-01\n    note: "quoted text"\n    status: completed\n`,
];

/** What stands behind the activities. */
const TAILS = [
  'apm: {}\n',
  '# Who works here, and where\nreweighted: [cost]\nmedical_home:\n  recognized_by: "NCQA"\n  sites: 2 # of three\n\nia_study: false\n',
  'reweighted:\n  - cost\n  - quality\napm:\n',
];
const document = fc.record({ head: fc.constantFrom(...HEADS), entries: fc.array(fc.constantFrom(...ENTRIES), { minLength: 9, maxLength: 12 }), tail: fc.constantFrom('', ...TAILS) })
  .map(({ head, entries, tail }) => head + entries.map((entry, index) => entry(index)).join('') + tail);
const ANCHORED = `---\n${HEADS[0] as string}  - id: &id IA_BE_1\n  - id: *id\n`;
const file = fc.tuple(
  fc.oneof({ weight: 3, arbitrary: document }, fc.tuple(document, document).map((both) => both.join('---\n')), document.map((one) => one + ANCHORED)),
  fc.constantFrom((text: string) => text, (text: string) => text, (text: string) => text.replaceAll('\n', '\r\n'), (text: string) => text.replaceAll(/^ {2}/gm, ''), (text: string) => `\uFEFF${text}`, (text: string) => text.trimEnd()),
).map(([text, written]) => written(text));

/** What breaks a line, or is a healthy change of it. */
const LINE_CHANGES: Readonly<Record<string, fc.Arbitrary<(line: string) => string>>> = {
  'an open quote or bracket': fc.constantFrom('"', "'", '[', '{', '{ a: ', '["', "{ a: '").map((opening) => (line) => line.replace(/: +(?=\S)/, (colon) => colon + opening)),
  'a value': fc.constantFrom('"', "'", '"a', "'a b", '[', '[a,', '{ start: 2024-01-01,', '"a" b', '[a] b', "it''s", 'a: b', '@x', '> 5', '* x', '&', '*a', '- x', '"C:\\Users"', '"a\\', ']', 'x }', '|', '\tx', 'healthy').map((value) => (line) => line.replace(/: .*?(?=\r?$)/, () => `: ${value}`)),
  'a tab': fc.constantFrom((line: string) => line.replace(/^ +/, '\t'), (line: string) => line.replace(/^( +)/, '$1\t'), (line: string) => line.replace('- ', '-\t')),
  indentation: fc.constantFrom((line: string) => ` ${line}`, (line: string) => `  ${line}`, (line: string) => `    ${line}`, (line: string) => line.slice(1), (line: string) => line.replace(/^ {2}/, ''), (line: string) => line.trimStart()),
  'a missing character': fc.constantFrom((line: string) => line.replace(':', ''), (line: string) => line.replace(': ', ':'), (line: string) => line.replace('- ', '-'), (line: string) => line.replace(/["\]}](?=\r?$)/, '')),
  'text behind a value': fc.constantFrom(' x', ' "x"', ' ]', ' # note').map((more) => (line) => line.replace(/(?=\r?$)/, more)),
  'another line': fc.tuple(fc.constantFrom('', '  ', '   ', '    ', '      '), fc.constantFrom('stat', 'status:x', 'note: "', "note: 'a", 'evidence: [', '- id: x', '-id: x', '-', '"', "'x", '{', ',', 'x y: z', '\tx', '<<<<<<< HEAD', '=======', '>>>>>>> b', '---', '...', 'activities:', 'apm: {}', 'note: |', '# it\'s "'))
    .map((parts) => (line) => `${parts.join('')}${line.endsWith('\r') ? '\r' : ''}\n${line}`),
  'two versions': fc.constant((line) => `<<<<<<< HEAD\n${line}\n=======\n${line.replace('a', 'b')}\n>>>>>>> theirs`),
};
const change = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.nat(), fc.oneof(...Object.values(LINE_CHANGES))).map(([at, inLine]) => (text: string) => {
    const lines = text.split('\n');
    return lines.with(at % lines.length, inLine(lines[at % lines.length] as string)).join('\n');
  }) },
  fc.tuple(fc.nat(), fc.nat(150)).map(([at, length]) => (text: string) => text.slice(0, at % text.length) + text.slice((at % text.length) + length)),
);

describe('mendBlocks', () => {
  it('gives what mending the whole file gives, whatever is broken and edited', () => {
    let broken = 0;
    let byBlocks = 0;
    fc.assert(fc.property(file, fc.array(change, { minLength: 1, maxLength: 4 }), (first, changes) => {
      let text = first;
      let read = readYaml(text);
      for (const changed of changes) {
        text = changed(text);
        const before = 'code' in read ? EMPTY_POOL : read.blocks;
        read = readYaml(text, before);
        expect(comparableFile(read), text).toEqual(comparableFile(readByLibrary(text)));
        expect(comparableFile(readYamlOnce(text)), text).toEqual(comparableFile(read));
        if ('code' in read || read.problems.length === 0) continue;
        broken++;
        if (read.blocks !== before) byBlocks++;
      }
    }), { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 150) });
    // Seven in ten as a rule.
    expect(byBlocks).toBeGreaterThan(broken / 2);
  }, 1_200_000);

  it('reads on behind the next quote, where one stays open on a line that is indented wrongly', () => {
    const kinds = [0, 1, 0, 2, 3, 1, 1, 1, 0, 0];
    const entries = kinds.map((kind, index) => (ENTRIES[kind] as (n: number) => string)(index));
    const text = ((HEADS[0] as string) + entries.join('')).replace('performed_by: [a, b]\n', "performed_by: [a, b]\n      note: 'a\n");
    expect(comparableFile(readYaml(text))).toEqual(comparableFile(readByLibrary(text)));
  });

  it('reads on up to the next quote, where that stands in the head of the next plan', () => {
    const entries = Array.from({ length: 12 }, (_, index) => (ENTRIES[1] as (n: number) => string)(index)).join('');
    const text = `${HEADS[0] as string}${entries}    "\n  - id: IA_BE_4\n---\n${HEADS[1] as string}${entries}`;
    expect(comparableFile(readYaml(text))).toEqual(comparableFile(readByLibrary(text)));
  });

  it('reads on below a line without a key as far as the library takes what is there for one text with it', () => {
    const entries = Array.from({ length: 12 }, (_, index) => (ENTRIES[1] as (n: number) => string)(index));
    const text = `${HEADS[0] as string}${entries.join('')}  - IA_BE_4\n  - a word\n`.replaceAll(/^ {2}/gm, '') + 'reweighted\n- cost\n- quality\napm:\n';
    expect(comparableFile(readYaml(text))).toEqual(comparableFile(readByLibrary(text)));
  });

  it('goes on where mending the whole file would give up, and gives the same for a file that is read once', () => {
    const entries = Array.from({ length: 12 }, (_, index) => (ENTRIES[1] as (n: number) => string)(index));
    const long = `  - id: IA_BE_4\n    evidence: [${'a, '.repeat(24_000)}a]\n`;
    const text = [HEADS[0], ...entries.map((entry, index) => (index % 2 === 0 ? entry.replace('note: as', 'note: "as"') : entry)), long].join('');
    const edited = readYaml(text) as YamlFile;
    expect(edited.problems).toHaveLength(6);
    expect(comparableFile(readByLibrary(text))).not.toEqual(comparableFile(edited));
    expect(comparableFile(readYaml(text, edited.blocks))).toEqual(comparableFile(edited));
    expect(comparableFile(readYamlOnce(text))).toEqual(comparableFile(edited));
  });
});
