import type { Broken, Repair } from './broken.ts';
import { fixable } from './edits.ts';

/** A list whose first entry has no dash: the line of its first key is not typed yet, or was taken out. */
export function missingDash(broken: Broken): readonly Repair[] {
  const { lines, scan } = broken;
  const item = lines.contentLineFrom(broken.line);
  if (item === undefined) return [];
  const dash = lines.shape(item).dashes[0];
  if (dash === undefined) return [];
  let first: number | undefined;
  for (let line = lines.contentLineBefore(item); line !== undefined; line = lines.contentLineBefore(line)) {
    if (scan.isInside(line)) continue;
    const shape = lines.shape(line);
    if (shape.indent > dash) {
      first = line;
      continue;
    }
    const opensList = shape.key !== undefined && shape.dashes.length === 0 && shape.value.start === shape.value.end;
    return first !== undefined && opensList ? dashAt(broken, first, dash) : [];
  }
  return [];
}

function dashAt({ lines }: Broken, line: number, column: number): Repair[] {
  const { indent, key, contentStart } = lines.shape(line);
  if (key === undefined || indent < column + 2 || contentStart !== lines.contentStart(line)) return [];
  const at = lines.start(line) + column;
  const edits = [{ span: { start: at, end: at + 1 }, newText: '-' }];
  return [fixable('A list entry begins here without a dash; put one before it.', key, 'Insert a dash', edits)];
}
