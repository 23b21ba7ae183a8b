/** A map or list in brackets that is open at the cursor. */
export interface OpenBracket {
  readonly kind: 'map' | 'list';
  /** Of the bracket. */
  readonly start: number;
  /** The keys before the cursor that have their colon. */
  readonly keys: readonly string[];
  /** The key whose value the cursor is in; undefined in a list and where a key can stand. */
  readonly key: string | undefined;
}

/** Where the cursor is within brackets. */
export interface InBrackets {
  /** The outermost first; never empty. */
  readonly open: readonly OpenBracket[];
  /** The key or value that the cursor is in or behind, from its quote if it has one; undefined in an empty place. */
  readonly wordStart: number | undefined;
}

interface Open {
  kind: 'map' | 'list';
  start: number;
  keys: string[];
  key: string | undefined;
}

/**
 * Reads brackets from the outermost opening one to the cursor; neither need be closed.
 * @returns undefined where they are closed before the cursor, or something complete stands between it and the last comma.
 */
export function readBrackets(text: string, start: number, cursor: number): InBrackets | undefined {
  const open: Open[] = [];
  /** The scalar since the last bracket, comma or colon. */
  let word: { start: number; end: number; quoted: boolean } | undefined;
  let complete = false;
  for (let at = start; at < cursor; ) {
    const character = text.charAt(at);
    const top = open.at(-1);
    if (character === '{' || character === '[') {
      open.push({ kind: character === '{' ? 'map' : 'list', start: at, keys: [], key: undefined });
      word = undefined;
      complete = false;
      at++;
    } else if (character === '}' || character === ']') {
      open.pop();
      if (open.length === 0) return undefined;
      word = undefined;
      complete = true;
      at++;
    } else if (character === ',') {
      if (top !== undefined) top.key = undefined;
      word = undefined;
      complete = false;
      at++;
    } else if (character === ':' && isColon(text, at, word?.quoted === true) && top?.kind === 'map' && top.key === undefined) {
      top.key = word === undefined ? '' : unquoted(text.slice(word.start, word.end));
      top.keys.push(top.key);
      word = undefined;
      at++;
    } else if (character === '#' && isSpace(text.charCodeAt(at - 1))) {
      at = endOfLine(text, at);
    } else if (isSpace(text.charCodeAt(at))) {
      at++;
    } else {
      const end = endOfScalar(text, at);
      // Words with blanks between them are one value, unless a quote ends it.
      const quoted = isQuote(character) && closingQuote(text, at) !== undefined;
      word = word === undefined || word.quoted ? { start: at, end, quoted } : { ...word, end };
      at = end;
    }
  }
  if (open.length === 0 || complete) return undefined;
  if (word?.quoted === true && word.end <= cursor) return undefined;
  return { open, wordStart: word?.start };
}

/** Where a value within brackets ends: behind its quote, or before the next bracket, comma, colon or comment. */
export function endOfScalar(text: string, start: number): number {
  const first = text.charAt(start);
  if (isQuote(first)) return closingQuote(text, start) ?? endOfPlain(text, start + 1);
  return Math.max(start + 1, endOfPlain(text, start));
}

/** Offset behind the quote that closes the one at `start`, on its line; undefined where there is none. */
export function closingQuote(text: string, start: number): number | undefined {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\n' || character === '\r') return undefined;
    if (character === '\\' && quote === '"') at++;
    else if (character === quote && quote === "'" && text.charAt(at + 1) === "'") at++;
    else if (character === quote) return at + 1;
  }
  return undefined;
}

/** Offset of the line's break, or of the text's end. */
export function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== LINE_FEED && text.charCodeAt(at) !== CARRIAGE_RETURN) at++;
  return at;
}

function endOfPlain(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\n' || character === '\r') break;
    if ('{}[],'.includes(character) || (character === ':' && isColon(text, at, false))) break;
    if (character === '#' && isSpace(text.charCodeAt(at - 1))) break;
  }
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

function isColon(text: string, at: number, afterQuote: boolean): boolean {
  const next = text.charAt(at + 1);
  return afterQuote || next === '' || ',{}[]'.includes(next) || isSpace(next.charCodeAt(0));
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === LINE_FEED || code === CARRIAGE_RETURN;
}

function isQuote(character: string): boolean {
  return character === '"' || character === "'";
}

function unquoted(word: string): string {
  return isQuote(word.charAt(0)) ? word.slice(1, -1) : word;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
