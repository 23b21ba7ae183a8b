import type { Analysis } from '../../analysis.ts';
import type { Span } from '../../text/span.ts';
import type { MapNode, ValueNode } from '../../yaml/node.ts';

const STEP = 2;
/** A key without a value: anchors, tags and the header of a block of text are none. */
const OPEN_KEY = /:(?:\s+[&!]\S+)*(?:\s+[|>][-+0-9]{0,2})?\s*$/;
/** More characters of a line's end than its anchors, tags and header have. It takes long to look for them in a long line. */
const LONGEST_END = 200;

/**
 * The column in which a line continues what the line before it says: below its key, beside it, or in the item that it
 * began. Undefined where that line says nothing of it: it is blank, or within text or brackets of several lines.
 */
export function indentationAfter({ source, plans }: Analysis, line: number): number | undefined {
  if (line < 0) return undefined;
  const text = source.lineText(line);
  const content = text.trimStart();
  if (content === '' || text.slice(0, text.length - content.length).includes('\t')) return undefined;
  const span = source.lineSpan(line);
  if (plans.some(({ plan }) => spansLines(plan.root, span, source.text))) return undefined;
  const column = text.length - content.length;
  if (content.startsWith('#')) return column;
  if (/^(?:---|\.\.\.|%)/.test(text)) return undefined;
  const dashes = /^(?:-\s+)*/.exec(content)?.[0].length ?? 0;
  const entry = content.slice(dashes).split(/\s#/, 1)[0] ?? '';
  if (content === '-' || entry === '') return column + STEP;
  if (OPEN_KEY.test(entry.slice(-LONGEST_END))) return column + dashes + STEP;
  const isEntry = /^(?:(?:"[^"]*"|'[^']*'|<<)\s*|[^\s#[{"'&*!][^#]*?):\s/.test(entry) || /^[&!]\S+\s*$/.test(entry);
  // The next item of a list of single values stands below this one.
  return isEntry ? column + dashes : column + Math.max(0, content.slice(0, dashes).trimEnd().length - 1);
}

/** Whether text or brackets that begin on or before a line go on behind it. */
function spansLines(node: ValueNode, line: Span, text: string): boolean {
  if (node.origin !== undefined || node.span.start > line.end) return false;
  if (node.kind === 'scalar') {
    const isBlock = node.style === 'literal' || node.style === 'folded';
    const from = isBlock ? headerEnd(text, node.span.start) : node.span.start;
    if (isBlock) return from < line.end && from < node.span.end && node.span.end >= line.start;
    return from <= line.end && node.span.end > line.end;
  }
  if (node.flow) return node.span.end > line.end;
  const values = node.kind === 'list' ? node.items : (node satisfies MapNode).entries.map(({ value }) => value);
  return values.some((value) => value !== undefined && spansLines(value, line, text));
}

function headerEnd(text: string, start: number): number {
  const end = /[\r\n]/.exec(text.slice(start))?.index;
  return end === undefined ? text.length : start + end;
}
