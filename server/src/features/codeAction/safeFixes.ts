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
  const taken: SpanEdit[] = [];
  return findings.flatMap((finding) => {
    const fix = safeFixOf(finding);
    if (fix === undefined || fix.edits.some((edit) => taken.some((other) => overlap(edit, other) && !isSameChange(edit, other)))) return [];
    taken.push(...fix.edits);
    return [fix];
  });
}

/** The edits of several fixes, the last of the text first; what several of them change in the same way, once. */
export function asEdits(fixes: readonly Fix[]): readonly SpanEdit[] {
  const edits: SpanEdit[] = [];
  for (const edit of fixes.flatMap((fix) => fix.edits)) {
    if (!edits.some((other) => isSameChange(edit, other))) edits.push(edit);
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
