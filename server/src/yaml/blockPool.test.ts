import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PoolReader, type BlockPool } from './blockPool.ts';
import { readSimpleBlock, type YamlBlock } from './yamlBlock.ts';

const poolOf = (texts: readonly string[]): BlockPool => texts.map((text) => readSimpleBlock(`- ${text}\n`) as YamlBlock);
const taken = (reader: PoolReader, text: string): YamlBlock | undefined => reader.take(`- ${text}\n`);

describe('PoolReader', () => {
  it('takes the blocks in their order, and goes on behind one that is new, gone or moved', () => {
    const pool = poolOf(['a', 'b', 'c', 'd', 'e']);
    const reader = new PoolReader(pool);
    expect(['a', 'new', 'b', 'e', 'd', 'c'].map((text) => taken(reader, text))).toEqual([pool[0], undefined, pool[1], pool[4], pool[3], pool[2]]);
  });

  it('takes those with the same text one after the other', () => {
    const pool = poolOf(['a', 'b', 'a']);
    const reader = new PoolReader(pool);
    expect(['a', 'a', 'a', 'b'].map((text) => taken(reader, text))).toEqual([pool[0], pool[2], undefined, pool[1]]);
  });

  it('gives back what was taken together for nothing', () => {
    const pool = poolOf(['a', 'b', 'a']);
    const reader = new PoolReader(pool);
    expect(taken(reader, 'a')).toBe(pool[0]);
    reader.together(() => {
      expect(['a', 'a', 'b'].map((text) => taken(reader, text))).toEqual([pool[2], undefined, pool[1]]);
      return undefined;
    });
    expect(reader.together(() => taken(reader, 'b'))).toBe(pool[1]);
    expect(['b', 'a', 'a'].map((text) => taken(reader, text))).toEqual([undefined, pool[2], undefined]);
  });

  it('finds a block whenever one with the text is left', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(fc.property(fc.array(word), fc.array(fc.record({ words: fc.array(word), isOfUse: fc.boolean() })), (texts, steps) => {
      const pool = poolOf(texts);
      const reader = new PoolReader(pool);
      const out: YamlBlock[] = [];
      for (const { words, isOfUse } of steps) {
        const before = out.length;
        reader.together(() => {
          for (const each of words) {
            const isLeft = texts.filter((text) => text === each).length > out.filter(({ text }) => text === `- ${each}\n`).length;
            const block = taken(reader, each);
            expect(block?.text).toBe(isLeft ? `- ${each}\n` : undefined);
            if (block !== undefined) out.push(block);
          }
          expect(new Set(out).size).toBe(out.length);
          return isOfUse ? true : undefined;
        });
        if (!isOfUse) out.length = before;
      }
    }));
  });
});
