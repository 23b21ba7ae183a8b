import type { Scan } from './scan.ts';
import { isClosing, isOpening, isSignificant, type Token } from './tokens.ts';

/** Something wrong with the brackets of a text. */
export interface BracketFault {
  /**
   * `unclosed`: the brackets are still open where the library gives up on them. `dedent`: they are still open where a
   * line begins no deeper than theirs. `mismatch`: the innermost is closed at `at` by one of the other kind.
   */
  readonly kind: 'unclosed' | 'dedent' | 'mismatch';
  /** The brackets concerned, the outermost first. */
  readonly open: readonly Token[];
  readonly at: number;
  /** Whether other brackets around them stay open. */
  readonly isInOther: boolean;
  /** From the outermost bracket to where all are closed. */
  readonly region: { readonly start: number; readonly end: number };
}

interface OpenBracket {
  readonly token: Token;
  readonly line: number;
  readonly indent: number;
  isLeft: boolean;
}

/** The faults in the order in which they show. */
export function findBracketFaults(scan: Scan): BracketFault[] {
  const finder = new FaultFinder(scan);
  for (const token of scan.tokens) finder.take(token);
  return finder.finish();
}

class FaultFinder {
  readonly #scan: Scan;
  readonly #faults: BracketFault[] = [];
  #open: OpenBracket[] = [];
  #region = { start: 0, end: 0 };
  #line = 0;

  constructor(scan: Scan) {
    this.#scan = scan;
  }

  take(token: Token): void {
    if (token.kind === 'flow-error-end') this.#giveUp(token.start);
    if (this.#open.length > 0 && isSignificant(token)) this.#checkIndentation(token);
    if (isOpening(token)) this.#begin(token);
    else if (isClosing(token)) this.#close(token);
  }

  finish(): BracketFault[] {
    this.#giveUp(this.#scan.text.length);
    return this.#faults;
  }

  #begin(token: Token): void {
    if (this.#open.length === 0) this.#region = { start: token.start, end: Infinity };
    this.#line = this.#scan.lines.lineAt(token.start);
    this.#open.push({ token, line: this.#line, indent: this.#scan.lines.indent(this.#line), isLeft: false });
  }

  #close(token: Token): void {
    const opening = this.#open.at(-1)?.token;
    if (opening === undefined) return;
    const { text } = this.#scan;
    const isMap = text.charAt(opening.start) === '{';
    if (isMap !== (text.charAt(token.start) === '}')) this.#add('mismatch', 0, token.start);
    this.#open.pop();
    if (this.#open.length === 0) this.#region.end = token.end;
  }

  #giveUp(at: number): void {
    if (this.#open.length === 0) return;
    this.#add('unclosed', 0, at);
    this.#region.end = at;
    this.#open = [];
  }

  #checkIndentation(token: Token): void {
    const { lines } = this.#scan;
    const line = lines.lineAt(token.start);
    if (line > this.#line && !isClosing(token)) {
      const indent = lines.indent(line);
      const left = this.#open.findIndex((bracket) => bracket.line < line && bracket.indent >= indent);
      if (left !== -1 && this.#open[left]?.isLeft === false) {
        this.#add('dedent', left, lines.start(line));
        for (const bracket of this.#open.slice(left)) bracket.isLeft = true;
      }
    }
    this.#line = line;
  }

  #add(kind: BracketFault['kind'], from: number, at: number): void {
    const open = this.#open.slice(from).map(({ token }) => token);
    this.#faults.push({ kind, open, at, isInOther: from > 0, region: this.#region });
  }
}
