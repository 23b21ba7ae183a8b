import { describe, expect, it } from 'vitest';
import { jsonSyntaxErrorPlace } from './jsonSyntax.ts';

describe('the place of an error in JSON', () => {
  it.each([
    ['', 1, 1],
    ['[1,\n 2,\n]', 3, 1],
    ['{"a": }', 1, 7],
    ['{"a" 1}', 1, 6],
    ['{"a": 1,}', 1, 9],
    ['{a: 1}', 1, 2],
    ['[{"a": "b\nc"}]', 1, 8],
    ['["\\x"]', 1, 2],
    ['[1 2]', 1, 4],
    ['[01]', 1, 3],
    ['[1}', 1, 3],
    ['[1]]', 1, 4],
    ['[1] [2]', 1, 5],
    ['[{"a": 1}', 1, 10],
    ['{"a": "b', 1, 7],
    [',', 1, 1],
    ['[,]', 1, 2],
    ["['a']", 1, 2],
  ])('%j: line %i, column %i', (text, line, column) => {
    expect(() => JSON.parse(text) as unknown).toThrow();
    expect(jsonSyntaxErrorPlace(text)).toEqual({ line, column });
  });

  it('is far down where all before it is JSON', () => {
    const lines = Array.from({ length: 5000 }, (_, index) => `  { "number": ${index}e-1, "list": [true, false, null, "ü\\u00fc\\n"] },`);
    expect(jsonSyntaxErrorPlace(`[\n${lines.join('\n')}\n  oops\n]`)).toEqual({ line: 5002, column: 3 });
  });
});
