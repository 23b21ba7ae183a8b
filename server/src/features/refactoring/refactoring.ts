import type { Analysis } from '../../analysis.ts';
import type { PlanResult } from '../../score/planResult.ts';
import type { Span } from '../../text/span.ts';
import type { SpanEdit } from '../../text/spanEdit.ts';
import { endOf } from '../../edits/mapEdits.ts';
import type { MapEntry, MapNode } from '../../yaml/node.ts';

/** Where a refactoring is asked for. */
export interface RefactoringPlace {
  readonly analysis: Analysis;
  /** The plan in which the selection begins. */
  readonly result: PlanResult;
  /** What is selected, or the cursor. */
  readonly selection: Span;
  /** Only refactorings are asked for: what concerns the whole list is offered at each of its items, too. */
  readonly explicitly: boolean;
}

/** Another way to write a plan. It changes what is paid only where its title says so. */
export interface Refactoring {
  readonly title: string;
  /** A kind of LSP's: `refactor.rewrite.…`. */
  readonly kind: string;
  readonly edits: readonly SpanEdit[];
}

/** A refactoring of single values is offered at so many of those selected: of more, nobody could tell which action is whose. */
export const MOST_PLACES = 20;

export type OfferRefactorings = (place: RefactoringPlace) => readonly Refactoring[];

/** Whether the selection touches a key or its value. */
export function touches({ analysis, selection }: RefactoringPlace, entry: MapEntry): boolean {
  const first = analysis.source.lineSpan(analysis.source.positionAt(entry.key.span.start).line);
  return selection.start <= Math.max(first.end, endOf(analysis.source, entry)) && selection.end >= entry.key.span.start;
}

/** Whether the selection is on a key, whatever its value holds. */
export function touchesKey({ analysis, selection }: RefactoringPlace, entry: MapEntry): boolean {
  const { source } = analysis;
  const { line } = source.positionAt(entry.key.span.start);
  return selection.start <= source.lineSpan(line).end && selection.end >= entry.key.span.start;
}

/** A key that stands in the map itself, with its value. */
export function ownEntry(map: MapNode, name: string): MapEntry | undefined {
  return map.entries.find((entry) => entry.name === name && entry.key.origin === undefined);
}

/** What stays offered as one action, and nothing where the edits could not be made. */
export function refactoring(title: string, kind: string, edits: readonly (SpanEdit | undefined)[] | undefined): readonly Refactoring[] {
  const made = edits?.filter((edit) => edit !== undefined) ?? [];
  return edits === undefined || made.length < edits.length || made.length === 0 ? [] : [{ title, kind, edits: made }];
}
