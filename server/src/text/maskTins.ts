const TIN = /(?<![\w-])(?:\d{9}|\d{2}-\d{7}|\d{3}-\d{2}-\d{4})(?![\w-])/g;

/**
 * The text with nothing but the last four digits of what looks like a Taxpayer Identification Number, which may be a
 * Social Security number; of the same length.
 */
export function maskTins(text: string): string {
  return text.replace(TIN, (tin) => tin.slice(0, -4).replace(/\d/g, '•') + tin.slice(-4));
}

/** Whether the text shows a TIN in full; those that begin with `000` are nobody's. */
export function holdsTin(text: string): boolean {
  return (text.match(TIN) ?? []).some((tin) => !tin.startsWith('000'));
}
