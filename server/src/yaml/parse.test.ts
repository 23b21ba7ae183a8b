import { describe, expect, it } from 'vitest';
import { parseYaml } from './parse.ts';
import { expectPlacesInFile, parsedOf, valuesOf } from './testing/mending.ts';

describe('healthy YAML', () => {
  it.each([
    ['nothing', '', []],
    ['line breaks and a comment', '\n# it\'s "one" {\n\n', []],
    ['two empty documents', '---\n---\n', [null, null]],
    ['a key without a value', 'period:\nstatus: x\n', { period: null, status: 'x' }],
    ['an id just typed', 'activities:\n  - id: \n  - id: B\n', { activities: [{ id: null }, { id: 'B' }] }],
    ['a lone dash', 'activities:\n  -\n  - id: B\n', { activities: [null, { id: 'B' }] }],
    ['apostrophes and quotes in plain text', 'name: Dr. O\'Neil\'s "best"\n', { name: 'Dr. O\'Neil\'s "best"' }],
    ['brackets in plain text', 'note: a {b} [c] }\n', { note: 'a {b} [c] }' }],
    ['colons in plain text', 'url: https://a.b/c:d\ntime: 12:30\n', { url: 'https://a.b/c:d', time: '12:30' }],
    ['number signs in plain text', 'note: ticket#4 #5\n', { note: 'ticket#4' }],
    [
      'a block scalar of odd content',
      'note: |\n  \ttab\n  "quote\n  - {[\n  <<<<<<< HEAD\n  key\n\nid: A\n',
      { note: '\ttab\n"quote\n- {[\n<<<<<<< HEAD\nkey\n', id: 'A' },
    ],
    ['a folded block scalar', 'note: >-\n  one\n    two: x\n  three\n', { note: 'one\n  two: x\nthree' }],
    [
      'plain text over several lines',
      'note: one\n  two\n  - three\n\n  four\nid: A\n',
      { note: 'one two - three\nfour', id: 'A' },
    ],
    [
      'quoted text over several lines',
      'note: "one\n\n  two: x"\nother: \'a\n  - b\'\n',
      { note: 'one\ntwo: x', other: 'a - b' },
    ],
    [
      'brackets over several lines',
      'list: [\n  a, # one\n  b,\n]\nmap: { a: 1,\n  b: 2 }\n',
      { list: ['a', 'b'], map: { a: 1, b: 2 } },
    ],
    ['tabs behind a colon, in text and at the end', 'name:\tx\ty\t\nlist:\n  -\ta\n', { name: 'x\ty', list: ['a'] }],
    ['a list at the column of its key', 'list:\n- a\n- b\nid: A\n', { list: ['a', 'b'], id: 'A' }],
    [
      'anchors, aliases and merge keys',
      'a: &a { x: 1 }\nb: *a\nc:\n  <<: *a\n',
      { a: { x: 1 }, b: { x: 1 }, c: { '<<': { x: 1 } } },
    ],
    [
      'keys like those of every object',
      '__proto__: 1\nconstructor: 2\n',
      JSON.parse('{"__proto__":1,"constructor":2}'),
    ],
    ['a directive and both document marks', '%YAML 1.2\n---\na: 1\n...\n---\nb: 2\n', [{ a: 1 }, { b: 2 }]],
    ['dates, which stay text', 'start: 2024-02-30\n', { start: '2024-02-30' }],
    ['characters outside the basic plane', 'name: 💡 x\n', { name: '💡 x' }],
    ['characters that are none', 'name: "\u0000\ud800"\n', { name: '\u0000\ud800' }],
  ])('is read without a problem: %s', (_name, text, reads) => {
    for (const form of [text, text.replaceAll('\n', '\r\n'), `\ufeff${text}`, text.replaceAll('\n', '\r')]) {
      const parsed = parsedOf(form);
      expect(parsed.problems).toEqual([]);
      expect(valuesOf(parsed)).toEqual(reads);
      expectPlacesInFile(form.replace(/\r(?!\n)/g, '\n'), parsed);
    }
  });

  it('keeps duplicate keys and a recursive alias for others to judge', () => {
    const duplicates = parsedOf('a: 1\na: 2\n');
    expect(duplicates.problems).toEqual([]);
    expect(duplicates.documents[0]?.toString()).toBe('a: 1\na: 2\n');
    expect(parsedOf('a: &a\n  - *a\n').problems).toEqual([]);
  });
});

describe('comments', () => {
  it('are found at their places, and only where they are comments', () => {
    const text =
      '\ufeff# one\r\na: "# no"  # two\r\nb: x#y\r\nc: |  # three\r\n  # no\r\nd: [1, # four\r\n  2]\r\n--- # five\r\n...\r\n# six';
    const found = parsedOf(text).comments.map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(['# one', '# two', '# three', '# four', '# five', '# six']);
  });

  it('are found in the places of the file where the text had to be mended', () => {
    const text = 'a: "x # one\nb:y # two\n\tc: 1 # three\nd: 1\n';
    const found = parsedOf(text).comments.map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(['# one', '# two', '# three']);
  });
});

describe('several mistakes', () => {
  it('are several problems, and what is between them is read', () => {
    const text =
      'practice:\n  name: "x\n  tin: 1\nactivities:\n  - id: A\n\tstatus: y\n  - id: B\n    evi\n    period: { start: 1\n  - id: C\n';
    const parsed = parsedOf(text);
    expect(parsed.problems.map(({ message }) => message)).toEqual([
      'The quote opened here is not closed; add " at the end of the text.',
      'This line starts with a tab; indent with spaces.',
      '`evi` needs a colon after it.',
      'The { opened here is not closed; add } at the end.',
    ]);
    expect(valuesOf(parsed)).toEqual({
      practice: { name: 'x', tin: 1 },
      activities: [{ id: 'A', status: 'y' }, { id: 'B', period: { start: 1 } }, { id: 'C' }],
    });
    expectPlacesInFile(text, parsed);
  });

  it('on one line are one problem', () => {
    const parsed = parsedOf('practice:\n\tname: "x\n  tin: 1\n');
    expect(parsed.problems).toHaveLength(1);
    expect(valuesOf(parsed)).toEqual({ practice: { name: 'x', tin: 1 } });
  });

  it("more than can be mended end in the library's reading of the rest", () => {
    const entry = '  - id: A\n     status: x\n';
    const { problems, documents } = parsedOf(`activities:\n${entry.repeat(60)}`);
    expect(problems.length).toBeGreaterThan(15);
    expect(problems.length).toBeLessThan(30);
    expect(documents).toHaveLength(1);
  });
});

describe('limits', () => {
  it('refuses a file over 2 MiB of UTF-8 and reads one of just that size', () => {
    const limit = 2 * 1024 * 1024;
    expect(parseYaml('#'.repeat(limit + 1))).toMatchObject({ code: 'document-too-large' });
    expect(parseYaml('#'.repeat(limit))).toMatchObject({ problems: [] });
    expect(parseYaml('#' + 'é'.repeat(limit / 2))).toMatchObject({ code: 'document-too-large' });
    expect(parseYaml('#' + '€'.repeat(Math.floor(limit / 3)))).toMatchObject({ problems: [] });
    expect(parseYaml('#€' + '€'.repeat(Math.floor(limit / 3)))).toMatchObject({ code: 'document-too-large' });
    expect(parseYaml('####' + '😀'.repeat(limit / 4 - 1))).toMatchObject({ problems: [] });
    expect(parseYaml('#' + '😀'.repeat(limit / 4))).toMatchObject({ code: 'document-too-large' });
  });

  it('refuses collections nested over 64 deep', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(parseYaml(nested(64))).toMatchObject({ problems: [] });
    expect(parseYaml(nested(65))).toMatchObject({ code: 'nesting-too-deep' });
    expect(parseYaml(nested(2000))).toMatchObject({ code: 'nesting-too-deep' });
    expect(parseYaml('['.repeat(2000))).toMatchObject({ code: 'nesting-too-deep' });
    expect(parseYaml('- '.repeat(64) + 'a')).toMatchObject({ problems: [] });
    expect(parseYaml('- '.repeat(65) + 'a')).toMatchObject({ code: 'nesting-too-deep' });
    const keys = (depth: number): string =>
      Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}a:`).join('\n');
    expect(parseYaml(keys(64))).toMatchObject({ problems: [] });
    expect(parseYaml(keys(65))).toMatchObject({ code: 'nesting-too-deep' });
  });

  it('takes lines with a colon too many for what they are, though the library nests each in the one before', () => {
    const lines = (count: number): string => `first: 1\n${Array.from({ length: count }, (_, index) => `key${String(index)}: see: there\n`).join('')}`;
    const [few, many] = [parsedOf(lines(15)), parsedOf(lines(200))];
    expect(few.problems).toHaveLength(15);
    expect(many.problems.slice(0, 15).map(({ message }) => message)).toEqual(few.problems.map(({ message }) => message));
    expect(many.documents[0]?.get('first')).toBe(1);
    // So many are not for the library.
    expect(parseYaml(lines(100_000))).toMatchObject({ code: 'nesting-too-deep' });
  });
});

describe('text that is no YAML', () => {
  it.each([
    ['one long line', 'a'.repeat(300_000)],
    ['a long line of blanks', `a:${' '.repeat(300_000)}b`],
    ['closing brackets', ']'.repeat(30_000)],
    ['commas', `[${','.repeat(100_000)}`],
    ['quotes', '"'.repeat(100_000)],
    ['quotes on lines', '- "a\n'.repeat(5_000)],
    ['a quote above many lines', `a: "${'x\n'.repeat(10_000)}`],
    ['backslashes', `"${'\\'.repeat(100_000)}`],
    ['tabs on lines', '\ta: b\n'.repeat(5_000)],
    ['conflict markers', '<<<<<<< a\n=======\n>>>>>>> b\n'.repeat(10_000)],
    ['no-break spaces', '\u00a0a\u00a0b\n'.repeat(20_000)],
    ['zero characters', '\u0000\n'.repeat(20_000)],
    ['half characters', '\ud800: \udc00\n'.repeat(20_000)],
    [
      'lines further and further left',
      Array.from({ length: 60 }, (_, line) => ' '.repeat(60 - line) + 'a: b\n')
        .join('')
        .repeat(20),
    ],
    ['directives', '%YAML 3\n'.repeat(10_000)],
  ])('gives an answer in little time: %s', (_name, text) => {
    const started = performance.now();
    const parsed = parseYaml(text);
    expect(performance.now() - started).toBeLessThan(30_000);
    if ('code' in parsed) return;
    for (const { span } of parsed.problems)
      expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
  });
});
