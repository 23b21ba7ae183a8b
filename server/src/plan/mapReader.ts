import { isSameInOtherCase } from '../text/letterCase.ts';
import { nearest } from '../text/nearest.ts';
import { shorten } from '../text/shorten.ts';
import { spanWithin, type Place } from '../text/span.ts';
import type { ListNode, MapEntry, MapNode, ScalarNode, ValueNode } from '../yaml/node.ts';
import { FORMAT, type Choice, type KeyDescription, type MapName } from './format.ts';
import type { Field, Located } from './model.ts';
import type { Report } from './problem.ts';

/** What every reading function needs: the file's text, to find parts of a value in it, and where problems go. */
export interface Reading {
  readonly text: string;
  readonly report: Report;
  /** Whether the next version of the text may have nodes in common with this one. */
  readonly nodesComeAgain: boolean;
}

/** Gives the value, or undefined after having reported why it cannot be read. */
export type ReadValue<T> = (node: ValueNode, reading: Reading) => T | undefined;

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
    return isSameInOtherCase(entry.name, meant) && this.#node.entries.filter(({ name }) => isSameInOtherCase(name, meant)).length === 1;
  }

  #reportMissingKey(name: string, holder: Place): void {
    const key = FORMAT[this.#map].find((described) => described.name === name);
    const empty = this.#entry(name);
    this.#reading.report({
      code: 'missing-key',
      place: empty?.key ?? holder,
      key: name,
      map: this.#node,
      message: empty !== undefined
        ? `\`${name}\` has no value yet; write ${key?.expects ?? 'a value'}.`
        : `\`${name}\` is missing; add it with ${key?.expects ?? 'a value'}.`,
    });
  }
}

export function isDangling(node: ValueNode): boolean {
  return node.kind === 'scalar' && node.dangling === true;
}

/** The items that there is something to say about: no lone dashes, no aliases without an anchor. */
export function itemsOf(node: ListNode): readonly ValueNode[] {
  return node.items.filter((item) => item !== undefined && !isDangling(item)) as ValueNode[];
}

export function placeOf({ span, origin }: Place): Place {
  return { span, origin };
}

export function located<T>(value: T, { span, origin }: Place): Located<T> {
  return { value, span, origin };
}

/** What a value of the wrong kind is probably meant to be. */
export interface Rewrite {
  readonly title: string;
  readonly newText: string;
  readonly safe?: boolean;
}

/** @param rewrite gives, for a scalar on one line as it is written, what it is probably meant to be. */
export function reportWrongType(node: ValueNode, expects: string, reading: Reading, rewrite?: (text: string) => Rewrite | undefined): undefined {
  const written = node.origin ?? node.span;
  const text = reading.text.slice(written.start, written.end);
  const isNumber = node.kind === 'scalar' && node.style === 'plain' && typeof node.value !== 'string';
  reading.report({
    code: 'wrong-type',
    place: placeOf(node),
    message: `${describe(node)} is not possible here; write ${expects}.`,
    fixes: () => {
      const rewritten = node.kind === 'scalar' && !text.includes('\n') ? rewrite?.(text) : undefined;
      if (rewritten !== undefined) {
        const { title, newText, safe } = rewritten;
        return [{ title, edits: [{ span: written, newText }], preferred: true, ...(safe === true && { safe }) }];
      }
      if (isNumber && expects.startsWith('text')) {
        return [{ title: `Put it in quotes: \`"${text}"\``, edits: [{ span: written, newText: `"${text}"` }], preferred: true, safe: true }];
      }
      return [];
    },
  });
  return undefined;
}

/** @param suggestions what it may be meant to be, nearest first. */
export function reportInvalidValue(node: ValueNode | Place, message: string, reading: Reading, suggestions: readonly string[] = []): undefined {
  const written = node.origin ?? node.span;
  const text = reading.text.slice(written.start, written.end);
  reading.report({
    code: 'invalid-value',
    place: placeOf(node),
    message,
    fixes: suggestions.length === 0 ? undefined : () => suggestions.map((suggestion, index) => ({
      title: `Replace with \`${suggestion}\``,
      edits: [{ span: written, newText: suggestion }],
      preferred: index === 0 && suggestions.length === 1,
      safe: isSameInOtherCase(text, suggestion),
    })),
  });
  return undefined;
}

function describe(node: ValueNode): string {
  if (node.kind === 'map') return 'A group of keys';
  if (node.kind === 'list') return 'A list';
  switch (typeof node.value) {
    case 'number':
    case 'bigint':
      return `The number ${shorten(node.source)}`;
    case 'boolean':
      return `\`${node.source}\` (true or false)`;
    default:
      return `The text “${shorten(node.source)}”`;
  }
}

/** The place of a part of a scalar's text, or the whole scalar's where escapes or line breaks stand between. */
export function partOf(node: ScalarNode, start: number, end: number, reading: Reading): Place {
  if (node.origin !== undefined) return placeOf(node);
  const quote = node.style === 'plain' ? 0 : 1;
  const first = node.span.start + quote;
  if (reading.text.slice(first, first + node.source.length) !== node.source) return placeOf(node);
  return { span: spanWithin(node.span, quote + start, quote + end) };
}

export function readText(node: ValueNode, reading: Reading): string | undefined {
  if (node.kind === 'scalar' && typeof node.value === 'string') return node.value;
  return reportWrongType(node, 'text (in quotes if it looks like a number)', reading);
}

/** A TIN, NPI or entity id: digits that YAML would take for a number are read as they are written. */
export function readIdentifier(node: ValueNode, reading: Reading): string | undefined {
  if (node.kind !== 'scalar' || typeof node.value === 'boolean') return reportWrongType(node, 'text in quotes', reading);
  if (typeof node.value === 'string') return node.value;
  const written = node.origin ?? node.span;
  reading.report({
    code: 'unquoted-identifier',
    place: placeOf(node),
    message: 'Without quotes other programs read this identifier as a number and drop its leading zeros; put it in quotes.',
    fixes: () => [{ title: 'Put it in quotes', edits: [{ span: written, newText: `"${node.source}"` }], preferred: true, safe: true }],
  });
  return node.source;
}

export function readInteger(range: { min: number; max: number }, expects: string): ReadValue<number> {
  return (node, reading) => {
    const value = integerOf(node);
    if (value === undefined) {
      const isQuoted = node.kind === 'scalar' && /^(["'])\d+\1$/.test(reading.text.slice(node.span.start, node.span.end));
      return reportWrongType(node, isQuoted ? 'the number without quotes' : expects, reading, withoutQuotes);
    }
    if (value >= range.min && value <= range.max) return value;
    return reportInvalidValue(node, `${value} is out of range; write ${expects}.`, reading);
  };
}

function withoutQuotes(text: string): Rewrite | undefined {
  const newText = /^(["'])(\d+)\1$/.exec(text)?.[2];
  return newText === undefined ? undefined : { title: `Take the quotes away: \`${newText}\``, newText, safe: true };
}

export function inList(text: string): Rewrite {
  return { title: `Make it a list: \`[${text}]\``, newText: `[${text}]` };
}

/** The whole number that a scalar is, undefined for anything else; `2024.0` is none. */
export function integerOf(node: ValueNode): number | undefined {
  if (node.kind !== 'scalar') return undefined;
  if (typeof node.value === 'bigint') return Number(node.value);
  if (typeof node.value !== 'number' || !Number.isInteger(node.value)) return undefined;
  return /^[-+]?\d+$|^0[xo]/.test(node.source) ? node.value : undefined;
}

export function readNumber(range: { min: number; max: number }, expects: string): ReadValue<number> {
  return (node, reading) => {
    if (node.kind !== 'scalar' || (typeof node.value !== 'number' && typeof node.value !== 'bigint')) return reportWrongType(node, expects, reading);
    const value = Number(node.value);
    if (value >= range.min && value <= range.max) return value;
    return reportInvalidValue(node, `${node.source} is out of range; write ${expects}.`, reading);
  };
}

export function readBoolean(node: ValueNode, reading: Reading): boolean | undefined {
  if (node.kind === 'scalar' && typeof node.value === 'boolean') return node.value;
  return reportWrongType(node, '`true` or `false`', reading, asBoolean);
}

/** YAML 1.2 has no `yes` and `no`; many people write them. */
function asBoolean(text: string): Rewrite | undefined {
  const [, isYes, isNo] = /^["']?(?:(yes|on|true|y)|(no|off|false|n))["']?$/i.exec(text) ?? [];
  const newText = isYes === undefined ? (isNo === undefined ? undefined : 'false') : 'true';
  return newText === undefined ? undefined : { title: `Replace with \`${newText}\``, newText };
}

export function readChoice<T extends string>(description: KeyDescription): ReadValue<T> {
  return (node, reading) => {
    if (node.kind !== 'scalar') return reportWrongType(node, oneOf(description.choices ?? []), reading);
    return choiceOf(node, description.choices ?? [], reading) as T | undefined;
  };
}

/** A list of choices; an item that cannot be read is reported and left out. */
export function readChoices<T extends string>(description: KeyDescription): ReadValue<readonly Located<T>[]> {
  return (node, reading) => {
    const choices = description.choices ?? [];
    if (node.kind !== 'list') return reportWrongType(node, `a list of ${oneOf(choices)}`, reading, inList);
    const items: Located<T>[] = [];
    for (const item of itemsOf(node)) {
      if (item.kind !== 'scalar') reportWrongType(item, oneOf(choices), reading);
      else {
        const value = choiceOf(item, choices, reading);
        if (value !== undefined) items.push(located(value as T, item));
      }
    }
    return items;
  };
}

function choiceOf(node: ScalarNode, choices: readonly Choice[], reading: Reading): string | undefined {
  if (choices.some((choice) => choice.value === node.value)) return node.source;
  const suggestions = nearest(node.source, choices.map((choice) => choice.value), 1);
  const hint = suggestions.length === 0 ? `write ${oneOf(choices)}.` : `did you mean \`${suggestions[0]}\`?`;
  return reportInvalidValue(node, `“${shorten(node.source)}” is not possible here; ${hint}`, reading, suggestions);
}

function oneOf(choices: readonly Choice[]): string {
  const words = choices.map((choice) => `\`${choice.value}\``);
  return words.length <= 1 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

export function readMap(expects: string): ReadValue<MapNode> {
  return (node, reading) => (node.kind === 'map' ? node : reportWrongType(node, expects, reading));
}
