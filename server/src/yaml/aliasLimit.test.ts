import { describe, expect, it } from 'vitest';
import { hasTooManyAliases, TOO_MANY_ALIASES } from './aliasLimit.ts';
import { readYaml, readYamlOnce } from './readYaml.ts';

const repeated = (times: number, before = '', after = ''): string => `x: &x 1\ny:\n${`  - ${before}*x${after}\n`.repeat(times)}`;

describe('Too many aliases', () => {
  it('are counted, each at least one value', () => {
    expect(hasTooManyAliases(repeated(10_000))).toBe(false);
    expect(hasTooManyAliases(repeated(10_001))).toBe(true);
  });

  it('are also those of a broken text, whose other lines are not read any more', () => {
    expect(hasTooManyAliases(`${repeated(10_001)}z: [\n`)).toBe(true);
    expect(hasTooManyAliases(`a: "open\n${repeated(10_001)}`)).toBe(false);
  });

  it('are no asterisks in words, quotes, comments and blocks', () => {
    for (const text of [repeated(10_001, 'a '), repeated(10_001, '"', '"'), repeated(10_001, '# '), `note: |\n${'  *x\n'.repeat(10_001)}`]) {
      expect(hasTooManyAliases(text)).toBe(false);
    }
  });

  it('are no aliases without an anchor in their document: each of those is a mistake to be told', () => {
    expect(hasTooManyAliases(repeated(10_001).replace('&x ', ''))).toBe(false);
    expect(hasTooManyAliases(repeated(10_001).replace('y:', '---\ny:'))).toBe(false);
  });

  it('refuse the file, unless it is too large', () => {
    for (const read of [readYaml, readYamlOnce]) {
      expect(read(repeated(10_001))).toEqual(TOO_MANY_ALIASES);
      expect(read(repeated(10_001) + '#'.repeat(2 ** 21))).toMatchObject({ code: 'document-too-large' });
    }
  });
});
