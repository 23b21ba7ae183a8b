import { isSameInOtherCase } from '../text/letterCase.ts';
import { shorten } from '../text/shorten.ts';
import { spanWithin, type Place } from '../text/span.ts';
import type { ListNode, MapNode, ScalarNode, ValueNode } from '../yaml/node.ts';
import type { Located } from './model.ts';
import type { ReadingProblem, Report } from './problem.ts';

/** What every reading function needs: the file's text, to find parts of a value in it, and where problems go. */
export interface Reading {
  readonly text: string;
  readonly report: Report;
  /** Whether the next version of the text may have nodes in common with this one. */
  readonly nodesComeAgain: boolean;
}

/** Gives the value, or undefined after having reported why it cannot be read. */
export type ReadValue<T> = (node: ValueNode, reading: Reading) => T | undefined;

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
    ...wrongType(node, expects),
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

/** A map where a list of maps belongs: probably its only item, without a dash. */
export function reportLoneItem(node: MapNode, expects: string, reading: Reading): undefined {
  reading.report({ ...wrongType(node, expects), onlyItem: node.entries.length === 0 ? undefined : node });
  return undefined;
}

function wrongType(node: ValueNode, expects: string): Pick<ReadingProblem, 'code' | 'place' | 'message'> {
  return { code: 'wrong-type', place: placeOf(node), message: `${describe(node)} is not possible here; write ${expects}.` };
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

/**
 * The place of a part of a scalar's text, or the whole scalar's where escapes or line breaks stand between. What came
 * through an alias is shown there as a whole.
 */
export function partOf(node: ScalarNode, start: number, end: number, reading: Reading): Place {
  const written = node.origin ?? node.span;
  const quote = node.style === 'plain' ? 0 : 1;
  const first = written.start + quote;
  if (reading.text.slice(first, first + node.source.length) !== node.source) return placeOf(node);
  const part = spanWithin(written, quote + start, quote + end);
  return node.origin === undefined ? { span: part } : { span: node.span, origin: part };
}

/** Whether two places are written in the same stretch of the text: neither can be changed without the other. */
export function isWrittenTogether(a: Place, b: Place): boolean {
  const [one, other] = [a.origin ?? a.span, b.origin ?? b.span];
  return one.start === other.start && one.end === other.end;
}
