import { maskTins } from './maskTins.ts';

/**
 * A text out of a plan as it may stand among words of ours: no TIN in full, and the characters that turn the direction of what follows
 * them, on the same line, as replacement characters. Of the same length.
 */
export function asShown(text: string): string {
  return maskTins(text).replace(/[\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}
