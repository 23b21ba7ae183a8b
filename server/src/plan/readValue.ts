import { enumeration } from '../text/enumeration.ts';
import { nearest } from '../text/nearest.ts';
import { shorten } from '../text/shorten.ts';
import type { MapNode, ScalarNode, ValueNode } from '../yaml/node.ts';
import type { Choice, KeyDescription } from './format.ts';
import type { Located } from './model.ts';
import { itemsOf, located, placeOf, reportInvalidValue, reportWrongType, type Reading, type ReadValue, type Rewrite } from './reading.ts';

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
  return enumeration(choices.map((choice) => `\`${choice.value}\``), 'or');
}

export function readMap(expects: string): ReadValue<MapNode> {
  return (node, reading) => (node.kind === 'map' ? node : reportWrongType(node, expects, reading));
}
