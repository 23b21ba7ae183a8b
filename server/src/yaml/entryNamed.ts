import type { MapEntry, MapNode } from './node.ts';

/** A short map is searched as fast. */
const MOST_SEARCHED = 50;

const BY_NAME = new WeakMap<MapNode, ReadonlyMap<string, MapEntry>>();

/** The entry of a key. In a long map it is looked up: there may be as many askers as entries. */
export function entryNamed(map: MapNode, name: string): MapEntry | undefined {
  if (map.entries.length <= MOST_SEARCHED) return map.entries.find((entry) => entry.name === name);
  let byName = BY_NAME.get(map);
  if (byName === undefined) {
    byName = new Map(map.entries.map((entry) => [entry.name, entry]));
    BY_NAME.set(map, byName);
  }
  return byName.get(name);
}
