import type { Finding, Fix } from '../../findings/finding.ts';
import type { SpanEdit } from '../../text/spanEdit.ts';

/** The fix that may be applied unasked: the one right answer. */
export function safeFixOf(finding: Finding): Fix | undefined {
  const preferred = finding.fixes?.().find((fix) => fix.preferred);
  return preferred?.safe === true ? preferred : undefined;
}

/**
 * The safe fixes of findings that can be applied together. One that changes the same place as an earlier, and not in
 * the same way, is left for the next time.
 */
export function safeFixes(findings: readonly Finding[]): readonly Fix[] {
  const taken = new TakenEdits();
  return findings.flatMap((finding) => {
    const fix = safeFixOf(finding);
    if (fix === undefined || fix.edits.some((edit) => taken.conflictWith(edit))) return [];
    for (const edit of fix.edits) taken.add(edit);
    return [fix];
  });
}

/** Edits by the stretches of the text that they touch, so that few of them are compared where there are many. */
class TakenEdits {
  readonly #byStretch = new Map<number, SpanEdit[]>();
  /** Changes that several fixes make, such as taking away a comment in which no code hides anything. */
  readonly #changes = new Set<string>();

  add(edit: SpanEdit): void {
    const change = changeOf(edit);
    if (change !== undefined && this.#changes.has(change)) return;
    if (change !== undefined) this.#changes.add(change);
    for (const stretch of stretchesOf(edit)) {
      const there = this.#byStretch.get(stretch);
      if (there === undefined) this.#byStretch.set(stretch, [edit]);
      else there.push(edit);
    }
  }

  conflictWith(edit: SpanEdit): boolean {
    const change = changeOf(edit);
    if (change !== undefined && this.#changes.has(change)) return false;
    return stretchesOf(edit).some((stretch) => {
      return this.#byStretch.get(stretch)?.some((other) => overlap(edit, other)) === true;
    });
  }
}

const STRETCH = 1024;

function stretchesOf({ span: { start, end } }: SpanEdit): number[] {
  const first = Math.floor(start / STRETCH);
  return Array.from({ length: Math.floor(end / STRETCH) - first + 1 }, (_, index) => first + index);
}

/** The edits of several fixes, the last of the text first; what several of them change in the same way, once. */
export function asEdits(fixes: readonly Fix[]): readonly SpanEdit[] {
  const changes = new Set<string>();
  const edits: SpanEdit[] = [];
  for (const edit of fixes.flatMap((fix) => fix.edits)) {
    const change = changeOf(edit);
    if (change !== undefined && changes.has(change)) continue;
    if (change !== undefined) changes.add(change);
    edits.push(edit);
  }
  return edits.sort((a, b) => b.span.start - a.span.start);
}

/** What is the same for all that take the same text out and put the same in its place. Two insertions are two. */
function changeOf({ span: { start, end }, newText }: SpanEdit): string | undefined {
  return end > start ? `${start} ${end} ${newText}` : undefined;
}

/** Also two insertions in one place: nobody knows which comes first. */
function overlap({ span: a }: SpanEdit, { span: b }: SpanEdit): boolean {
  return (a.start < b.end && b.start < a.end) || a.start === b.start;
}
