import { maskTins } from './maskTins.ts';

/** A value may have two million characters; what is cut off anyway is not worth looking at. */
const LOOKED_AT = 1000;

/** Text of a plan for use in a sentence: on one line, and not more than its beginning. No part of a TIN is left by the cut. */
export function shorten(text: string, longest = 40): string {
  const line = maskTins(text.slice(0, LOOKED_AT).replace(/\s+/g, ' ').trim());
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}
