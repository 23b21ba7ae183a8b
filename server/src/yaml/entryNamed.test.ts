import { describe, expect, it } from 'vitest';
import { entryNamed } from './entryNamed.ts';
import type { MapEntry, MapNode } from './node.ts';

const span = { start: 0, end: 0 };

/** A map of so many keys `k0`, `k1` …, and how often its entries were read. */
function mapOf(count: number): { readonly map: MapNode; readonly reads: () => number } {
  let reads = 0;
  const entries = Array.from({ length: count }, (_, index): MapEntry => ({ name: `k${index}`, key: { span }, value: undefined }));
  const counted = new Proxy(entries, { get: (target, key) => (typeof key === 'string' && /^\d+$/.test(key) && reads++, Reflect.get(target, key) as unknown) });
  return { map: { kind: 'map', span, extent: span, flow: false, entries: counted }, reads: () => reads };
}

describe('entryNamed', () => {
  it.each([0, 1, 50, 51, 400])('finds each of %i keys, and no other', (count) => {
    const { map } = mapOf(count);
    expect(map.entries.map(({ name }) => entryNamed(map, name))).toEqual([...map.entries]);
    expect(entryNamed(map, `k${count}`)).toBeUndefined();
    expect(entryNamed(map, 'constructor')).toBeUndefined();
  });

  it('reads a long map once, however many ask', () => {
    const { map, reads } = mapOf(1000);
    for (let index = 0; index < 2000; index++) entryNamed(map, `k${index}`);
    expect(reads()).toBe(1000);
  });
});
