import type { Span } from '../../text/span.ts';
import type { SyntaxProblem } from '../parsed.ts';
import type { Repair } from './broken.ts';
import { Lines } from './lines.ts';
import type { MendedText } from './mendedText.ts';

/** The problems found, in the places of the file: one for each cause. */
export class Report {
  readonly #lines: Lines;
  readonly #problemOfLine = new Map<number, SyntaxProblem>();
  readonly #covered: Span[] = [];

  constructor(text: string) {
    this.#lines = new Lines(text);
  }

  /** Takes in what a repair says of the copy, unless it may be the doing of what was found before. */
  add({ problems, covers }: Pick<Repair, 'problems' | 'covers'>, copy: MendedText): void {
    const reach = covers === undefined ? undefined : copy.originalSpan(covers);
    const found = [...this.#problemOfLine.values()];
    for (const problem of problems) {
      const inFile = placed(problem, copy);
      const line = this.#lines.lineAt(inFile.span.start);
      // A second problem of a line is mostly the first one's doing, and shows when that is gone.
      if (this.#problemOfLine.has(line) || this.#covered.some((span) => contains(span, inFile.span))) continue;
      if (reach !== undefined && found.some(({ span }) => contains(reach, span))) continue;
      this.#problemOfLine.set(line, inFile);
    }
    if (reach !== undefined) this.#covered.push(reach);
  }

  inOrder(): SyntaxProblem[] {
    return [...this.#problemOfLine.values()].sort((a, b) => a.span.start - b.span.start);
  }
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.start < outer.end;
}

function placed({ message, span, fixes }: SyntaxProblem, copy: MendedText): SyntaxProblem {
  return {
    message,
    span: copy.originalSpan(span),
    fixes: fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ span: copy.originalSpan(edit.span), newText: edit.newText })),
    })),
  };
}
