import type { SpanEdit } from '../../text/spanEdit.ts';
import type { Piece } from './pieces.ts';

/** Edits within a piece of several lines: where they begin, and nothing that is part of its value. */
export function scalarEdits(text: string, piece: Piece): SpanEdit[] {
  if (piece.kind === 'block-text') return blockTextEdits(text, piece);
  return piece.kind === 'scalar' ? furtherLineEdits(text, piece) : [];
}

/** YAML folds the blanks around a line break in plain and quoted text; after a backslash they are text. A match begins with the first of several blanks. */
function furtherLineEdits(text: string, { start, end, inner = 0 }: Piece): SpanEdit[] {
  const edits: SpanEdit[] = [];
  for (const match of text.slice(start, end).matchAll(/(?:(?<![\\ \t])|(?<=\\[ \t]))[ \t]*((?:\r\n|\n|\r)[ \t]*)+|\\(?:\r\n|\n|\r)(?:[ \t]*(?:\r\n|\n|\r))*[ \t]*/g)) {
    const written = match[0];
    const breaks = written.match(/\\?(?:\r\n|\n|\r)/g)?.join('') ?? '';
    const newText = breaks + ' '.repeat(inner);
    if (newText !== written) edits.push({ span: { start: start + match.index, end: start + match.index + written.length }, newText });
  }
  return edits;
}

function blockTextEdits(text: string, { start, end, inner = 0, block }: Piece): SpanEdit[] {
  const lines = [...text.slice(start, end).matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)].map((match) => ({ at: start + match.index, text: match[1] ?? '' }));
  const first = lines.find((line) => line.text.trim() !== '');
  if (first === undefined) return [];
  const indentation = /^ */.exec(first.text)?.[0].length ?? 0;
  const shift = block?.shift ?? inner - indentation;
  return lines.flatMap((line): SpanEdit[] => {
    const blanks = /^ */.exec(line.text)?.[0].length ?? 0;
    const isBlank = line.text.length === blanks;
    if (isBlank && (blanks === 0 || (block?.shift === undefined ? blanks <= indentation : blanks < -shift))) {
      return blanks === 0 ? [] : [{ span: { start: line.at, end: line.at + blanks }, newText: '' }];
    }
    return shift === 0 ? [] : [{ span: { start: line.at, end: line.at + Math.max(0, -shift) }, newText: ' '.repeat(Math.max(0, shift)) }];
  });
}
