import type { Finding, Fix, SpanEdit } from '../../findings/finding.ts';

/** The fix that may be applied unasked: the one right answer. */
export function safeFixOf(finding: Finding): Fix | undefined {
  const preferred = finding.fixes?.().find((fix) => fix.preferred);
  return preferred?.safe === true ? preferred : undefined;
}

/** The safe fixes of findings that can be applied together; one that changes the same place as an earlier is left for the next time. */
export function safeFixes(findings: readonly Finding[]): readonly Fix[] {
  const taken: SpanEdit[] = [];
  return findings.flatMap((finding) => {
    const fix = safeFixOf(finding);
    if (fix === undefined || fix.edits.some((edit) => taken.some((other) => overlap(edit, other)))) return [];
    taken.push(...fix.edits);
    return [fix];
  });
}

/** The edits of several fixes, the last of the text first. */
export function asEdits(fixes: readonly Fix[]): readonly SpanEdit[] {
  return fixes.flatMap(({ edits }) => edits).sort((a, b) => b.span.start - a.span.start);
}

/** Also two insertions in one place: nobody knows which comes first. */
function overlap({ span: a }: SpanEdit, { span: b }: SpanEdit): boolean {
  return (a.start < b.end && b.start < a.end) || a.start === b.start;
}
