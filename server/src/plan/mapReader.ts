import { isSameInOtherCase } from '../text/letterCase.ts';
import { nearest } from '../text/nearest.ts';
import { shorten } from '../text/shorten.ts';
import type { Place } from '../text/span.ts';
import type { MapEntry, MapNode } from '../yaml/node.ts';
import { describedKey, FORMAT, type MapName } from './format.ts';
import type { Field } from './model.ts';
import { isDangling, located, placeOf, type Reading, type ReadValue } from './reading.ts';

/**
 * Reads the keys of one map of the format: each by its function; what the format does not have and what is
 * missing is reported by `finish`.
 */
export class MapReader {
  readonly #node: MapNode;
  readonly #map: MapName;
  readonly #reading: Reading;
  constructor(node: MapNode, map: MapName, reading: Reading) {
    this.#node = node;
    this.#map = map;
    this.#reading = reading;
  }

  /** @param applies false: the key has no meaning in this plan, so nothing is said about its value. */
  field<T>(name: string, read: ReadValue<T>, applies = true): Field<T> {
    const entry = this.#entry(name);
    if (entry === undefined) return {};
    if (entry.value === undefined) return { key: entry.key };
    if (isDangling(entry.value)) return { key: entry.key, unreadable: placeOf(entry.value) };
    const value = read(entry.value, applies ? this.#reading : { ...this.#reading, report: () => undefined });
    return value === undefined ? { key: entry.key, unreadable: placeOf(entry.value) } : { key: entry.key, value: located(value, entry.value) };
  }

  #entry(name: string): MapEntry | undefined {
    return this.#node.entries.find((entry) => entry.name === name);
  }

  /**
   * Reports unknown and missing keys.
   * @param holder where a key is shown that is not there at all: the key that holds this map, or the map's own first key.
   * @param alsoRequired keys that this plan needs beside those that every plan needs.
   */
  finish(holder: Place, alsoRequired: readonly string[] = []): void {
    const described = FORMAT[this.#map];
    const missing = new Set<string>();
    let free: string[] | undefined;
    for (const key of described) {
      if ((key.required === true || alsoRequired.includes(key.name)) && this.#entry(key.name)?.value === undefined) missing.add(key.name);
    }
    for (const entry of this.#node.entries) {
      if (described.some((key) => key.name === entry.name)) continue;
      free ??= described.map((key) => key.name).filter((name) => this.#entry(name) === undefined);
      const [meant] = nearest(entry.name, free, 1);
      if (meant !== undefined) missing.delete(meant);
      this.#reportUnknownKey(entry, meant);
    }
    for (const name of missing) this.#reportMissingKey(name, holder);
  }

  #reportUnknownKey(entry: MapEntry, meant: string | undefined): void {
    const { span, origin } = entry.key;
    this.#reading.report({
      code: 'unknown-key',
      place: entry.key,
      meant,
      message: meant === undefined
        ? `\`${shorten(entry.name)}\` is not a key that is possible here, and is ignored. Possible keys: ${FORMAT[this.#map].map((key) => key.name).join(', ')}.`
        : `\`${shorten(entry.name)}\` is not a key that is possible here; did you mean \`${meant}\`?`,
      fixes: meant === undefined ? undefined : () => [
        { title: `Rename to \`${meant}\``, edits: [{ span: origin ?? span, newText: meant }], preferred: true, safe: this.#isOnlyCaseOf(entry, meant) },
      ],
    });
  }

  /** Whether the key is the one way in which another case of the letters stands in the map. */
  #isOnlyCaseOf(entry: MapEntry, meant: string): boolean {
    return isSameInOtherCase(entry.name, meant) && !this.#node.entries.some((other) => other !== entry && isSameInOtherCase(other.name, meant));
  }

  #reportMissingKey(name: string, holder: Place): void {
    const { expects } = describedKey(this.#map, name);
    const empty = this.#entry(name);
    this.#reading.report({
      code: 'missing-key',
      place: empty?.key ?? holder,
      key: name,
      map: this.#node,
      message: empty !== undefined
        ? `\`${name}\` has no value yet; write ${expects}.`
        : `\`${name}\` is missing; add it with ${expects}.`,
    });
  }
}
