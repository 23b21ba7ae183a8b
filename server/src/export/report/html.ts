/** Markup that can be put into a page as it is. */
export interface Html {
  readonly markup: string;
}

/** Nothing is shown for undefined. */
type Piece = string | number | Html | readonly Html[] | undefined;

/** Writes markup. Whatever is put in and is no markup itself is shown letter by letter, in a text and in an attribute in quotes. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return { markup: strings.reduce((whole, part, index) => whole + asMarkup(pieces[index - 1]) + part) };
}

/** Markup that was checked elsewhere: a style sheet. */
export function trusted(markup: string): Html {
  return { markup };
}

function asMarkup(piece: Piece): string {
  if (piece === undefined) return '';
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece));
  return 'markup' in piece ? piece.markup : piece.map(({ markup }) => markup).join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text
    // HTML has no place for them.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}
