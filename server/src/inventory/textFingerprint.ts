/**
 * A short mark of a text, blanks aside: 32-bit FNV-1a as eight hexadecimal digits. It tells whether CMS changed a
 * description from one year to the next where the text itself is not at hand.
 */
export function textFingerprint(text: string): string {
  const letters = withoutBlanks(text);
  let hash = 0x811c9dc5;
  for (let index = 0; index < letters.length; index++) {
    hash = Math.imul(hash ^ letters.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** What is left of a description when all white space is taken out: CMS's years differ in blanks that mean nothing. */
export function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '');
}
