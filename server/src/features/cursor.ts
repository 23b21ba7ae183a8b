import type { Position } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { PlanResult } from '../score/planResult.ts';
import { slotsInBrackets } from './cursor/bracketSlots.ts';
import { fileStyleOf, type FileStyle } from '../edits/fileStyle.ts';
import { openAt } from './cursor/frames.ts';
import { CursorLine } from './cursor/cursorLine.ts';
import { slotsOnLine } from './cursor/lineSlots.ts';
import type { Slot } from './cursor/slot.ts';

/** Where the cursor is, in terms of the plan format. */
export interface Cursor {
  readonly offset: number;
  /** The plan of the cursor's YAML document; undefined while that is empty. */
  readonly plan: PlanResult | undefined;
  /** What can stand at the cursor: none in comments, free text and behind complete values; several where keys and items can both begin. */
  readonly slots: readonly Slot[];
  readonly style: FileStyle;
}

/** Finds what can stand at a position, in healthy and in half-typed text. */
export function cursorAt(analysis: Analysis, position: Position): Cursor {
  const { source } = analysis;
  const offset = source.offsetAt(position);
  const plan = planAt(analysis, offset);
  const line = new CursorLine(analysis, offset);
  const cursor = { offset, plan, style: fileStyleOf(plan?.plan, source) };
  if (analysis.refused || line.isInComment || line.isMarker) return { ...cursor, slots: [] };
  const { text, brackets } = openAt(plan?.plan, offset, source);
  if (brackets !== undefined) return { ...cursor, slots: slotsInBrackets(brackets.node.span.start, brackets, line, plan?.plan) };
  // Text of several lines is prose, but unquoted text below a value can be the beginning of a key.
  const isProse = text !== undefined && text.node.style !== 'plain' && source.text.slice(text.node.span.start, offset).includes('\n');
  return { ...cursor, slots: isProse ? [] : slotsOnLine(line, plan?.plan, cursor.style) };
}

/** The plan of the YAML document that the offset is in. */
export function planAt({ plans, source: { text } }: Analysis, offset: number): PlanResult | undefined {
  const before = plans.findLast(({ plan }) => plan.root.span.start <= offset);
  if (before !== undefined && !hasMarker(text, before.plan.root.span.end, offset)) return before;
  const behind = plans.find(({ plan }) => plan.root.span.start > offset);
  return behind !== undefined && !hasMarker(text, offset - 1, behind.plan.root.span.start) ? behind : undefined;
}

/** Whether a line that begins between the two offsets separates documents. */
function hasMarker(text: string, from: number, to: number): boolean {
  return from < to && /\n(?:---|\.\.\.)(?=\s|$)/.test(text.slice(Math.max(0, from), to));
}
