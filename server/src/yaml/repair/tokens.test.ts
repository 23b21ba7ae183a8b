import { describe, expect, it } from 'vitest';
import { endInBrackets, tokensOf } from './tokens.ts';

describe('the tokens of a text', () => {
  it('follow each other without a gap and make the whole', () => {
    const text = '\ufeffa: &x "b" # c\r\nd:\n  - { e: [f\n]\n';
    let reached = 0;
    for (const { start, end } of tokensOf(text)) {
      expect(start).toBe(reached);
      reached = end;
    }
    expect(reached).toBe(text.length);
  });

  it('know a scalar whatever it looks like', () => {
    const text = 'a: b, c\n';
    expect(tokensOf(text).filter(({ kind }) => kind === 'scalar').map(({ start, end }) => text.slice(start, end))).toEqual(['a', 'b, c']);
  });
});

describe('the end of text in brackets', () => {
  it.each([
    ['before a comma', 'one two , three', 'one two'],
    ['before a closing bracket', 'one }', 'one'],
    ['where it would end without them', 'one two  ', 'one two'],
  ])('is %s', (_where, text, expected) => {
    expect(text.slice(0, endInBrackets(text, 0, text.length))).toBe(expected);
  });
});
