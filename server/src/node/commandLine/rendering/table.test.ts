import { describe, expect, it } from 'vitest';
import { alignColumns, wrapped } from './table.ts';

describe('alignColumns', () => {
  it('sets cells below each other, by their width on a terminal', () => {
    expect(alignColumns([['a', '10', 'x'], ['値', '5', 'y'], ['\u001b[1mb\u001b[22m', '', '']], [1])).toEqual(['a   10  x', '値   5  y', '\u001b[1mb\u001b[22m']);
  });

  it('leaves out a column that is empty in every row', () => {
    expect(alignColumns([['a', '', 'x'], ['bb', '', 'y']])).toEqual(['a   x', 'bb  y']);
  });
});

describe('wrapped', () => {
  it('breaks between words and keeps line breaks', () => {
    expect(wrapped('one two three\n\nfour', '  ', 9)).toEqual(['  one two', '  three', '', '  four']);
  });

  it('leaves a word that is too long whole', () => {
    expect(wrapped('a veryverylong b', '', 5)).toEqual(['a', 'veryverylong', 'b']);
  });
});
