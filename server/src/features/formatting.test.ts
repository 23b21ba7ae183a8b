import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-types';
import { analyse, type Analysis } from '../analysis.ts';
import { formatDocument, formatOnType, formatRange } from './formatting.ts';
import { CANCELLED, marked, NOT_CANCELLED, TEST_CONTEXT } from './testing/markedText.ts';

function read(text: string): Analysis {
  return analyse(text, TEST_CONTEXT);
}

function apply({ source }: Analysis, edits: readonly TextEdit[]): string {
  let { text } = source;
  for (const { range, newText } of [...edits].sort((a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character)) {
    text = text.slice(0, source.offsetAt(range.start)) + newText + text.slice(source.offsetAt(range.end));
  }
  return text;
}

function formatted(text: string): string {
  const analysis = read(text);
  return apply(analysis, formatDocument(analysis, NOT_CANCELLED));
}

function lines(text: string, first: number, last: number): string {
  const analysis = read(text);
  return apply(analysis, formatRange(analysis, { start: { line: first, character: 3 }, end: { line: last, character: 1 } }, NOT_CANCELLED));
}

describe('formatDocument', () => {
  it('indents by two columns, lists below their key', () => {
    expect(formatted('practice:\n    name: X\nroster:\n\n a:\n      npi: "1"\nactivities:\n-   id: A\n    evidence:\n    - a.pdf\n    -   file: b\n        title: c\n-\n    id: B\n')).toBe(
      'practice:\n  name: X\nroster:\n\n  a:\n    npi: "1"\nactivities:\n  - id: A\n    evidence:\n      - a.pdf\n      - file: b\n        title: c\n  -\n    id: B\n');
  });

  it('puts one blank behind dashes and colons, inside maps and behind commas, and none inside lists', () => {
    expect(formatted('a:   {b:  1 ,c : [ x,y ,  z ],  "d":2}\ne  :\t{ }\nf: [ ]\ng:\n  -   - x\n  -\ty\n')).toBe(
      'a: { b: 1, c: [x, y, z], "d": 2 }\ne: {}\nf: []\ng:\n  - - x\n  - y\n');
    expect(formatted('a: {b:, c: , d}\ne: [&x a , *x , !t b ,]\n? k\n:   v\n')).toBe('a: { b:, c:, d }\ne: [&x a, *x, !t b,]\n? k\n: v\n');
  });

  it('indents what stands in brackets of several lines', () => {
    expect(formatted('a:\n    b: [\n           x,\n     y, # why\n      # between\n       ]\n    c: {d: [{\n           e: 1 },\n     2]\n     }\n')).toBe(
      'a:\n  b: [\n    x,\n    y, # why\n    # between\n  ]\n  c: { d: [{\n    e: 1 },\n    2]\n  }\n');
  });

  it('keeps comments, anchors, tags, quotes and the columns of comments behind values', () => {
    const text = '# top\na: &x \'1\'   # one\nbcd: "2"    # two\n\n# between\ne: !!str 3\nf: *x\n# end\n';
    expect(formatted(text)).toBe(text);
  });

  it('indents comments with what they are about', () => {
    expect(formatted('activities:\n    # first\n    - id: A\n      # in A\n      note: x\n      # behind A\n    # before B\n    - id: B\n# about apm\napm: {}\n  # end\n')).toBe(
      'activities:\n  # first\n  - id: A\n    # in A\n    note: x\n    # behind A\n  # before B\n  - id: B\n# about apm\napm: {}\n# end\n');
  });

  it('moves blocks of text as they are', () => {
    expect(formatted('a:\n      note: |\n          one\n\n            two\n             \n          three  \n      end: >-\n        x\n      kept: |+\n        y\n\n\n')).toBe(
      'a:\n  note: |\n    one\n\n      two\n       \n    three  \n  end: >-\n    x\n  kept: |+\n    y\n\n\n');
    expect(formatted('a:\n    b: |2\n         x\n        y\n    c: 1\n')).toBe('a:\n  b: |2\n       x\n      y\n  c: 1\n');
    expect(formatted('a:\n- |\n   x\n- >\n       y\n')).toBe('a:\n  - |\n    x\n  - >\n    y\n');
  });

  it('moves the further lines of plain and quoted text', () => {
    expect(formatted('a:\n    b: one\n      two  \n\n         three\n    c: "x \\\n         y\\ \n      z"\n')).toBe('a:\n  b: one\n    two\n\n    three\n  c: "x \\\n    y\\ \n    z"\n');
  });

  it('leaves at most one blank line, one before the next plan, and one line break at the end', () => {
    expect(formatted('\n\na: 1  \n\n\n  \nb: 2\t\n---\n\n\nc: 3\n\n\n\n# d\n---\ne: 4')).toBe('a: 1\n\nb: 2\n\n---\n\nc: 3\n\n# d\n---\ne: 4\n');
    expect(formatted('%YAML 1.2\n---\na: 1\n...\n---\nb: 1\n')).toBe('%YAML 1.2\n---\na: 1\n...\n---\nb: 1\n');
  });

  it('keeps line ends and a byte-order mark', () => {
    expect(formatted('\uFEFFa:   1\r\nb:\r\n- "𝒳":   2\r\n\r\n\r\n- c')).toBe('\uFEFFa: 1\r\nb:\r\n  - "𝒳": 2\r\n\r\n  - c\r\n');
  });

  it('makes small edits', () => {
    const edits = formatDocument(read('a: 1\nb:   2\nc:\n - 3\n'), NOT_CANCELLED);
    expect(edits).toEqual([
      { range: { start: { line: 1, character: 3 }, end: { line: 1, character: 5 } }, newText: '' },
      { range: { start: { line: 3, character: 1 }, end: { line: 3, character: 1 } }, newText: ' ' },
    ]);
  });

  it('leaves a file with mistakes of syntax as it is, and everything once cancelled', () => {
    for (const text of ['a:   1\nb: [\n', 'a:   *none\n', 'a:   "\n', '['.repeat(70)]) expect(formatDocument(read(text), NOT_CANCELLED)).toEqual([]);
    expect(formatDocument(read('# mips-disable-file yaml-syntax\na:   1\nb: ]\n'), NOT_CANCELLED)).toEqual([]);
    expect(formatDocument(read('a:   1\n'), CANCELLED)).toEqual([]);
  });

  it('formats what holds no plan', () => {
    expect(formatted('')).toBe('');
    expect(formatted(' \n\n')).toBe('');
    expect(formatted('  # only\n\n\n# comments')).toBe('# only\n\n# comments\n');
    expect(formatted('-   a\n-  b')).toBe('- a\n- b\n');
  });
});

describe('formatRange', () => {
  const text = 'a:\n    b:   1\n    c:\n    -   x:   1\n        y:   2\n    -   z\nd:   3\n';

  it('changes the lines of the range', () => {
    expect(lines(text, 1, 1)).toBe(text.replace('b:   1', 'b: 1'));
    expect(lines(text, 6, 6)).toBe(text.replace('d:   3', 'd: 3'));
    expect(lines(text, 0, 6)).toBe(formatted(text));
  });

  it('keeps the columns of what reaches beyond it', () => {
    expect(lines(text, 3, 4)).toBe('a:\n    b:   1\n    c:\n    - x: 1\n      y: 2\n    -   z\nd:   3\n');
    expect(lines(text, 4, 4)).toBe(text.replace('y:   2', 'y: 2'));
    expect(lines(text, 3, 5)).toBe('a:\n    b:   1\n    c:\n      - x: 1\n        y: 2\n      - z\nd:   3\n');
  });

  it('ends before a line of which nothing is selected', () => {
    const analysis = read(text);
    expect(apply(analysis, formatRange(analysis, { start: { line: 5, character: 0 }, end: { line: 6, character: 0 } }, NOT_CANCELLED))).toBe(text.replace('-   z', '- z'));
  });

  it('keeps a block of text of which a part is selected', () => {
    const block = 'a:\n    b: |\n          x\n          y\n    c:   1\n';
    expect(lines(block, 3, 4)).toBe(block.replace('c:   1', 'c: 1'));
  });
});

describe('formatOnType', () => {
  function typed(markedText: string): string {
    const { analysis, position } = marked(markedText);
    return apply(analysis, formatOnType(analysis, position, NOT_CANCELLED));
  }

  it.each([
    ['an activity', 'activities:\n  - id: IA_BE_4\n<|>', 4],
    ['an activity at the margin', 'activities:\n- id: IA_BE_4\n<|>', 2],
    ['a wide dash', 'activities:\n  -   id: IA_BE_4\n<|>', 6],
    ['a later key', 'activities:\n  - id: IA_BE_4\n    status: planned # c:\n<|>', 4],
    ['a key without a value', 'activities:\n  - id: IA_BE_4\n    evidence: # c\n<|>', 6],
    ['a list', 'activities:\n<|>', 2],
    ['a first key without a value', 'activities:\n  - evidence:\n<|>', 6],
    ['a piece of evidence', 'activities:\n  - evidence:\n      - a.pdf\n<|>', 6],
    ['a piece of evidence with a title', 'activities:\n  - evidence:\n      - file: a.pdf\n<|>', 8],
    ['a map in brackets', 'activities:\n  - evidence:\n      - { file: a.pdf }\n<|>', 6],
    ['a lone dash', 'activities:\n  -\n<|>', 4],
    ['a block of text', 'practice:\n  name: |\n<|>', 4],
    ['a comment', 'practice:\n  # who:\n<|>', 2],
    ['a quoted value', 'practice:\n  name: "a: b"\n<|>\n', 2],
  ])('indents behind %s', (_, markedText, column) => {
    expect(typed(markedText)).toBe(markedText.replace('<|>', ' '.repeat(column)));
    // Whatever the editor did before.
    expect(typed(markedText.replace('<|>', '       <|>'))).toBe(markedText.replace('<|>', ' '.repeat(column)));
  });

  it.each([
    ['a block of text', 'practice:\n  name: |\n      x\n      <|>'],
    ['a blank line', 'practice:\n  name: x\n\n   <|>'],
    ['brackets', 'practice: {\n   <|>}\n'],
    ['quotes', 'practice:\n  name: "a\n    <|>b"\n'],
    ['a marker', 'a: 1\n---\n  <|>'],
    ['what is there already', 'practice:\n  name: x\n   <|>tin: y\n'],
    ['the first line', '  <|>'],
  ])('leaves the line behind %s', (_, markedText) => {
    expect(typed(markedText)).toBe(markedText.replace('<|>', ''));
  });

  it('keeps CRLF and stops when cancelled', () => {
    expect(typed('activities:\r\n  - id: x\r\n<|>\r\n')).toBe('activities:\r\n  - id: x\r\n    \r\n');
    const { analysis, position } = marked('a:\n<|>');
    expect(formatOnType(analysis, position, CANCELLED)).toEqual([]);
  });
});

describe('any plan', () => {
  const blanks = fc.constantFrom(' ', '  ', '   ', ' \t');
  const indent = fc.constantFrom(1, 2, 3, 4);
  const gap = fc.constantFrom('', '', '', '\n', '\n\n\n', '# a comment\n', '      # deeper\n', ' # mips-disable-next-line period-too-short  \n', '\n# x\n\n\n  # y\n');
  const behind = fc.constantFrom('', '', '  ', ' # why', '    # far  ');
  const period = fc.constantFrom('2024-01-01/2024-06-30', '"2024-01-01/2024-02-01"', '{start: 2024-01-01,end : 2024-12-31 }', '{ start: 2024-03-01,\n                end: 2024-08-01 }', '&p 2024-02-01/2024-07-01');
  const people = fc.constantFrom('5', 'all', '[ ada,bo ,cy]', '[\n                 ada,  # first\n                 bo ]', '60%');
  const note = fc.constantFrom('plain', 'plain\n                 goes on\n\n                 here', '"quoted \\\n                 x: y # z"', "'it''s'", 'a#b');
  const text = fc.constantFrom('|', '>-', '|+', '|-');

  const activity = fc.record({ id: fc.constantFrom('IA_BE_4', 'IA_EPA_1', 'IA_NO_1', '"IA_CC_2"'), period, people, note, text, gap, behind, b: blanks, dash: fc.constantFrom(' ', '   '), status: fc.constantFrom('completed', 'planned', 'wrong') });
  const plan = fc.record({ activities: fc.array(activity, { maxLength: 4 }), step: indent, list: fc.constantFrom(0, 1, 2, 4), gaps: fc.array(gap, { minLength: 4, maxLength: 4 }), b: blanks, behind });
  const file = fc.record({ plans: fc.array(plan, { minLength: 1, maxLength: 3 }), crlf: fc.boolean(), mark: fc.boolean(), end: fc.constantFrom('', '\n', '\n\n\n') });

  function write({ plans, crlf, mark, end }: typeof file extends fc.Arbitrary<infer T> ? T : never): string {
    const written = plans.map(({ activities, step, list, gaps: [one = '', two = '', three = '', four = ''], b, behind: tail }) => {
      const entries = activities.map((each) => {
        const dash = `${' '.repeat(list)}-${each.dash}`;
        const inner = ' '.repeat(dash.length);
        const textLines = `${inner}  first\n${inner}      second: # no comment\n\n${inner}  third  \n\n`;
        return `${each.gap}${dash}id:${each.b}${each.id}${each.behind}\n${inner}period:${each.b}${each.period}${each.behind}\n${each.gap}${inner}performed_by:${each.b}${each.people}${each.behind}\n`
          + `${inner}note:${each.b}${each.note}\n${inner}owner:${each.b}${each.text}\n${textLines}${inner}status :${each.b}${each.status}${each.behind}\n${inner}evidence:\n${inner}-${each.b}a.pdf\n${inner}- {file: b ,title: "c"}\n`;
      });
      return `${one}performance_year:${b}2024${tail}\n${two}practice:\n${' '.repeat(step)}name:${b}X\n${' '.repeat(step)}clinicians: 9${tail}\n${three}submission: {level: group}\n${four}activities:${entries.length === 0 ? ' [ ]' : ''}\n${entries.join('')}`;
    }).join('---\n');
    const whole = (mark ? '\uFEFF' : '') + written.trimEnd() + end;
    return crlf ? whole.replaceAll('\n', '\r\n') : whole;
  }

  const comments = ({ source, comments: spans }: Analysis): string[] => spans.map(({ start, end }) => source.text.slice(start, end).trimEnd());
  const said = (analysis: Analysis): unknown => ({
    codes: analysis.findings.map(({ code, plan: index }) => [code, index]),
    score: JSON.parse(JSON.stringify(analysis.score('x'), (key, value: unknown) => (key === 'range' ? undefined : value))) as unknown,
    notes: analysis.plans.flatMap(({ plan: { activities } }) => activities.value?.value.map(({ note: own, owner }) => [own.value?.value, owner.value?.value])),
  });

  it('says the same with the same comments, in the one look', () => {
    fc.assert(fc.property(file, (parts) => {
      const before = read(write(parts));
      const after = read(apply(before, formatDocument(before, NOT_CANCELLED)));
      expect(said(after)).toEqual(said(before));
      expect(comments(after)).toEqual(comments(before));
      expect(formatDocument(after, NOT_CANCELLED)).toEqual([]);
      // It was formatted, not refused.
      const written = after.source.text.replaceAll('\r', '');
      expect(written).toMatch(/^\uFEFF?(?:# .*\n|\n)*performance_year: 2024/);
      expect(written).toContain('\n  name: X\n  clinicians: 9');
      expect(written).toContain('submission: { level: group }');
      expect(written.match(/^( *)- id: /gm) ?? []).toEqual(parts.plans.flatMap(({ activities }) => activities.map(() => '  - id: ')));
      expect(written).toMatch(/[^\n]\n$/);
    }), { numRuns: 40 });
  });

  it('keeps all that when any lines of it are formatted', () => {
    fc.assert(fc.property(file, fc.nat(60), fc.nat(20), (parts, first, count) => {
      const before = read(write(parts));
      const range = { start: { line: first, character: 0 }, end: { line: first + count, character: 0 } };
      const edits = formatRange(before, range, NOT_CANCELLED);
      for (const edit of edits) {
        expect(edit.range.start.line).toBeGreaterThanOrEqual(first);
        expect(edit.range.end.line).toBeLessThanOrEqual(first + count);
      }
      const after = read(apply(before, edits));
      expect(said(after)).toEqual(said(before));
      expect(comments(after)).toEqual(comments(before));
    }), { numRuns: 40 });
  });
});
