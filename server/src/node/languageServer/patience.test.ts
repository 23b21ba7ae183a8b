import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { waitAtMost } from './patience.ts';

describe('waiting at most so long', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('gives what comes in time, and leaves no timer behind', async () => {
    expect(await waitAtMost(1000, Promise.resolve('found'))).toBe('found');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('gives nothing where it takes longer', async () => {
    const waited = waitAtMost(1000, new Promise(() => undefined));
    await vi.advanceTimersByTimeAsync(1000);
    expect(await waited).toBeUndefined();
  });

  it('fails with what fails in time, and leaves no timer behind', async () => {
    await expect(waitAtMost(1000, Promise.reject(new Error('no such drive')))).rejects.toThrow('no such drive');
    expect(vi.getTimerCount()).toBe(0);
  });
});
