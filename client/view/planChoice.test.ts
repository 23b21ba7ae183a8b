import { describe, expect, it } from 'vitest';
import { readChoice } from './planChoice.ts';

describe('readChoice', () => {
  it('reads a choice, without what else was kept beside it', () => {
    expect(readChoice({ uri: 'file:///a', plan: 1, score: 40 })).toEqual({ uri: 'file:///a', plan: 1 });
  });

  it('reads of which file it was where nothing was chosen', () => {
    expect(readChoice({ uri: 'file:///a', plan: null })).toEqual({ uri: 'file:///a', plan: null });
  });

  it.each([undefined, null, 'file:///a', 3, [], {}, { uri: 'a' }, { plan: 1 }, { uri: 1, plan: 1 }, { uri: 'a', plan: -1 }, { uri: 'a', plan: 0.5 }, { uri: 'a', plan: '0' }])(
    'takes %j for nothing',
    (kept) => {
      expect(readChoice(kept)).toBeUndefined();
    },
  );
});
