import { endOf, removeKey } from '../../edits/mapEdits.ts';
import type { SourceText } from '../../text/sourceText.ts';
import type { Span } from '../../text/span.ts';
import type { SpanEdit } from '../../text/spanEdit.ts';
import { anchorsIn } from '../../yaml/anchors.ts';
import type { CarriedPlan } from './carriedPlan.ts';

interface Kept {
  readonly index: number;
  readonly at: number;
  readonly edit: SpanEdit;
  /** What is no longer there, as comments above the activity; empty where the lines themselves become comments. */
  readonly above: readonly string[];
}

/**
 * Evidence of one year is no evidence of another: it stays in the file as comments. What holds an anchor that is needed
 * elsewhere stays as it is, and is said.
 */
export function carryEvidence(plan: CarriedPlan): void {
  const { changes, from, to, result } = plan;
  const kept = keepable(changes.source, result.judgements.flatMap(({ dropped }, index) => (dropped ? [] : keep(plan, index))));
  for (const { index, at, edit, above } of kept) {
    changes.replace(edit.span, edit.newText);
    if (above.length > 0) changes.comment(result.judgements[index]?.activity.extent.start ?? at, above, result.plan.firstKey.span.start);
  }
  if (kept[0] !== undefined) {
    const count = kept.length === 1 ? 'one activity' : `${kept.length} activities`;
    changes.done(kept[0].at, `The evidence of ${from} is no evidence of ${to}: that of ${count} is kept as comments.`);
  }
  result.judgements.forEach(({ activity, dropped }, index) => {
    const isThere = (activity.evidence.value?.value.length ?? 0) > 0;
    if (isThere && !dropped) {
      plan.expectations.push({
        activity: index,
        isSo: (after) => after.status.value?.value === 'dropped' || (after.evidence.value?.value.length ?? 0) === 0,
        complaint: `The evidence of ${activity.id.value?.value ?? 'this activity'} is that of ${from}: take it out.`,
      });
    }
  });
}

function keep({ changes: { source }, result, from }: CarriedPlan, index: number): readonly Kept[] {
  const activity = result.judgements[index]?.activity;
  const entry = activity?.node.entries.find(({ name, key }) => name === 'evidence' && key.origin === undefined);
  if (activity?.evidence.value === undefined || entry === undefined || activity.node.origin !== undefined) return [];
  if (activity.node.entries.filter(({ key }) => key.origin === undefined).length < 2) return [];
  const end = endOf(source, entry);
  const [first, last] = [source.positionAt(entry.key.span.start), source.positionAt(end)];
  const before = source.lineText(first.line).slice(0, first.character);
  const behind = source.lineText(last.line).slice(last.character);
  const at = entry.key.span.start;
  const head = `Evidence of ${from}:`;
  if (before.trim() === '' && /^\s*(?:#.*)?$/.test(behind) && !activity.node.flow) {
    const span = { start: source.lineSpan(first.line).start, end: source.lineSpan(last.line).end };
    const lines = Array.from({ length: last.line - first.line + 1 }, (_, line) => asComment(source.lineText(first.line + line), first.character));
    return [{ index, at, edit: { span, newText: [`${before}# ${head}`, ...lines].join(source.lineEnd) }, above: [] }];
  }
  const edit = removeKey(source, activity.node, 'evidence');
  if (edit === undefined) return [];
  const removed = source.text.slice(edit.span.start, edit.span.end).replace(/^\s*,|,\s*$/g, '').trim();
  const id = activity.id.value?.value;
  return [{ index, at, edit, above: [id === undefined ? head : `${head.slice(0, -1)} for ${id}:`, ...removed.split(/\r?\n/).map((line) => `  ${line.trim()}`)] }];
}

function asComment(line: string, column: number): string {
  if (line.trim() === '') return line;
  const indentation = Math.min(column, line.length - line.trimStart().length);
  return `${line.slice(0, indentation)}# ${line.slice(indentation)}`;
}

/** Those whose anchors nothing else needs. */
function keepable(source: SourceText, all: readonly Kept[]): readonly Kept[] {
  const contains = ({ start, end }: Span, { start: at }: Span): boolean => start <= at && at < end;
  const anchors = anchorsIn(source.text);
  let kept = all;
  for (;;) {
    const safe = kept.filter(({ edit }) => anchors.every(({ anchor, aliases }) => {
      if (anchor === undefined || !contains(edit.span, anchor)) return true;
      return aliases.every((alias) => kept.some((other) => contains(other.edit.span, alias)));
    }));
    if (safe.length === kept.length) return kept;
    kept = safe;
  }
}
