import { describe, expect, it } from 'vitest';
import { atMost } from './atMost.ts';

describe('atMost', () => {
  it('looks up each word once, and so many different ones', () => {
    const asked: string[] = [];
    const lookUp = atMost(2, (word) => {
      asked.push(word);
      return [`${word}!`];
    });
    expect(['a', 'b', 'a', 'c', 'b', 'c'].map(lookUp)).toEqual([['a!'], ['b!'], ['a!'], [], ['b!'], []]);
    expect(asked).toEqual(['a', 'b']);
  });
});
