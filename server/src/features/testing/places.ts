import type { Range } from 'vscode-languageserver-types';
import type { SourceText } from '../../text/sourceText.ts';

/** The lines of a text that hold ranges, with the ranges in angle quotes: `- id: «IA_BE_4»`. */
export function shownIn(source: SourceText, ranges: readonly Range[]): string[] {
  const lines = new Map<number, string>();
  for (const { start, end } of [...ranges].sort((a, b) => b.start.line - a.start.line || b.start.character - a.start.character)) {
    if (start.line !== end.line) throw new Error('A range of several lines');
    const line = lines.get(start.line) ?? source.lineText(start.line);
    lines.set(start.line, `${line.slice(0, start.character)}«${line.slice(start.character, end.character)}»${line.slice(end.character)}`);
  }
  return [...lines].sort(([a], [b]) => a - b).map(([, line]) => line.trim());
}
