import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Progress } from './progress.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

async function written(isTerminal: boolean): Promise<string[]> {
  const texts: string[] = [];
  const progress = new Progress({ isTerminal, write: (text) => Promise.resolve(void texts.push(text)) });
  await progress.show(1);
  vi.advanceTimersByTime(600);
  await progress.show(1200);
  await progress.show(1201);
  vi.advanceTimersByTime(150);
  await progress.show(1300);
  await progress.clear();
  await progress.clear();
  return texts;
}

it('says how far it is after a while, not too often, and goes again', async () => {
  expect(await written(true)).toEqual(['\r\u001b[K1,200 files …', '\r\u001b[K1,300 files …', '\r\u001b[K']);
});

it('says nothing where nobody watches', async () => {
  expect(await written(false)).toEqual([]);
});
