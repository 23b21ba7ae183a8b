import stringWidth from 'string-width';
import { printable } from './printable.ts';

/**
 * Lines whose cells begin below each other. Columns that are empty in every row and blanks at the end are left out.
 * @param right the columns that are set to the right
 */
export function alignColumns(rows: readonly (readonly string[])[], right: readonly number[] = []): string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, stringWidth(cell))));
  return rows.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, right.includes(column)))
      .filter((_, column) => widths[column] !== 0)
      .join('  ')
      .trimEnd(),
  );
}

/** The length of the longest. */
export function widest(words: readonly string[]): number {
  return words.reduce((width, word) => Math.max(width, word.length), 0);
}

/** @param width in columns of a terminal */
export function pad(cell: string, width: number, toTheRight = false): string {
  const blanks = ' '.repeat(Math.max(0, width - stringWidth(cell)));
  return toTheRight ? blanks + cell : cell + blanks;
}

/** The text in lines of at most `width` columns, each with the indentation; its own line breaks are kept. */
export function wrapped(text: string, indentation: string, width = 88): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(/\s+/).filter((part) => part !== '').map(printable)) {
      if (line !== '' && stringWidth(`${indentation}${line} ${word}`) > width) {
        lines.push(indentation + line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, line === '' ? '' : indentation + line];
  });
}
