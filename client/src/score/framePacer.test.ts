import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HostMessage } from '../../view/messages.ts';
import { FramePacer } from './framePacer.ts';

const snapshot = (version: number): HostMessage => ({
  type: 'snapshot', uri: 'a', fileName: 'a', version, score: { file: 'a', asOf: '2024-12-31', best: null, plans: [] }, explanations: [], overviews: [], checking: 'done',
});
const noPlan: HostMessage = { type: 'noPlan' };

let sent: { readonly at: number; readonly message: HostMessage }[];
let pacer: FramePacer;
beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  sent = [];
  pacer = new FramePacer((message) => sent.push({ at: Date.now(), message }));
});
afterEach(() => {
  vi.useRealTimers();
});

describe('FramePacer', () => {
  it('sends the first at once', () => {
    pacer.post(snapshot(1));
    expect(sent).toEqual([{ at: 0, message: snapshot(1) }]);
  });

  it('sends at most one a frame, the newest', () => {
    for (let version = 1; version <= 20; version++) {
      pacer.post(snapshot(version));
      vi.advanceTimersByTime(2);
    }
    vi.advanceTimersByTime(100);
    expect(sent.map(({ at }) => at)).toEqual([0, 16, 32, 48]);
    expect(sent.at(-1)?.message).toEqual(snapshot(20));
  });

  it('keeps the order of closing and opening', () => {
    pacer.post(snapshot(9));
    pacer.post(snapshot(10));
    pacer.post(noPlan);
    pacer.post(snapshot(1));
    pacer.post(snapshot(2));
    vi.advanceTimersByTime(100);
    expect(sent.map(({ message }) => message)).toEqual([snapshot(9), snapshot(10), noPlan, snapshot(2)]);
  });

  it('forgets what waits', () => {
    pacer.post(snapshot(1));
    pacer.post(snapshot(2));
    pacer.clear();
    vi.advanceTimersByTime(100);
    expect(sent).toHaveLength(1);
    pacer.post(snapshot(3));
    expect(sent).toHaveLength(2);
  });
});
