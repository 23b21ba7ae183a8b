import type { Broken, Repair } from './broken.ts';
import { blanking, blankingLines, fixable, insertion, stopgap } from './edits.ts';
import { reindent } from './reindent.ts';
import { isBelowList, parentOf, siblingsOf, type Sibling } from './siblings.ts';

/** A list entry between the keys of a map, or a key between the entries of a list: typed where it has no place. */
export function strayLine(broken: Broken): readonly Repair[] {
  const { lines, scan } = broken;
  const line = lines.contentLineFrom(broken.line);
  if (line === undefined) return [];
  const { contentStart } = lines.shape(line);
  if (broken.start > contentStart && broken.start < lines.contentEnd(line)) return [];
  const siblings = siblingsOf(scan, line);
  const at = siblings.findIndex((sibling) => sibling.line === line);
  const isEntry = siblings[at]?.kind === 'dash';
  return [
    ...strayText(broken, siblings, at),
    ...strayKey(broken, siblings, isEntry ? at - 1 : at),
    ...strayEntries(broken, siblings, isEntry ? at : at - 1),
  ];
}

/** Text between the entries of a list, or behind them. */
function strayText(broken: Broken, siblings: readonly Sibling[], at: number): Repair[] {
  const [above, text] = [siblings[at - 1], siblings[at]];
  if (above?.kind !== 'dash' || text?.kind !== 'text') return [];
  const span = { start: text.shape.contentStart, end: broken.lines.plainEnd(text.shape.contentStart) };
  const message = 'This line is among list entries; begin it with a dash.';
  return [
    { ...fixable(message, span, 'Insert a dash', [insertion(span.start, '- ')]), edits: [blanking(broken.text, span)] },
  ];
}

/** The entries around `at`, if what stands above and below them are keys. */
function strayEntries(broken: Broken, siblings: readonly Sibling[], at: number): Repair[] {
  let [first, end] = [at, at];
  while (siblings[first - 1]?.kind === 'dash') first--;
  while (siblings[end]?.kind === 'dash') end++;
  const entries = siblings.slice(first, end);
  const [entry] = entries;
  const above = siblings[first - 1];
  const keysBelow = siblings.slice(end).filter(({ kind }) => kind === 'key').length;
  if (entry === undefined || above?.isOpen === true || (above === undefined && keysBelow < 2)) return [];
  if (entries.some((other) => belongsElsewhere(broken, other))) return [];
  const start = broken.lines.contentStart(entry.line);
  const message = 'This list entry is among keys; put it below the key of its list.';
  const edits = entries.flatMap(({ line }) => blankingLines(broken, line, broken.lines.blockEnd(line)));
  return [stopgap({ message, span: { start, end: start + 1 } }, edits)];
}

/** Whether an entry is more than a line of its own, or begins like those of a list further left. */
function belongsElsewhere(broken: Broken, { line, shape }: Sibling): boolean {
  const { lines, scan } = broken;
  if (shape.key === undefined) return false;
  if (lines.blockEnd(line) > line + 1) return true;
  for (let parent = parentOf(scan, line); parent !== undefined; parent = parentOf(scan, parent.line)) {
    if (parent.kind === 'dash') return name(broken, parent) === name(broken, { line, shape });
  }
  return false;
}

/** A key above an entry, if the list could go on without it. */
function strayKey(broken: Broken, siblings: readonly Sibling[], at: number): Repair[] {
  const { lines, scan } = broken;
  const [key, below] = [siblings[at], siblings[at + 1]];
  if (
    key?.kind !== 'key' ||
    key.shape.dashes.length > 0 ||
    key.isOpen ||
    below?.kind !== 'dash' ||
    !isBelowList(scan, key.line)
  )
    return [];
  const span = key.shape.key;
  if (span === undefined) return [];
  const message = 'This key is among list entries; begin the line with a dash.';
  const dash = fixable(message, span, 'Insert a dash', [insertion(key.shape.contentStart, '- ')]);
  if (name(broken, below) === name(broken, key)) return [dash];
  const level = lines.levelsAbove(key.line).find(({ kind, column }) => kind === 'key' && column > key.shape.indent);
  const shifted = level === undefined ? [] : [reindent(broken, key.line, level.column)];
  return [...shifted, { ...dash, edits: blankingLines(broken, key.line, lines.blockEnd(key.line)) }];
}

function name({ text }: Broken, { shape }: Pick<Sibling, 'line' | 'shape'>): string | undefined {
  return shape.key === undefined ? undefined : text.slice(shape.key.start, shape.key.end);
}
