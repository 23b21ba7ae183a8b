import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import type { SpanEdit } from '../text/spanEdit.ts';
import type { MapEntry } from '../yaml/node.ts';

/**
 * Writes another value behind a key, on the key's line. What stands around it stays: the anchor before it, the comment
 * behind it. A value that came through an alias is written where the alias stands.
 * @param comments all of the file
 * @returns undefined where the entry came through a merge key, has no value, or holds a comment or a tag.
 */
export function replaceValue(source: SourceText, { key, value }: MapEntry, newText: string, comments: readonly Span[]): readonly SpanEdit[] | undefined {
  if (value === undefined || key.origin !== undefined) return undefined;
  const { text } = source;
  const keyLine = source.positionAt(key.span.end).line;
  const keyLineEnd = source.lineSpan(keyLine).end;
  const end = endWithoutComment(source, value.span, comments);
  const inside = comments.filter(({ start }) => start > key.span.end && start < end);
  const comment = inside[0];
  if (value.span.start <= keyLineEnd) {
    const between = text.slice(key.span.end, value.span.start);
    return inside.length > 0 || !/^[ \t]*:[^!]*$/.test(between) ? undefined : [{ span: { start: value.span.start, end }, newText }];
  }
  if (inside.length > 1 || (comment !== undefined && comment.start > keyLineEnd)) return undefined;
  const onKeyLine = text.slice(key.span.end, comment?.start ?? keyLineEnd);
  if (!/^[ \t]*:[^!]*$/.test(onKeyLine) || text.slice(keyLineEnd, value.span.start).trim() !== '') return undefined;
  const behind = key.span.end + onKeyLine.trimEnd().length;
  return [
    { span: { start: behind, end: behind }, newText: ` ${newText}` },
    { span: { start: keyLineEnd, end }, newText: '' },
  ];
}

/** The end of a value: a collection reaches to the end of the comment behind its last line. */
function endWithoutComment(source: SourceText, { start, end }: Span, comments: readonly Span[]): number {
  const behind = comments.find((comment) => comment.start > start && comment.end === end);
  if (behind === undefined) return end;
  const line = source.lineSpan(source.positionAt(behind.start).line);
  const before = source.text.slice(line.start, behind.start);
  return before.trim() === '' ? end : line.start + before.trimEnd().length;
}

/** Whether a stretch of text holds an anchor, an alias or a tag; one too many where a text in quotes only looks like it. */
export function holdsProperties(source: SourceText, { start, end }: Span): boolean {
  return /(?:^|[\s,[{:-])[&*!]/.test(source.text.slice(start, end));
}
