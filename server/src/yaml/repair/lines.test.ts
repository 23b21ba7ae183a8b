import { describe, expect, it } from 'vitest';
import { Lines } from './lines.ts';

function shapeOf(line: string): { dashes: readonly number[]; column: number; key: string | undefined; value: string } {
  const { dashes, column, key, value } = new Lines(line).shape(0);
  return { dashes, column, key: key && line.slice(key.start, key.end), value: line.slice(value.start, value.end) };
}

describe('the shape of a line', () => {
  it.each([
    ['  name: x  # y', { dashes: [], column: 2, key: 'name', value: 'x' }],
    ['  - id: "A # b"', { dashes: [2], column: 4, key: 'id', value: '"A' }],
    ['- - a', { dashes: [0, 2], column: 4, key: undefined, value: 'a' }],
    ['  -', { dashes: [2], column: 4, key: undefined, value: '' }],
    ['period:', { dashes: [], column: 0, key: 'period', value: '' }],
    ['"a: b" : c', { dashes: [], column: 0, key: '"a: b"', value: 'c' }],
    ["'it''s': c", { dashes: [], column: 0, key: "'it''s'", value: 'c' }],
    ['url: https://a.b', { dashes: [], column: 0, key: 'url', value: 'https://a.b' }],
    ['https://a.b', { dashes: [], column: 0, key: undefined, value: 'https://a.b' }],
    ['12:30', { dashes: [], column: 0, key: undefined, value: '12:30' }],
    ['{ a: 1 }', { dashes: [], column: 0, key: undefined, value: '{ a: 1 }' }],
    ['text # with: a comment', { dashes: [], column: 0, key: undefined, value: 'text' }],
    ['"unclosed: x', { dashes: [], column: 0, key: undefined, value: '"unclosed: x' }],
  ])('%s', (line, shape) => {
    expect(shapeOf(line)).toEqual(shape);
  });
});

describe('lines', () => {
  it('end at LF and CRLF, and begin behind a byte-order mark', () => {
    const lines = new Lines('\ufeffa: 1 \r\n\r\n  b: 2\n# c');
    expect(lines.count).toBe(4);
    expect([0, 1, 2, 3].map((line) => lines.content(line))).toEqual(['a: 1', '', 'b: 2', '# c']);
    expect([lines.lineAt(0), lines.lineAt(1), lines.lineAt(8), lines.lineAt(99)]).toEqual([0, 0, 1, 3]);
    expect(lines.indent(2)).toBe(2);
    expect([lines.contentLineFrom(1), lines.contentLineFrom(3), lines.contentLineBefore(2)]).toEqual([2, undefined, 0]);
  });

  it('know the maps and lists that a line could continue', () => {
    const lines = new Lines('x: 1\n---\npractice:\n  name: x\nactivities:\n- id: A\n  evidence:\n    - a\n      # b\n');
    expect(lines.levelsAbove(8)).toEqual([
      { column: 4, kind: 'dash' },
      { column: 2, kind: 'key' },
      { column: 0, kind: 'dash' },
      { column: 0, kind: 'key' },
    ]);
    expect(lines.levelsAbove(2)).toEqual([]);
    expect(lines.blockEnd(4)).toBe(5);
    expect(lines.blockEnd(6)).toBe(8);
  });
});
