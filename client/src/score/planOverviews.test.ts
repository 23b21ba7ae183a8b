import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FileOverview, ScoreChangedParams } from '../../../server/src/protocol/protocol.ts';
import { PlanOverviews } from './planOverviews.ts';

const FILE = { file: 'a', asOf: '2024-12-31', best: null, plans: [] };
const score = (version: number): ScoreChangedParams => ({ uri: 'a', version, score: FILE });
const overview = (version: number): FileOverview => ({ version, score: FILE, explanations: [], overviews: [] });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Started {
  readonly overviews: PlanOverviews;
  readonly asked: string[];
  readonly came: string[];
  readonly answer: (answered: FileOverview | null | Error) => Promise<void>;
}

/** A server that answers when it is told to. */
function start(): Started {
  const [asked, came] = [[] as string[], [] as string[]];
  const waiting: ((answered: FileOverview | null | Error) => void)[] = [];
  const overviews = new PlanOverviews((uri) => {
    asked.push(uri);
    return new Promise((resolve, reject) => void waiting.push((answered) => (answered instanceof Error ? reject(answered) : resolve(answered))));
  }, (uri) => void came.push(uri));
  const answer = async (answered: FileOverview | null | Error): Promise<void> => {
    waiting.shift()?.(answered);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { overviews, asked, came, answer };
}

describe('PlanOverviews', () => {
  it('asks for nothing until a view wants it, and once for a score', async () => {
    const { overviews, asked, came, answer } = start();
    const first = score(1);
    expect(overviews.latest('a')).toBeUndefined();
    expect(asked).toEqual([]);
    expect(overviews.of(first)).toBeUndefined();
    expect(overviews.of(first)).toBeUndefined();
    await answer(overview(1));
    expect([asked, came]).toEqual([['a'], ['a']]);
    expect(overviews.of(first)).toEqual(overview(1));
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toHaveLength(1);
  });

  it('asks once a frame, for the newest of the scores that came meanwhile', async () => {
    const { overviews, asked, answer } = start();
    overviews.of(score(1));
    await answer(overview(1));
    const third = score(3);
    expect(overviews.of(score(2))).toEqual(overview(1));
    expect(overviews.of(third)).toEqual(overview(1));
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(16);
    expect(asked).toHaveLength(2);
    await answer(overview(3));
    await vi.advanceTimersByTimeAsync(100);
    expect(overviews.of(third)).toEqual(overview(3));
    expect(asked).toHaveLength(2);
  });

  it('waits for a slow answer before it asks again', async () => {
    const { overviews, asked, answer } = start();
    overviews.of(score(1));
    await vi.advanceTimersByTimeAsync(100);
    overviews.of(score(2));
    expect(asked).toHaveLength(1);
    await answer(overview(1));
    expect(asked).toHaveLength(2);
  });

  it('keeps nothing of a plan that was closed, also where the answer comes later', async () => {
    const { overviews, came, answer } = start();
    overviews.of(score(1));
    overviews.forget('a');
    await answer(overview(1));
    await vi.advanceTimersByTimeAsync(100);
    expect([overviews.latest('a'), came]).toEqual([undefined, []]);
  });

  it.each([null, new Error('gone')])('lets it be where there is no answer: %s', async (none) => {
    const { overviews, asked, came, answer } = start();
    const first = score(1);
    overviews.of(first);
    await answer(none);
    await vi.advanceTimersByTimeAsync(100);
    expect(overviews.of(first)).toBeUndefined();
    expect([asked, came]).toEqual([['a'], []]);
    overviews.of(score(1));
    expect(asked).toHaveLength(2);
  });
});
