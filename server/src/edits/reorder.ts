import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import type { SpanEdit } from '../text/spanEdit.ts';
import { anchorsIn } from '../yaml/anchors.ts';
import type { ListNode, ValueNode } from '../yaml/node.ts';
import { holdsProperties } from './valueEdits.ts';

/**
 * Puts the items of a list into another order. In block style an item moves with its lines, the comments directly above
 * it and those indented below it; blank lines and other comments stay where they are.
 * @param order for each place the index of the item that comes there
 * @param comments all of the file
 * @returns undefined where the list came through an alias or holds an unfinished item, where an alias would come before
 * its anchor, or where the items cannot be told apart by lines.
 */
export function reorderItems(source: SourceText, list: ListNode, order: readonly number[], comments: readonly Span[]): readonly SpanEdit[] | undefined {
  const items = list.items.filter((item) => item !== undefined);
  if (list.origin !== undefined || items.length !== list.items.length || items.length < 2) return undefined;
  const stretches = list.flow ? flowItems(source, list, items, comments) : blockItems(source, list, items);
  if (stretches === undefined || !keepsAnchorsFirst(source, stretches, order)) return undefined;
  return stretches.flatMap((span, place) => {
    const moved = stretches[order[place] ?? place] ?? span;
    return moved === span ? [] : [{ span, newText: source.text.slice(moved.start, moved.end) }];
  });
}

function flowItems(source: SourceText, list: ListNode, items: readonly ValueNode[], comments: readonly Span[]): readonly Span[] | undefined {
  const hasComment = comments.some(({ start }) => start > list.span.start && start < list.span.end);
  return hasComment || holdsProperties(source, list.span) ? undefined : items.map(({ span }) => span);
}

function blockItems(source: SourceText, list: ListNode, items: readonly ValueNode[]): readonly Span[] | undefined {
  // The blank lines behind such a text are part of it.
  if (/[|>]\d?\+/.test(source.text.slice(list.span.start, list.span.end))) return undefined;
  const column = source.positionAt(list.span.start).character;
  const dashLines = items.map((item) => dashLine(source, item, column));
  const listStart = source.positionAt(list.span.start).line;
  const stretches: Span[] = [];
  for (const [index, line] of dashLines.entries()) {
    const item = items[index];
    const previous = index === 0 ? listStart : dashLines[index - 1];
    if (line === undefined || item === undefined || previous === undefined || (index > 0 && line <= previous)) return undefined;
    const lastOfItem = Math.max(line, source.positionAt(item.span.end).line);
    const lastLine = lastIndentedComment(source, lastOfItem, column);
    const before = stretches.at(-1);
    const first = firstCommentAbove(source, line, column, before === undefined ? -1 : source.positionAt(before.end).line);
    stretches.push({ start: source.lineSpan(first).start, end: source.lineSpan(lastLine).end });
  }
  return stretches;
}

/** The line on which the dash of an item stands in the list's column. */
function dashLine(source: SourceText, item: ValueNode, column: number): number | undefined {
  for (let line = source.positionAt(item.span.start).line; line >= 0; line--) {
    const text = source.lineText(line);
    if (/^ *-(?:\s|$)/.test(text) && text.indexOf('-') === column) return line;
  }
  return undefined;
}

/** The first of the comments directly above a line that are no further indented than it. */
function firstCommentAbove(source: SourceText, line: number, column: number, after: number): number {
  let first = line;
  while (first - 1 > after) {
    const above = source.lineText(first - 1);
    const indentation = above.search(/\S/);
    if (indentation === -1 || indentation > column || above[indentation] !== '#') break;
    first--;
  }
  return first;
}

/** The last of the comments directly below a line that are further indented than the list. */
function lastIndentedComment(source: SourceText, line: number, column: number): number {
  let last = line;
  while (last + 1 < source.lineCount) {
    const below = source.lineText(last + 1);
    const indentation = below.search(/\S/);
    if (indentation <= column || below[indentation] !== '#') break;
    last++;
  }
  return last;
}

function keepsAnchorsFirst(source: SourceText, stretches: readonly Span[], order: readonly number[]): boolean {
  const [start, end] = [stretches[0]?.start ?? 0, stretches.at(-1)?.end ?? 0];
  const places = new Map(order.map((item, place) => [item, place]));
  const placeOf = (offset: number): number => places.get(indexAt(stretches, offset)) ?? -1;
  const anchors = anchorsIn(source.text);
  const given = new Set<string>();
  const givenAgain = new Set<string>();
  for (const { document, name } of anchors) (given.has(`${document} ${name}`) ? givenAgain : given).add(`${document} ${name}`);
  return anchors.every(({ name, document, anchor, aliases }) => {
    if (anchor === undefined || anchor.start < start || anchor.start >= end) return true;
    // A name that is given twice means another thing from there on.
    if (givenAgain.has(`${document} ${name}`)) return false;
    return aliases.every((alias) => alias.start >= end || placeOf(alias.start) >= placeOf(anchor.start));
  });
}

/** The index of the stretch that an offset is in; they stand in the order of the text. -1 for none. */
function indexAt(stretches: readonly Span[], offset: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((stretches[middle] as Span).start > offset) high = middle;
    else low = middle + 1;
  }
  const before = stretches[low - 1];
  return before !== undefined && offset < before.end ? low - 1 : -1;
}
