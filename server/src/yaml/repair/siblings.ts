import type { LineShape } from './lines.ts';
import type { Scan } from './scan.ts';

/** A line at one column of a block. */
export interface Sibling {
  readonly line: number;
  readonly shape: LineShape;
  readonly kind: 'dash' | 'key' | 'text';
  /** A key without a value, neither on its line nor indented below it: a list at the key's column would be its value. */
  readonly isOpen: boolean;
}

/** The lines at a line's own column, itself included, before something stands further left. */
export function siblingsOf(scan: Scan, line: number): Sibling[] {
  const { lines } = scan;
  const column = lines.indent(line);
  const siblings: Sibling[] = [];
  let first = line;
  for (let above = lines.contentLineBefore(line); above !== undefined; above = lines.contentLineBefore(above)) {
    if (lines.isDocumentMark(above)) break;
    if (lines.indent(above) < column && !scan.isInside(above)) {
      const shape = lines.shape(above);
      // The first key of a list entry stands behind its dash.
      if (shape.column === column && shape.key !== undefined) siblings.push(siblingAt(scan, above, column));
      break;
    }
    first = above;
  }
  for (let i: number | undefined = first; i !== undefined; i = lines.contentLineFrom(i + 1)) {
    if (i !== line && scan.isInside(i)) continue;
    const indent = lines.indent(i);
    if (indent < column || (i !== line && lines.isDocumentMark(i))) break;
    if (indent === column) siblings.push(siblingAt(scan, i, column));
  }
  return siblings;
}

/** The line further left that a block stands below. */
export function parentOf(scan: Scan, line: number): Sibling | undefined {
  const { lines } = scan;
  const column = lines.indent(line);
  for (let above = lines.contentLineBefore(line); above !== undefined; above = lines.contentLineBefore(above)) {
    if (!scan.isInside(above) && lines.indent(above) < column) return siblingAt(scan, above, lines.indent(above));
  }
  return undefined;
}

/** Whether a list at a line's column could be the value of the key above it, or go on with the list above it. */
export function isBelowList(scan: Scan, line: number): boolean {
  const siblings = siblingsOf(scan, line);
  const above = siblings[siblings.findIndex((sibling) => sibling.line === line) - 1];
  if (above !== undefined) return above.kind === 'dash' || above.isOpen;
  const parent = parentOf(scan, line);
  return parent !== undefined && isOpener(parent.shape);
}

function siblingAt({ lines }: Scan, line: number, column: number): Sibling {
  const shape = lines.shape(line);
  const below = lines.contentLineFrom(line + 1);
  const hasBlock = below !== undefined && lines.indent(below) > column;
  const isEntry = shape.dashes[0] === column;
  const kind = isEntry ? 'dash' : shape.key === undefined ? 'text' : 'key';
  return { line, shape, kind, isOpen: kind === 'key' && isOpener(shape) && !hasBlock };
}

/** Whether the value of the line's key can only stand below it. */
function isOpener(shape: LineShape): boolean {
  return shape.key !== undefined && shape.value.start === shape.value.end;
}
