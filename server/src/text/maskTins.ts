/** What people put between the digits: dashes of all kinds, blanks, full stops, and what is not seen. */
const MARK = '[-\\u2010-\\u2015\\u2212 \\u00a0._\\u00ad\\u200b-\\u200d\\u2060]';

/**
 * Nine digits, also in groups as of an employer number (2 and 7), of an SSN (3, 2 and 4), or as people mistake them (2, 3 and 4, three
 * times 3). Not as a part of a longer number or of an identifier with letters (`A123456789`), but behind what names them
 * (`TIN123456789`), in names of files (`tin_123456789.pdf`) and behind a new line as JSON writes it (`\n123456789`). That it begins
 * with a digit is said first, since the rest takes long to try at each letter.
 */
const TIN = new RegExp(
  '(?=\\d)(?:(?<![A-Z\\d])|(?<=TIN|EIN|SSN|\\\\[nrt]))' +
  `(?:\\d{9}|\\d{2}${MARK}\\d{7}|\\d{3}${MARK}\\d{2}${MARK}\\d{4}|\\d{2}${MARK}\\d{3}${MARK}\\d{4}|\\d{3}${MARK}\\d{3}${MARK}\\d{3})(?![A-Z\\d])`,
  'gi',
);

/** In every such number, and quickly looked for: nearly no text has it. */
const DIGITS_OF_TIN = new RegExp(`\\d{7}|\\d${MARK}\\d{2}${MARK}\\d{4}|\\d${MARK}\\d{3}${MARK}\\d{3}`);

/**
 * The text with nothing but the last four digits of what looks like a Taxpayer Identification Number, which may be a
 * Social Security number; of the same length.
 */
export function maskTins(text: string): string {
  if (!DIGITS_OF_TIN.test(text)) return text;
  return text.replace(TIN, (tin) => tin.slice(0, -4).replace(/\d/g, '•') + tin.slice(-4));
}

/** Whether the text shows a TIN in full; those that begin with `000` are nobody's. */
export function holdsTin(text: string): boolean {
  return (text.match(TIN) ?? []).some((tin) => !tin.startsWith('000'));
}
