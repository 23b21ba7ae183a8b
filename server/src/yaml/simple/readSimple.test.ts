import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readByLibrary, readYamlOnce } from '../readYaml.ts';
import { PLANS } from '../../../../test/golden/planTexts.ts';
import { readSimple } from './readSimple.ts';

const SIMPLE = `# A plan
performance_year: 2024 # this year
practice: { name: "Dr. No", tin: '000123456', clinicians: 12 }
submission:
  program: traditional

  level: group
special_statuses: [small_practice, rural]
ia_study: true
roster:
  adams: { name: A. Adams }
  baker:
activities:
  # The first.
  - id: IA_EPA_1   # high
    period: 2024-01-15/2024-06-30
    performed_by: 62.5%
    evidence:
      - logs/a b.pdf
      - { file: "b, c.pdf", title: x }
      - https://records.example/1#2
      - note: as agreed
# at the margin
  - id: IA_BE_4
    period: { start: 2024-03-01, end: 2024-05-29 }
    performed_by: []
    status:
    evidence:
    - a.pdf
  -
`;

const LONG = 'c'.repeat(3000);
const LINES = '\n'.repeat(3000);
const BLANKS = ' '.repeat(3000);

/** Whether the simple way reads the text. If it does, it reads what the library reads. */
function isReadAlike(text: string): boolean {
  if (readSimple(text) === undefined) return false;
  expect(readYamlOnce(text), text).toStrictEqual(readByLibrary(text));
  return true;
}

describe('readSimple', () => {
  it.each([
    ['LF', SIMPLE],
    ['CRLF', SIMPLE.replaceAll('\n', '\r\n')],
    ['several documents', `---\n${SIMPLE}---\n# nothing\n--- # and another\n${SIMPLE}`],
    ['no line break at its end', SIMPLE.trimEnd()],
    ['lists at the column of their keys', 'a:\n- b: 1\n  c:\n  - d\n  # e\n  - e\n- b: 2\n# f\nf: 3\n'],
    ['comments and blank lines behind', `${SIMPLE.replace(/ {2}-\n$/, '')}\n# the end\n\n`],
    ['a list', '- a: 1\n  b: 2\n# c\n- d\n'],
    ['an indented list', '\n  - a: 1\n    b: 2\n  # c\n'],
    ['an indented map', '  a: 1\n  b: [2]\n  # c\n'],
    ['nothing', ''],
    ['comments only', '# nothing\n'],
  ])('reads what the library reads: %s', (_, text) => {
    expect(isReadAlike(text)).toBe(true);
  });

  it.each(PLANS)('reads %s as the library does, if at all', (_, text) => {
    isReadAlike(text);
    for (const document of text.split(/^---$/m)) isReadAlike(document);
  });

  it('reads most of the samples', () => {
    expect(PLANS.filter(([name, text]) => name.startsWith('samples') && isReadAlike(text)).length).toBeGreaterThan(5);
  });

  it.each([
    ['an anchor', 'a: &x 1\n'],
    ['an alias', 'a: *x\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a merge key', '<<: { a: 1 }\n'],
    ['a block scalar', 'a: |\n  text\n'],
    ['text over two lines', 'a: one\n  two\n'],
    ['a list over two lines', 'a: [b,\n  c]\n'],
    ['an escape', 'a: "\\n"\n'],
    ['a doubled quote', "a: 'it''s'\n"],
    ['a quoted key', '"a": 1\n'],
    ['a directive', '%YAML 1.2\n---\na: 1\n'],
    ['the end of a document', 'a: 1\n...\n'],
    ['a tab', 'a:\t1\n'],
    ['a carriage return alone', 'a: 1\rb: 2\n'],
    ['a byte-order mark', '\ufeffa: 1\n'],
    ['a number with a point', 'a: 1.50\n'],
    ['a comment that is indented further than what follows', 'a:\n  b: 1\n    # c\n  d: 2\n'],
    ['the same key again', 'a: 1\na: 2\n'],
    ['a long key', `${LONG}: 1\n`],
    ['a colon within text', 'a: b: c\n'],
    ['an unclosed bracket', 'a: [b\n'],
    ['deep nesting', `${'['.repeat(60)}${']'.repeat(60)}`],
  ])('leaves %s to the library', (_, text) => {
    expect(readSimple(text)).toBeUndefined();
  });

  it.each([
    ['a key that is too long', `${LONG}: 1\n`],
    ['a key that is too long, further in', `a:\n  ${LONG}: 1\n  b: 2\n`],
    ['a long flow map', `a: { b: ${LONG}, c: ${LONG} }\n`],
    ['a long comment', `a: 1\n# ${LONG}\nb: 2\n`],
    ['long comments in a map', `a:\n  # ${LONG}\n  b: 2\n  # ${LONG}\n  c: 3\n`],
    ['long comments in a list', `a:\n  - b: 1 # ${LONG}\n  # ${LONG}\n  - c: 2\n`],
    ['a long comment behind a dash', `- # ${LONG}\n- a: 1\n`],
    ['many blank lines', `a: 1${LINES}b: 2${LINES}`],
    ['many blank lines in a map', `a:${LINES}  b: 2${LINES}  c: 2`],
    ['many blanks', `a:${BLANKS}1${BLANKS}\nb:${BLANKS}\n${BLANKS}\nc: [${BLANKS}1,${BLANKS}2${BLANKS}]${BLANKS}# x\n`],
    ['many blanks behind a dash', `-${BLANKS}a: 1\n`],
    ['lone surrogates', 'a: \ud800\nb: "\udc00"\n'],
    ['a code that is no character', 'a: \ufffe\n'],
    ['marks of direction', 'a: \u2066x\u2069\n'],
    ['text and lists as documents', 'a: b\n---\n- c\n---\nd: e\n'],
    ['names of JavaScript', '__proto__: 1\nconstructor: 2\n'],
    ['colons within words', 'a: b:c\nd: [e:f, "g":h]\n'],
    ['hashes within words', 'a: b#c\nd: "x"#y\n'],
    ['addresses', 'a: [http://x.y/z?a=1&b=2#c, d]\n'],
    ['question marks', 'a: b?\nc: ?d\n'],
    ['dashes at the beginning', 'a: -b\nc: --- d\n'],
    ['percents', 'a: 60%\nb: %x\n'],
    ['what other schemas read otherwise', 'a: yes\nb: NO\nc: 0777\nd: 1_000\ne: 12e03\nf: 0o14\ng: +1\nh: .5\ni: 1.\nj: -.inf\nk: NaN\nl: 00\n'],
    ['a bracket too much', 'a: [b]]\n'],
    ['a key alone', 'a:'],
    ['a dash and a blank', '- '],
    ['mixed line ends', 'a: 1\r\nb: 2\nc:\r\n  - d\r\n'],
    ['lone dashes in a list at the column of its key', 'a:\n- b\n-\n- c:\n'],
    ['comments around documents', '# a\n---\n# b\na: 1\n# c\n---\n# d\n'],
    ['a key behind a list', '- a\nb: 1\n'],
    ['a key between two columns', '- a: 1\n b: 2\n'],
    ['a key behind an indented list', 'a:\n - b\n - c\nd: 1\n'],
    ['a root that loses its indentation', '  a: 1\n  b: 2\nc: 3\n'],
    ['an indented document', '---\n  a: 1\n---\nb: 1\n'],
    ['comments left of the map', '  a: 1\n # x\n  b: 2\n'],
    ['a comment left of and behind the map', '  a: 1\n  b: 2\n # x\n'],
    ['a comment at the end of an indented document', 'a: 1\n---\n  b: 1\n  # x\n---\nc: 1\n'],
    ['a comment at the end of an indented list', '  - b: 1\n  # x\n---\nc: 1\n'],
    ['an indented comment at the end', 'a: 1\n  # x\n'],
    ['a comment at the margin', 'a:\n  b: 1\n# x\n  c: 1\n'],
    ['comments of two columns', 'a:\n  - b\n# x\n  # y\n  - c\n#z'],
  ])('reads what the library reads, or leaves it: %s', (_, text) => {
    isReadAlike(text);
    isReadAlike(text.replaceAll('\n', '\r\n'));
    expect(readYamlOnce(text)).toStrictEqual(readByLibrary(text));
  });

  const piece = fc.constantFrom(
    'x', 'id', ' ', '  ', '    ', '\n', '\n  ', '\n    ', '\n      ', '\r\n', '\t', '-', '- ', '\n- ', '\n  - ', ':', ': ', ':\n', '#', ' # note', '\n# note\n', '\n  # note\n', '\n    # note\n', '"', "'", '""',
    '{', '}', '[', ']', '{}', '[]', ',', ', ', 'a: b', '\na: b\n', '\n  c: d\n', '[a, b]', '{ a: b }', '&a ', '*a', '<<: ', '|', '>', '---\n', '\n---\n', '...\n', '%', '@', '`', '!', '?', '? ', '\u00a0', '\u0085', '\ufeff', '😀', 'é',
    '0', '12', '1.5', '-3', '1e3', '0x1F', '0o7', '.inf', '~', 'null', 'true', 'No', '\ud800', '\u2066', '2024-01-01', '\\', '\u0000',
  );

  it('reads what the library reads, whatever is edited', () => {
    const edit = fc.record({ at: fc.nat(), remove: fc.oneof(fc.constant(0), fc.nat({ max: 6 }), fc.nat({ max: 80 })), insert: fc.oneof(piece, fc.constant(''), fc.string({ maxLength: 3 })) });
    const start = fc.constantFrom(SIMPLE, `${SIMPLE}---\n${SIMPLE}`, SIMPLE.replaceAll('\n', '\r\n'), ...PLANS.map(([, text]) => text));
    let alike = 0;
    fc.assert(fc.property(start, fc.array(edit, { minLength: 1, maxLength: 5 }), (first, edits) => {
      let text = first;
      for (const { at, remove, insert } of edits) {
        const from = at % (text.length + 1);
        text = text.slice(0, from) + insert + text.slice(from + remove);
        if (isReadAlike(text)) alike++;
      }
    }), { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 300) });
    expect(alike).toBeGreaterThan(100);
  }, 1_200_000);

  it('reads what the library reads, whatever is written', () => {
    let alike = 0;
    fc.assert(fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      if (isReadAlike(pieces.join(''))) alike++;
    }), { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 3000) });
    expect(alike).toBeGreaterThan(50);
  }, 1_200_000);
});
