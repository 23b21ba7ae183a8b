import { describe, expect, it } from 'vitest';
import type { ScoreChangedParams } from '../../../server/src/protocol/protocol.ts';
import { PlanScores } from './planScores.ts';

const score = (uri: string, version: number): ScoreChangedParams => ({
  uri, version, score: { file: uri, asOf: '2024-12-31', best: null, plans: [] },
});

describe('PlanScores', () => {
  it('keeps the newest version', () => {
    const scores = new PlanScores();
    expect(scores.put(score('a', 2))).toBe(true);
    expect(scores.put(score('a', 1))).toBe(false);
    expect(scores.get('a')?.params.version).toBe(2);
    expect(scores.put(score('a', 2))).toBe(true);
    expect(scores.put(score('a', 3))).toBe(true);
    expect(scores.get('a')?.params.version).toBe(3);
  });

  it('forgets a closed plan, whose versions begin again', () => {
    const scores = new PlanScores();
    scores.put(score('a', 9));
    scores.forget('a');
    expect(scores.get('a')).toBeUndefined();
    expect(scores.put(score('a', 1))).toBe(true);
  });

  it('knows what a lost server left behind', () => {
    const scores = new PlanScores();
    scores.put(score('a', 9));
    scores.markOutdated();
    expect(scores.get('a')).toMatchObject({ outdated: true, params: { version: 9 } });
    scores.put(score('a', 9));
    expect(scores.get('a')?.outdated).toBe(false);
  });
});
