import type { SpanEdit } from '../../text/spanEdit.ts';
import type { SyntaxProblem } from '../parsed.ts';
import type { Broken, Repair } from './broken.ts';
import { fixable } from './edits.ts';
import type { Level, Lines } from './lines.ts';

/** Tabs where YAML wants spaces: in the indentation of lines, or between a dash and what follows it. */
export function tabs(broken: Broken): readonly Repair[] {
  const blocks = tabbedBlocks(broken);
  if (blocks.length === 0) return tabBehindDash(broken);
  return widthsByFit(broken, blocks).map((width) => {
    const problems: SyntaxProblem[] = [];
    const edits: SpanEdit[] = [];
    for (const block of blocks) {
      const blockEdits = block.map((line) => untabbed(broken, line, width));
      for (const edit of blockEdits) edits.push(edit);
      problems.push(blockProblem(broken, block, blockEdits));
    }
    return { problems, edits, isEvident: true };
  });
}

function blockProblem({ lines, text }: Broken, block: readonly number[], edits: readonly SpanEdit[]): SyntaxProblem {
  const line = block[0] ?? 0;
  const { start, end } = lines.indentation(line);
  const tab = text.indexOf('\t', start);
  const message =
    tab === start
      ? 'This line starts with a tab; indent with spaces.'
      : 'The indentation of this line has a tab in it; indent with spaces.';
  return { message, span: { start: tab, end }, fixes: [{ title: 'Replace tabs with spaces', edits, preferred: true }] };
}

/** Neighbouring lines whose indentation has a tab, but for those in which it is part of a text. */
function tabbedBlocks(broken: Broken): number[][] {
  const { lines, scan } = broken;
  const { first, last } = broken.neighbourhood;
  const blocks: number[][] = [];
  let nearError = false;
  for (let line = 0; line < lines.count; line++) {
    if (!lines.hasContent(line) || !hasTab(broken, line)) continue;
    const isNear = first <= line && line <= last;
    const { key, dashes } = lines.shape(line);
    const isStructure = key !== undefined || dashes.length > 0;
    if (!isNear && (scan.isInside(line) || (scan.isText(line) && !isStructure))) continue;
    nearError ||= isNear;
    const block = blocks.at(-1);
    const before = lines.contentLineBefore(line);
    if (block !== undefined && before !== undefined && block.at(-1) === before) block.push(line);
    else blocks.push([line]);
  }
  return nearError ? blocks : [];
}

function hasTab({ lines, text }: Broken, line: number): boolean {
  const { start, end } = lines.indentation(line);
  return text.slice(start, end).includes('\t');
}

const WIDTHS = [2, 4, 8, 3, 1, 0];

/** The distances between tab stops with which most lines stand where a line can stand. */
function widthsByFit(broken: Broken, blocks: readonly (readonly number[])[]): number[] {
  const fits = WIDTHS.map((width) => blocks.reduce((sum, block) => sum + fit(broken, block, width), 0));
  return WIDTHS.filter((_width, index) => fits[index] === Math.max(...fits));
}

/** How many lines of the block, and the one below it, would stand on a level of those above or begin one of their own. */
function fit({ lines }: Broken, block: readonly number[], width: number): number {
  const first = block[0] ?? 0;
  const above = lines.contentLineBefore(first);
  let levels: Level[] = lines.levelsAbove(first);
  let opens = above !== undefined && opensBlock(lines, above);
  let fitting = 0;
  const below = lines.contentLineFrom((block.at(-1) ?? first) + 1);
  for (const line of below === undefined ? block : [...block, below]) {
    const shape = lines.shape(line);
    const indent = columnOf(lines.text, lines.start(line), lines.contentStart(line), width);
    const kind = shape.dashes.length > 0 ? 'dash' : 'key';
    const inner = levels[0]?.column ?? -1;
    if (levels.some((level) => level.column === indent && level.kind === kind) || (opens && indent > inner)) fitting++;
    const shift = indent - shape.indent;
    const own: Level[] = shape.dashes.map((dash) => ({ column: dash + shift, kind: 'dash' }));
    if (shape.key !== undefined) own.push({ column: shape.column + shift, kind: 'key' });
    levels = [...own.reverse(), ...levels.filter((level) => level.column < indent)];
    opens = opensBlock(lines, line);
  }
  return fitting;
}

/** Whether the line leaves its value, or more of it, to those below. */
function opensBlock(lines: Lines, line: number): boolean {
  const { value } = lines.shape(line);
  return value.start === value.end || '{[,'.includes(lines.text.charAt(value.end - 1));
}

function untabbed({ lines, text }: Broken, line: number, width: number): SpanEdit {
  const span = lines.indentation(line);
  return { span, newText: ' '.repeat(columnOf(text, span.start, span.end, width)) };
}

/** The column at which the blanks from `start` to `end` arrive with tab stops so far apart; without any, tabs have no width. */
function columnOf(text: string, start: number, end: number, width: number): number {
  let column = 0;
  for (let at = start; at < end; at++) {
    if (text.charAt(at) !== '\t') column++;
    else if (width > 0) column += width - (column % width);
  }
  return column;
}

function tabBehindDash(broken: Broken): Repair[] {
  const { lines, text, line } = broken;
  if (broken.code !== 'TAB_AS_INDENT' || text.charAt(broken.start - 1) !== '-') return [];
  const dash = broken.start - 1 - lines.start(line);
  const below = lines.contentLineFrom(line + 1);
  const indentBelow = below === undefined ? 0 : lines.indent(below);
  // The keys below say where the first one of the map belongs.
  const blanks = indentBelow > dash + 1 && indentBelow <= dash + 8 ? indentBelow - dash - 1 : 1;
  const span = { start: broken.start, end: lines.shape(line).contentStart };
  if (span.end <= span.start) return [];
  const edits = [{ span, newText: ' '.repeat(blanks) }];
  return [fixable('There is a tab after the dash; use a space.', span, 'Replace tabs with spaces', edits, true)];
}
