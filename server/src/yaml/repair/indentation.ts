import type { Broken, Repair } from './broken.ts';
import type { Level } from './lines.ts';
import { reindent } from './reindent.ts';
import { siblingsOf } from './siblings.ts';
import { valueTakenOut } from './valueTakenOut.ts';

/** A line that is indented deeper or less than the lines it belongs to. */
export function indentation(broken: Broken): readonly Repair[] {
  const { code, lines, message, line } = broken;
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && message.includes('Nested')) return deeperBelow(broken);
  if (code === 'MULTILINE_IMPLICIT_KEY' && !broken.isAtLineContent) return deeperBelow(broken);
  const culprit = lines.contentLineFrom(line);
  if (culprit === undefined) return [];
  const { contentStart } = lines.shape(culprit);
  if (broken.start > contentStart) return [];
  if (code === 'BAD_INDENT' || code === 'BLOCK_AS_IMPLICIT_KEY' || message.startsWith('Sequence item')) {
    return [...valueAndList(broken, culprit), ...interruption(broken, culprit), ...besideLevels(broken, culprit)];
  }
  return code === 'UNEXPECTED_TOKEN' ? leftOfAll(broken, culprit) : [];
}

/** A key with a value on its line, and below it something indented deeper that cannot continue the value. */
function deeperBelow(broken: Broken): Repair[] {
  const { lines, line } = broken;
  const shape = lines.shape(line);
  if (shape.key === undefined) return [];
  const below = structureBelow(broken, line, shape.column);
  if (below === undefined) return [];
  const lower = lines.shape(below);
  const upperMoved = columnsByLinesAround(broken, below).map((column) => reindent(broken, line, column));
  const keepLines = valueTakenOut(lines.text, shape.key, shape.value);
  if (lower.dashes.length > 0) {
    const item = levelsAbove(broken, line).find(({ kind, column }) => kind === 'dash' && column < lower.indent);
    const asItem = item !== undefined && lower.key !== undefined ? [reindent(broken, below, item.column)] : [];
    return [...upperMoved, ...asItem, keepLines];
  }
  const shifted = reindent(broken, below, shape.column);
  const isWholeBlock =
    shape.dashes.length === 0 && lower.indent - shape.column >= 2 && keysAt(broken, below, lower.indent) > 1;
  return [...upperMoved, ...(isWholeBlock ? [keepLines, shifted] : [shifted, keepLines])];
}

/** Columns for the line of the error, where the lines around it are right and that line is wrong. */
function columnsByLinesAround(broken: Broken, below: number): number[] {
  const { lines, scan, line } = broken;
  const shape = lines.shape(line);
  const lower = lines.shape(below);
  const [dash] = shape.dashes;
  const levels = levelsAbove(broken, line);
  const goesOn = (kind: Level['kind']): boolean =>
    levels.some((level) => level.kind === kind && level.column === lower.indent);
  if (lower.dashes.length > 0) {
    // The list above goes on below the line, which belongs to the keys of its last entry.
    const keys = levels.find((level) => level.kind === 'key' && level.column > lower.indent);
    return dash === undefined && keys !== undefined && goesOn('dash') ? [keys.column] : [];
  }
  if (dash === undefined) {
    const isOdd = shape.indent % 2 > lower.indent % 2;
    const isFirst = isOdd && siblingsOf(scan, line).length === 1 && keysAt(broken, below, lower.indent) > 1;
    return goesOn('key') || isFirst ? [lower.indent] : [];
  }
  const column = dash + lower.indent - shape.column;
  let next = lines.contentLineFrom(below);
  while (next !== undefined && lines.indent(next) >= lower.indent) next = lines.contentLineFrom(next + 1);
  return next !== undefined && lines.shape(next).dashes[0] === column ? [column] : [];
}

/** The first line below that has a key or a dash, if all up to it are indented deeper than a column. */
function structureBelow({ lines }: Broken, line: number, column: number): number | undefined {
  for (let i = lines.contentLineFrom(line + 1); i !== undefined; i = lines.contentLineFrom(i + 1)) {
    const { indent, key, dashes } = lines.shape(i);
    if (indent <= column) return undefined;
    if (key !== undefined || dashes.length > 0) return i;
  }
  return undefined;
}

/** How many keys stand at a column from a line on, before one stands further left. */
function keysAt({ lines }: Broken, from: number, column: number): number {
  let keys = 0;
  for (let line: number | undefined = from; line !== undefined; line = lines.contentLineFrom(line + 1)) {
    const shape = lines.shape(line);
    if (shape.indent < column || lines.isDocumentMark(line)) break;
    if (shape.indent === column && shape.key !== undefined && shape.dashes.length === 0) keys++;
  }
  return keys;
}

/** A list below a key that has a value already: one of them has to go. */
function valueAndList(broken: Broken, culprit: number): Repair[] {
  const { lines, text } = broken;
  const above = lines.contentLineBefore(culprit);
  if (above === undefined) return [];
  const [upper, lower] = [lines.shape(above), lines.shape(culprit)];
  if (lower.dashes.length === 0 || upper.key === undefined || lower.indent <= upper.column) return [];
  if (upper.value.start === upper.value.end) return [];
  const isEmpty = /^(?:\[\s*\]|\{\s*\}|''|""|~|null)$/.test(text.slice(upper.value.start, upper.value.end));
  return isEmpty ? [valueTakenOut(text, upper.key, upper.value)] : [];
}

/** A key further left than the keys above and below it, between which it stands. */
function interruption(broken: Broken, culprit: number): Repair[] {
  const { lines, scan } = broken;
  const column = lines.indent(culprit);
  let above = lines.contentLineBefore(culprit);
  while (above !== undefined && (lines.indent(above) >= column || scan.isInside(above))) {
    // A list begins there: the key stands beside its dashes, and what is further left is right.
    if (lines.shape(above).dashes[0] === column) return [];
    above = lines.contentLineBefore(above);
  }
  if (above === undefined) return [];
  const { dashes, key } = lines.shape(above);
  const isAmongKeys = levelsAbove(broken, above).some((level) => level.kind === 'key' && level.column === column);
  return key !== undefined && dashes.length === 0 && isAmongKeys ? [reindent(broken, above, column)] : [];
}

/** A line on no level of those above it: moves it to the likeliest. */
function besideLevels(broken: Broken, culprit: number): Repair[] {
  const { lines } = broken;
  const shape = lines.shape(culprit);
  const kind = shape.dashes.length > 0 ? 'dash' : 'key';
  const above = lines.contentLineBefore(culprit);
  const upper = above === undefined ? undefined : lines.shape(above);
  const targets = new Map<number, number>();
  const levels = levelsAbove(broken, culprit);
  // A key at the column of a dash belongs to the keys behind it.
  const isBesideDash = kind === 'key' && levels.some((level) => level.kind === 'dash' && level.column === shape.indent);
  for (const level of levels) {
    if (level.kind === kind) targets.set(level.column, Math.abs(level.column - shape.indent));
  }
  if (upper?.key !== undefined && upper.value.start === upper.value.end && shape.indent > 0) {
    const column = upper.column + 2;
    targets.set(column, Math.abs(column - shape.indent) - 1);
  }
  targets.delete(shape.indent);
  const below = lines.contentLineFrom(culprit + 1);
  const lower = below === undefined ? undefined : lines.shape(below);
  const cost = ([column, away]: readonly [number, number]): number => {
    const distance = away - (isBesideDash && column > shape.indent ? 0.8 : 0);
    if (lower === undefined) return distance;
    const continues = lower.indent === column ? -0.6 : 0;
    const losesChildren =
      lower.indent > shape.indent && lower.indent <= column && shape.value.start === shape.value.end ? 0.7 : 0;
    return distance + continues + losesChildren;
  };
  return [...targets]
    .sort((a, b) => cost(a) - cost(b))
    .slice(0, 3)
    .map(([column]) => reindent(broken, culprit, column));
}

/** A line further left than the first of its document: those above it are indented too deep. */
function leftOfAll(broken: Broken, culprit: number): Repair[] {
  const { lines } = broken;
  const levels = levelsAbove(broken, culprit);
  const column = levels.at(-1)?.column;
  if (column === undefined || column <= lines.indent(culprit)) return [];
  let first = culprit;
  for (let line = lines.contentLineBefore(culprit); line !== undefined; line = lines.contentLineBefore(line)) {
    if (lines.indent(line) < column) break;
    first = line;
  }
  return first === culprit ? [] : [reindent(broken, first, lines.indent(culprit))];
}

function levelsAbove({ lines, scan }: Broken, line: number): Level[] {
  return lines.levelsAbove(line, (above) => scan.isInside(above));
}
