import { describe, expect, it } from 'vitest';
import { readOnce } from './read.ts';

describe('readOnce', () => {
  it('takes over the errors of the library, in the order of the text', () => {
    const reading = readOnce('a: @x\nb: "\\q"\n---\nc: [1] ]\n');
    expect(reading?.errors.map(({ code, start, end }) => ({ code, start, end }))).toEqual([
      { code: 'BAD_SCALAR_START', start: 3, end: 4 },
      { code: 'BAD_DQ_ESCAPE', start: 10, end: 11 },
      { code: 'UNEXPECTED_TOKEN', start: 25, end: 26 },
    ]);
    // The library itself keeps none, however many there are.
    expect(reading?.documents.flatMap(({ errors }) => errors)).toEqual([]);
  });

  it('keeps few of very many errors', () => {
    expect(readOnce('- @a\n'.repeat(5000))?.errors).toHaveLength(1000);
    expect(readOnce(']'.repeat(5000))?.errors).toHaveLength(1000);
  });

  it('says nothing of warnings', () => {
    expect(readOnce('a: !unknown x\n')?.errors).toEqual([]);
  });
});
