import type { Finding, Fix, SpanEdit } from '../../findings/finding.ts';

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

  add(edit: SpanEdit): void {
    for (const stretch of stretchesOf(edit)) {
      const there = this.#byStretch.get(stretch);
      if (there === undefined) this.#byStretch.set(stretch, [edit]);
      else there.push(edit);
    }
  }

  conflictWith(edit: SpanEdit): boolean {
    return stretchesOf(edit).some((stretch) => {
      return this.#byStretch.get(stretch)?.some((other) => overlap(edit, other) && !isSameChange(edit, other)) === true;
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
  const removals = new Set<string>();
  const edits: SpanEdit[] = [];
  for (const edit of fixes.flatMap((fix) => fix.edits)) {
    const { span: { start, end }, newText } = edit;
    const change = `${start} ${end} ${newText}`;
    // Two insertions are two.
    if (end > start && removals.has(change)) continue;
    removals.add(change);
    edits.push(edit);
  }
  return edits.sort((a, b) => b.span.start - a.span.start);
}

/** Whether both take the same text out and put the same in its place. Two insertions are two. */
function isSameChange({ span: a, newText: one }: SpanEdit, { span: b, newText: other }: SpanEdit): boolean {
  return a.start === b.start && a.end === b.end && one === other && a.end > a.start;
}

/** Also two insertions in one place: nobody knows which comes first. */
function overlap({ span: a }: SpanEdit, { span: b }: SpanEdit): boolean {
  return (a.start < b.end && b.start < a.end) || a.start === b.start;
}
