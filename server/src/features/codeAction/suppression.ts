import type { Analysis } from '../../analysis.ts';
import type { Finding } from '../../findings/finding.ts';
import { NEVER_HIDDEN } from '../../findings/suppression.ts';
import type { SourceText } from '../../text/sourceText.ts';
import type { Span } from '../../text/span.ts';
import type { SpanEdit } from '../../text/spanEdit.ts';

/**
 * Hides a finding by a comment: one that is there already, or a new one above its line; at the top of the file where no
 * comment can stand there.
 * @param texts the file's stretches of text of several lines, in which a comment would be text
 */
export function suppression(
  { code, span }: Finding, { source, suppressions }: Analysis, texts: readonly Span[],
): { readonly title: string; readonly edit: SpanEdit } | undefined {
  if (NEVER_HIDDEN.has(code)) return undefined;
  const { line } = source.positionAt(span.start);
  const lineStart = source.lineSpan(line).start;
  const isText = texts.some(({ start, end }) => start <= lineStart && lineStart < end);
  const there = suppressions.findLast((other) => other.line === (isText ? null : line));
  const edit = there === undefined
    ? insertLine(source, isText ? 0 : line, isText ? `# mips-disable-file ${code}` : `# mips-disable-next-line ${code}`)
    : { span: { start: there.span.end, end: there.span.end }, newText: ` ${code}` };
  return { title: `Hide \`${code}\` ${isText ? 'in this file' : 'on this line'}`, edit };
}

/** A line with the indentation of the line that it goes before. */
function insertLine(source: SourceText, line: number, text: string): SpanEdit {
  const { start } = source.lineSpan(line);
  const indentation = /^[ \t]*/.exec(source.lineText(line))?.[0] ?? '';
  return { span: { start, end: start }, newText: `${indentation}${text}${source.lineEnd}` };
}
