import type { SpanEdit } from '../../text/spanEdit.ts';
import type { Broken, Repair } from './broken.ts';
import { fixable, spaces } from './edits.ts';

/** The text below `note: |`, not indented deeper than its key. */
export function blockScalar(broken: Broken): readonly Repair[] {
  const { lines, scan } = broken;
  const { first, last } = broken.neighbourhood;
  for (let line = first; line <= last; line++) {
    if (!lines.hasContent(line) || scan.isInside(line)) continue;
    const above = lines.contentLineBefore(line);
    if (above === undefined) continue;
    const { column, value } = lines.shape(above);
    if (!HEADER.test(lines.text.slice(value.start, value.end))) continue;
    const edits = textLines(broken, line, column).map((text): SpanEdit => {
      return { span: lines.indentation(text), newText: ' '.repeat(column + 2) };
    });
    const span = { start: lines.start(line), end: lines.contentStart(line) + (lines.indent(line) === 0 ? 1 : 0) };
    const message = `This text belongs to the key above it; indent it by ${spaces(column + 2)}.`;
    return [fixable(message, span, `Indent by ${spaces(column + 2)}`, edits)];
  }
  return [];
}

const HEADER = /^[|>][+-]?[1-9]?[+-]?$/;

/** The line, and those behind it that are not deeper than the key and look like no key or entry. */
function textLines({ lines }: Broken, line: number, column: number): number[] {
  const found = [line];
  for (let i = lines.contentLineFrom(line + 1); i !== undefined; i = lines.contentLineFrom(i + 1)) {
    const { indent, key, dashes } = lines.shape(i);
    if (lines.isDocumentMark(i)) break;
    if (indent > column) continue;
    if (key !== undefined || dashes.length > 0) break;
    found.push(i);
  }
  return found;
}
