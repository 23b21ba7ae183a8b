import { expect, it, onTestFinished, vi } from 'vitest';
import { giveWay } from './giveWay.ts';

/** Messages that come every few milliseconds, and how long the last is ago. */
function messages(): { readonly quietMilliseconds: number; readonly cease: () => void } {
  let last = performance.now();
  const timer = setInterval(() => (last = performance.now()), 5);
  onTestFinished(() => clearInterval(timer));
  return {
    get quietMilliseconds() {
      return performance.now() - last;
    },
    cease: () => clearInterval(timer),
  };
}

it('waits while messages come, and until it has been quiet for as long as the work takes', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'clearImmediate', 'performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const client = messages();
  let quietMilliseconds: number | undefined;
  const waiting = giveWay(client, 80).then(() => (quietMilliseconds = client.quietMilliseconds));
  await vi.advanceTimersByTimeAsync(1000);
  expect(quietMilliseconds).toBeUndefined();
  client.cease();
  await vi.advanceTimersByTimeAsync(1000);
  await waiting;
  expect(quietMilliseconds).toBeGreaterThanOrEqual(80);
  expect(quietMilliseconds).toBeLessThan(100);
});

it('lets what has come in be handled first, also where it is quiet', async () => {
  const order: string[] = [];
  setImmediate(() => order.push('message'));
  await giveWay({ quietMilliseconds: Infinity }, 0);
  expect([...order, 'work']).toEqual(['message', 'work']);
});
