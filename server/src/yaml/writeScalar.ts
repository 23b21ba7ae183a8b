/** How a text can be written as a single value. */
export interface ScalarPlace {
  /** The quotes that it stands in already; inside them only what has to be is escaped. */
  readonly quote?: '"' | "'" | undefined;
}

/** Letters, digits and what can stand anywhere in a text without quotes, in brackets too. */
const PLAIN = /^[\p{L}\p{N}_./(][\p{L}\p{N}_./()+=@~^$;-]*(?: [\p{L}\p{N}_./()+=@~^$;-]+)*$/u;

/** What YAML takes for a number, a truth value or nothing. */
const OTHER_THAN_TEXT = /^(?:[-+.]?\d[\d_.eExXoOa-fA-F+-]*|true|false|null|~|[-+]?\.inf|\.nan|\.{3})$/i;

/** The text as YAML has it on one line: as it is where that means the same, else in quotes. */
export function writeScalar(text: string, { quote }: ScalarPlace = {}): string {
  if (quote === "'") return text.replaceAll("'", "''");
  if (quote === '"') return escaped(text);
  if (PLAIN.test(text) && !OTHER_THAN_TEXT.test(text)) return text;
  return isPrintable(text) ? `'${text.replaceAll("'", "''")}'` : `"${escaped(text)}"`;
}

function isPrintable(text: string): boolean {
  return !/[\p{Cc}\p{Zl}\p{Zp}\u{feff}]/u.test(text);
}

function escaped(text: string): string {
  return text
    .replace(/["\\]/g, '\\$&')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u{feff}]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
