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
    expect(reader.count).toBe(5);
  });

  it('takes those with the same text one after the other, and has them again once they were given back', () => {
    const pool = poolOf(['a', 'b', 'a']);
    const reader = new PoolReader(pool);
    expect(['a', 'a', 'a', 'b'].map((text) => taken(reader, text))).toEqual([pool[0], pool[2], undefined, pool[1]]);
    reader.giveBackTo(1);
    expect(['b', 'a', 'a'].map((text) => taken(reader, text))).toEqual([pool[1], pool[2], undefined]);
  });

  it('finds a block whenever one with the text is left', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(fc.property(fc.array(word), fc.array(fc.oneof(word, fc.nat(5))), (texts, steps) => {
      const pool = poolOf(texts);
      const reader = new PoolReader(pool);
      const out: YamlBlock[] = [];
      for (const step of steps) {
        if (typeof step === 'number') {
          out.length = Math.min(step, out.length);
          reader.giveBackTo(out.length);
          continue;
        }
        const left = texts.filter((text) => text === step).length - out.filter(({ text }) => text === `- ${step}\n`).length;
        const block = taken(reader, step);
        expect(block?.text).toBe(left > 0 ? `- ${step}\n` : undefined);
        if (block !== undefined) out.push(block);
        expect(new Set(out).size).toBe(reader.count);
      }
    }));
  });
});
