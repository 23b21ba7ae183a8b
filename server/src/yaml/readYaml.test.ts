import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Lexer } from 'yaml';
import { comparableFile } from '../../../test/reliability/comparableFile.ts';
import { EMPTY_POOL, type BlockPool } from './blockPool.ts';
import { readByLibrary, readYaml, readYamlOnce, type YamlFile } from './readYaml.ts';
import { readBlock, readDocumentByLibrary } from './yamlBlock.ts';

const ENTRY = (n: number): string => `  - id: IA_BE_${n} # note ${n}\n    period: { start: 2024-01-01, end: 2024-12-31 }\n    performed_by: [a, b]\n\n    note: |\n      - id: no entry\n      text\n    evidence:\n      - "x: #y"\n`;
const HEAD = 'performance_year: 2024\npractice:\n  name: X\nsubmission: { level: group }\nactivities: # all\n';
/** Keys behind the activities. */
const TAIL = 'special_statuses: # of all\n  - rural # here\nroster:\n  adams: { name: A }\n  baker:\n\napm: {} # none\n';
/** Without what only the library reads. */
const simpler = (text: string): string => text.replaceAll('note: |\n      - id: no entry\n      text\n', 'note: as agreed\n');
const plan = (count: number, from = 0): string => HEAD + Array.from({ length: count }, (_, index) => ENTRY(from + index)).join('');

const anchored = plan(5, 3).replace('[a, b]', '&who [a, b]').replace('performed_by: [a, b]', 'performed_by: *who').replace('note: |', 'note: *nobody\n    <<: 5\n    owner: |');

function pool(file: ReturnType<typeof readYaml>): YamlFile['blocks'] {
  return 'code' in file ? EMPTY_POOL : file.blocks;
}

describe('readYaml', () => {
  it.each([
    ['one plan', plan(12)],
    ['a simple plan', simpler(plan(12))],
    ['a simple plan with comments between its activities', simpler(plan(12)).replaceAll('  - id', '  # next\n  - id')],
    ['several simple plans', simpler(`# first\n---\n${plan(5)}---\n${plan(6, 3)}\n---\n# nothing\n---\n${plan(3)}`)],
    ['several plans', `# first\n---\n${plan(5)}---\n${plan(6, 3)}\n---\n# nothing\n---\n${plan(3)}`],
    ['several plans of which one has anchors', `# first\n---\n${plan(5)}---\n${anchored}\n---\n# nothing\n---\n${plan(3)}`],
    ['comments between and behind', plan(9).replaceAll('  - id: IA_BE_4', '# at the margin\n\n   # deeper\n  - id: IA_BE_4') + '\n  # end\n\n'],
    ['dashes at the margin', plan(12).replaceAll(/^ {2}/gm, '')],
    ['CRLF', plan(12).replaceAll('\n', '\r\n')],
    ['a byte-order mark', `\uFEFF${plan(12)}`],
    ['no line break at its end', plan(12).trimEnd()],
    ['a lone dash at its end', `${plan(12)}  -`],
    ['keys behind the activities', plan(12) + TAIL],
    ['keys behind activities at the margin', plan(12).replaceAll(/^ {2}/gm, '') + TAIL],
    ['keys behind activities of several plans', `# first\n---\n${plan(5)}${TAIL}---\n${anchored}${TAIL}---\n${plan(6, 3)}${TAIL}`],
    ['a simple plan with keys behind its activities', simpler(plan(12)) + simpler(TAIL)],
    ['comments before keys behind the activities', `${plan(12)}# at the margin\n\n${TAIL}\n# end\n`],
    ['a comment further right before keys behind the activities', `${plan(12)}      # far\n   # near\n${TAIL}  # end\n`],
    ['a key without a value behind the activities', `${plan(12)}roster:`],
    ['a lone dash before keys behind the activities', `${plan(12)}  -\n${TAIL}`],
    ['lone dashes', `${plan(12)}  -\n  - # nothing\n${ENTRY(1)}`],
  ])('reads %s by blocks as in one piece', (_, text) => {
    const file = readYaml(text) as YamlFile;
    expect(file.blocks.length).toBeGreaterThan(0);
    expect(comparableFile(file)).toEqual(comparableFile(readByLibrary(text)));
    // Each block on its own is what was cut out of the file.
    const read = file.blocks.map(({ text: own }) => readBlock(own) ?? readDocumentByLibrary(own)) as BlockPool;
    const again = readYaml(text, read) as YamlFile;
    expect(again.blocks).toEqual(read);
    expect(comparableFile(again)).toEqual(comparableFile(readByLibrary(text)));
  });

  it.each([
    ['anchors', plan(12).replace('[a, b]', '&who [a, b]')],
    ['a merge key', plan(12).replace('note: |', '<<: { a: b }\n    note: |')],
    ['a key behind the activities again', `${plan(12)}practice: {}\n`],
    ['an anchor behind the activities', `${plan(12)}apm: &apm {}\n`],
    ['a directive', `%YAML 1.2\n---\n${plan(12)}`],
    ['the end of a document', `${plan(12)}...\n`],
    ['too little text', plan(1)],
  ])('does not cut a file with %s', (_, text) => {
    const file = readYaml(text) as YamlFile;
    expect(file.blocks.length).toBe(0);
    expect(comparableFile(file)).toEqual(comparableFile(readByLibrary(text)));
  });

  it.each([
    ['an open quote', '"x: #y"', '"x: #y'],
    ['an open bracket', '[a, b]', '[a, b'],
    ['an open brace', '2024-12-31 }', '2024-12-31'],
    ['a tab in the indentation', '    performed_by', '\tperformed_by'],
    ['a key further right', '    performed_by', '     performed_by'],
    ['a key at the column of the dashes', '    performed_by', '  performed_by'],
    ['a key at the margin', '    performed_by', 'performed_by'],
    ['an entry further right', '  - id', '   - id'],
    ['a dash without a space', '  - id', '  -id'],
    ['a colon without a space', 'performed_by: ', 'performed_by:'],
    ['no colon', 'performed_by: ', 'performed_by '],
    ['text behind a value', '[a, b]', '[a, b] c'],
    ['two versions of a line', '    performed_by: [a, b]\n', '<<<<<<< HEAD\n    performed_by: [a, b]\n=======\n    performed_by: [c]\n>>>>>>> theirs\n'],
    ['two versions of activities', ENTRY(14), `<<<<<<< HEAD\n${ENTRY(14)}=======\n${ENTRY(15)}>>>>>>> theirs\n`],
    ['a word alone and an open quote', '    performed_by: [a, b]\n', '    perf\n    owner: "x\n'],
  ])('mends %s in the middle alone', (_, found, written) => {
    const healthy = plan(30);
    const at = healthy.indexOf(found, healthy.indexOf(ENTRY(14)));
    const text = healthy.slice(0, at) + written + healthy.slice(at + found.length);
    for (const broken of [text, text.replaceAll('\n', '\r\n'), `${plan(4)}---\n${text}---\n${anchored}`, text + TAIL]) {
      const before = readYaml(broken.includes('\r') ? healthy.replaceAll('\n', '\r\n') : healthy);
      const kept = [...pool(before).values()].flat();
      const file = readYaml(broken, pool(before)) as YamlFile;
      const blocks = new Set(file.blocks);
      // What stands beside it may be mended with it.
      expect(kept.filter((block) => !blocks.has(block)).length).toBeLessThanOrEqual(2);
      expect(comparableFile(file)).toEqual(comparableFile(readByLibrary(broken)));
      expect(file.problems.length).toBeGreaterThan(0);
      expect(comparableFile(readYaml(broken, file.blocks))).toEqual(comparableFile(file));
    }
  });

  it.each([
    ['healthy', ']'],
    ['with an anchor', '  &a b ]'],
    ['without its bracket', ''],
    ['with an open quote', '  "b\n]'],
    ['with text behind its bracket', '] b'],
    ['with a tab', ']\n\tapm: {}'],
    ['with too many brackets', `  ${'['.repeat(65)}${']'.repeat(65)}\n]`],
  ])('reads a file that is one block as often as in one piece: %s', (_, end) => {
    const text = `performance_year: 2024\nspecial_statuses: [\n${'  rural,\n  hpsa,\n'.repeat(100)}${end}\n`;
    const lex = vi.spyOn(Lexer.prototype, 'lex');
    const [whole, ...others] = [() => readByLibrary(text), () => readYaml(text), () => readYamlOnce(text)].map((reader) => {
      lex.mockClear();
      return { file: comparableFile(reader()), readings: lex.mock.calls.length };
    });
    lex.mockRestore();
    expect(whole?.readings).toBeGreaterThan(0);
    expect(others).toEqual([whole, whole]);
  });

  it('keeps a file that is one block, which only the library can read', () => {
    const text = `performance_year: 2024\nspecial_statuses: [\n${'  rural,\n  hpsa,\n'.repeat(200)}]\n`;
    const before = readYaml(text) as YamlFile;
    const again = readYaml(text, before.blocks) as YamlFile;
    expect(before.blocks.length).toBe(1);
    expect(again.documents[0]).toBe(before.documents[0]);
    const broken = text.replace(']', '');
    expect(comparableFile(readYaml(broken, again.blocks))).toEqual(comparableFile(readByLibrary(broken)));
  });

  it('keeps what an edit does not touch and moves it', () => {
    const before = readYaml(plan(30)) as YamlFile;
    const kept = before.blocks;
    const text = plan(30).replace('IA_BE_3 ', 'IA_BE_333 ');
    const after = readYaml(text, before.blocks) as YamlFile;
    const blocks = after.blocks;
    expect(blocks).toHaveLength(31);
    expect(blocks.filter((block) => !kept.includes(block))).toHaveLength(1);
    expect(comparableFile(after)).toEqual(comparableFile(readByLibrary(text)));
  });

  it('keeps the other documents of a file with anchors', () => {
    const text = `${plan(6)}---\n${anchored}---\n${plan(4, 20)}`;
    const before = readYaml(text) as YamlFile;
    expect(comparableFile(before)).toEqual(comparableFile(readByLibrary(text)));
    const edited = text.replace('note 3', 'note 333');
    const after = readYaml(edited, before.blocks) as YamlFile;
    expect(comparableFile(after)).toEqual(comparableFile(readByLibrary(edited)));
    expect(after.documents.map((document) => before.documents.includes(document))).toEqual([false, true, true]);
  });

  it('tells by one thing whether what stands around the activities stays', () => {
    const rest = (text: string, before?: YamlFile): readonly [YamlFile, unknown] => {
      const file = readYaml(text, before?.blocks) as YamlFile;
      return [file, file.documents[0]?.rest];
    };
    for (const text of [plan(30), plan(30) + TAIL]) {
      const [before, known] = rest(text);
      const [edited, still] = rest(text.replace('IA_BE_3 ', 'IA_BE_333 '), before);
      expect(known).toBeDefined();
      expect(still).toBe(known);
      const [broken, stillThen] = rest(text.replace('[a, b]', '[a, b'), edited);
      expect(stillThen).toBe(known);
      expect(rest(text.replace('name: X', 'name: Y'), broken)[1]).not.toBe(known);
      expect(rest(`${text}apm_: {}\n`, readYaml(text) as YamlFile)[1]).not.toBe(known);
    }
    const [before, known] = rest(plan(30) + TAIL);
    expect(rest(plan(30) + TAIL.replace('rural', 'hpsa'), before)[1]).not.toBe(known);
    expect(rest(plan(30), before)[1]).not.toBe(known);
  });

  it('refuses what has grown beyond the limit', () => {
    const text = HEAD + simpler(ENTRY(1)).repeat((2 ** 21 - HEAD.length) / simpler(ENTRY(1)).length);
    const before = readYaml(text);
    expect(pool(before).length).toBeGreaterThan(0);
    expect(readYaml(`${text}${simpler(ENTRY(2))}`, pool(before))).toMatchObject({ code: 'document-too-large' });
  });

  it('counts what aliases repeat over all documents', () => {
    const repeating = (times: number): string => `---\nx: &x [a, b, c]\ny: [${'*x, '.repeat(times)}]\n`;
    const most = repeating(1000).repeat(2) + repeating(500);
    const refused = { code: 'too-many-aliases' };
    for (const text of [plan(12) + most, most + repeating(0).repeat(12)]) {
      const before = readYaml(text);
      expect(comparableFile(before as YamlFile)).toEqual(comparableFile(readByLibrary(text) as YamlFile));
      expect(readYamlOnce(text)).not.toMatchObject(refused);
      for (const over of [text + repeating(1), text + repeating(1) + plan(12), `${text}${repeating(1)}z: [\n`]) {
        expect(readYaml(over)).toMatchObject(refused);
        expect(readYaml(over, pool(readYaml(text)))).toMatchObject(refused);
        expect(readYamlOnce(over)).toMatchObject(refused);
        expect(readByLibrary(over)).toMatchObject(refused);
      }
    }
  });

  it('does not give the list to the first of two keys', () => {
    const before = readYaml(plan(30)) as YamlFile;
    const text = HEAD + plan(30);
    expect(comparableFile(readYaml(text, before.blocks))).toEqual(comparableFile(readByLibrary(text)));
  });

  it('keeps blocks while the text is broken', () => {
    const before = readYaml(plan(30)) as YamlFile;
    const broken = readYaml(plan(30).replace('[a, b]', '[a, b'), before.blocks) as YamlFile;
    expect(broken.problems).toHaveLength(1);
    const kept = new Set(before.blocks);
    expect(broken.blocks.filter((block) => kept.has(block))).toHaveLength(30);
  });

  it('gives the same as reading in one piece, whatever is edited', () => {
    const piece = fc.constantFrom(
      'x', ' ', '  ', '\n', '\r\n', '\t', '-', '- ', ':', ': ', '#', ' # note', '"', "'", '{', '}', '[', ']', ',', '&a ', '*a', '<<: ', '|', '>', '---\n', '...\n', '%', '\u00a0', '😀',
      '\n  - id: IA_PM_2\n', '\n    stat', '\nsubm\n', '\n    status: completed\n', 'note: |\n      a\n     b\n', 'activities:\n', '\nreweighted: [cost]\n', '\n---\n# empty\n---\n', '  -\n', ENTRY(7), HEAD,
    );
    const edit = fc.record({ at: fc.nat(), remove: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 200 })), insert: fc.oneof(fc.constant(''), piece, fc.string({ maxLength: 4 })) });
    const start = fc.constantFrom(plan(8), plan(7) + TAIL, simpler(plan(8)) + simpler(TAIL), `${plan(4)}${TAIL}---\n${plan(4, 2)}`, simpler(plan(8)), simpler(plan(8)).replaceAll('  - id', '  # next\n  - id'), `${plan(4)}---\n${plan(5, 2)}`, `${plan(3)}---\n${simpler(plan(5, 2)).replace('[a, b]', '&a [a, b]')}---\n${plan(2)}`, plan(9).replaceAll(/^ {2}/gm, ''), plan(8).replaceAll('\n', '\r\n'));
    let byBlocks = 0;
    fc.assert(fc.property(start, fc.array(edit, { minLength: 1, maxLength: 8 }), (first, edits) => {
      let text = first;
      let file = readYaml(text);
      for (const { at, remove, insert } of edits) {
        const from = at % (text.length + 1);
        text = text.slice(0, from) + insert + text.slice(from + remove);
        const before = pool(file);
        file = readYaml(text, before);
        if (pool(file) !== before) byBlocks++;
        expect(comparableFile(file)).toEqual(comparableFile(readByLibrary(text)));
      }
    }), { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 220) });
    // Between 190 and 290 as a rule.
    expect(byBlocks).toBeGreaterThan(130);
  }, 1_200_000);
});
