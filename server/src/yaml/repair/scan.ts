import { Lines } from './lines.ts';
import { isClosing, isOpening, isQuoted, isSignificant, tokensOf, type Token } from './tokens.ts';

/** A text in lines and tokens, as far as the library's lexer gets on with it. */
export class Scan {
  readonly text: string;
  readonly lines: Lines;
  #tokens: readonly Token[] | undefined;
  #inside: Uint8Array | undefined;

  constructor(text: string) {
    this.text = text;
    this.lines = new Lines(text);
  }

  get tokens(): readonly Token[] {
    this.#tokens ??= tokensOf(this.text);
    return this.#tokens;
  }

  /** Whether the line continues a quoted text, a block scalar or something in brackets that began above it. */
  isInside(line: number): boolean {
    return (this.#insideOf(line) & INSIDE) !== 0;
  }

  /** Whether the line continues text, quoted or not, that began above it. */
  isText(line: number): boolean {
    return (this.#insideOf(line) & TEXT) !== 0;
  }

  /** The token that the offset stands in or before. */
  tokenAt(offset: number): Token | undefined {
    const token = this.tokens[this.#indexAfter(offset) - 1];
    return token !== undefined && token.start <= offset && offset < token.end ? token : undefined;
  }

  /** The last token with a meaning that ends at or before the offset. */
  significantBefore(offset: number): Token | undefined {
    for (let i = this.#indexAfter(offset) - 1; i >= 0; i--) {
      const token = this.tokens[i];
      if (token !== undefined && token.end <= offset && isSignificant(token)) return token;
    }
    return undefined;
  }

  /** The brackets that are open before an offset, the outermost first. */
  openBrackets(offset: number): Token[] {
    const open: Token[] = [];
    for (const token of this.tokens) {
      if (token.start >= offset) break;
      if (isOpening(token)) open.push(token);
      else if (isClosing(token)) open.pop();
      else if (token.kind === 'flow-error-end') open.length = 0;
    }
    return open;
  }

  /** Index of the first token that begins after the offset. */
  #indexAfter(offset: number): number {
    const tokens = this.tokens;
    let low = 0;
    let high = tokens.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((tokens[middle]?.start ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #insideOf(line: number): number {
    this.#inside ??= this.#findInside();
    return this.#inside[line] ?? 0;
  }

  #findInside(): Uint8Array {
    const inside = new Uint8Array(this.lines.count);
    let depth = 0;
    let isBlockScalar = false;
    for (const token of this.tokens) {
      if (isOpening(token)) depth++;
      else if (isClosing(token)) depth = Math.max(0, depth - 1);
      else if (token.kind === 'flow-error-end') {
        depth = 0;
        inside[this.lines.lineAt(token.start)] = 0;
      } else if (token.kind === 'newline' && depth > 0) inside[this.lines.lineAt(token.end)] = INSIDE;
      else if (token.end > token.start && (token.kind === 'scalar' || isQuoted(token))) {
        const bits = isBlockScalar || isQuoted(token) || depth > 0 ? INSIDE | TEXT : TEXT;
        const first = this.lines.lineAt(token.start) + (isBlockScalar ? 0 : 1);
        const last = this.lines.lineAt(token.end - 1);
        for (let line = first; line <= last; line++) inside[line] = bits;
      }
      // The text of a block scalar may be empty.
      if (isSignificant(token) || token.kind === 'scalar') isBlockScalar = token.kind === 'block-scalar-header';
    }
    return inside;
  }
}

const INSIDE = 1;
const TEXT = 2;
