import type { Position, SelectionRange } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import { endOf } from '../edits/mapEdits.ts';
import type { SourceText } from '../text/sourceText.ts';
import { spanContains, type Span } from '../text/span.ts';
import type { ValueNode } from '../yaml/node.ts';
import type { CancellationToken } from './cancellationToken.ts';

/**
 * What a growing selection takes at each position: a value, its entry, the map, the list's item, the list and so on up
 * to the document and the file. As many as the positions; empty once cancelled.
 */
export function selectionRanges(analysis: Analysis, positions: readonly Position[], token: CancellationToken): SelectionRange[] {
  if (token.isCancellationRequested) return [];
  return positions.map((position) => nested(spansAt(analysis, analysis.source.offsetAt(position)), position, analysis.source));
}

/** What is around an offset, the outermost first. */
function spansAt({ plans, comments, source }: Analysis, offset: number): Span[] {
  const spans: Span[] = [{ start: 0, end: source.text.length }];
  const plan = plans.findLast((each) => spanContains(each.plan.span, offset))?.plan;
  if (plan !== undefined) spans.push(plan.span, ...spansIn(plan.root, offset, source));
  const comment = comments.find((each) => spanContains(each, offset));
  if (comment !== undefined) spans.push(comment);
  // Before an opening quote the text within is not reached yet.
  return spans.filter((span) => spanContains(span, offset));
}

function spansIn(node: ValueNode, offset: number, source: SourceText): Span[] {
  if (!spanContains(node.span, offset)) return [];
  if (node.origin !== undefined) return [node.span];
  if (node.kind === 'scalar') return [node.span, ...withoutQuotes(node.span, source)];
  const held = node.kind === 'list'
    ? node.items.flatMap((value) => (value === undefined ? [] : [{ span: { start: dashBefore(value.span.start, source), end: value.span.end }, key: undefined, value }]))
    : node.entries.map((entry) => ({ span: entry.key.origin === undefined ? { start: entry.key.span.start, end: endOf(source, entry) } : entry.key.span, key: entry.key.span, value: entry.value }));
  const inner = held.findLast(({ span }) => spanContains(span, offset));
  if (inner === undefined) return [node.span];
  const inKey = inner.key !== undefined && spanContains(inner.key, offset);
  const deeper = inKey ? [inner.key, ...withoutQuotes(inner.key, source)] : inner.value === undefined ? [] : spansIn(inner.value, offset, source);
  return [node.span, inner.span, ...deeper];
}

function withoutQuotes({ start, end }: Span, { text }: SourceText): Span[] {
  const quote = text[start];
  return (quote === '"' || quote === "'") && end > start + 1 && text[end - 1] === quote ? [{ start: start + 1, end: end - 1 }] : [];
}

/** Where an item begins with its dash; the item's own beginning in brackets. */
function dashBefore(start: number, { text }: SourceText): number {
  const dash = /-[ \t]+(?:[&!]\S*[ \t]+)*$/.exec(text.slice(Math.max(0, start - 80), start));
  return dash === null ? start : start - dash[0].length;
}

/** Each range within the one before; what is no smaller says nothing. */
function nested(spans: readonly Span[], position: Position, source: SourceText): SelectionRange {
  let last: Span | undefined;
  let selection: SelectionRange | undefined;
  for (const span of spans) {
    const fits = last === undefined || (last.start <= span.start && span.end <= last.end && (last.start < span.start || span.end < last.end));
    if (!fits) continue;
    selection = { range: source.rangeOf(span), ...(selection !== undefined && { parent: selection }) };
    last = span;
  }
  return selection ?? { range: { start: position, end: position } };
}
