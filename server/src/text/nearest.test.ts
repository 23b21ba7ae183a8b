import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

describe('nearest', () => {
  it.each([
    ['grup', ['individual', 'group', 'subgroup'], ['group']],
    ['Rural', ['rural', 'hpsa'], ['rural']],
    ['small-practice', ['small_practice', 'rural'], ['small_practice']],
    ['perf', ['performance_year', 'practice'], ['performance_year']],
    ['color', ['name', 'tin', 'clinicians'], []],
    ['', ['name'], []],
    ['IA', ['id'], ['id']],
    ['bakre', ['baker', 'brake'], ['baker']],
    ['G0503', ['G0053', 'G0054'], ['G0053']],
  ])('%s among %j: %j', (typed, candidates, expected) => expect(nearest(typed, candidates)).toEqual(expected));

  it('gives at most so many, the nearest first', () => {
    expect(nearest('quality', ['qualitys', 'quality', 'qualiti'], 2)).toEqual(['quality', 'qualitys']);
  });
});
