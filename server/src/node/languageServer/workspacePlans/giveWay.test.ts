import { expect, it, onTestFinished } from 'vitest';
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
  const client = messages();
  let wentOn = false;
  const waiting = giveWay(client, 80).then(() => (wentOn = true));
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(wentOn).toBe(false);
  client.cease();
  await waiting;
  expect(client.quietMilliseconds).toBeGreaterThanOrEqual(80);
});

it('lets what has come in be handled first, also where it is quiet', async () => {
  const order: string[] = [];
  setImmediate(() => order.push('message'));
  await giveWay({ quietMilliseconds: Infinity }, 0);
  expect([...order, 'work']).toEqual(['message', 'work']);
});
