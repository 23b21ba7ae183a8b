import { maskTins } from '../../../text/maskTins.ts';

/** A text out of a plan, as it may be shown: printable, and without TINs in full. */
export function shown(text: string): string {
  return printable(maskTins(text));
}

/**
 * A text that shows on a terminal as one line and cannot steer it: control characters as their pictures (␛), those
 * that turn the writing direction and halves of surrogate pairs as the replacement character.
 */
export function printable(text: string): string {
  return UNPRINTABLE.test(text) ? text.replace(EVERY_UNPRINTABLE, stand) : text;
}

const PATTERN = '[\\u0000-\\u001f\\u007f-\\u009f\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]|\\p{Surrogate}';
const UNPRINTABLE = new RegExp(PATTERN, 'u');
const EVERY_UNPRINTABLE = new RegExp(PATTERN, 'gu');

function stand(character: string): string {
  const code = character.charCodeAt(0);
  if (code <= 0x1f) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}
