import type { Broken, Repair } from './broken.ts';
import { blanking, fixable } from './edits.ts';

/** A list entry as it is written without brackets, between brackets. */
export function dashInBrackets(broken: Broken): readonly Repair[] {
  const { scan, text, lines } = broken;
  const { first, last } = broken.neighbourhood;
  for (let line = first; line <= last; line++) {
    const start = lines.contentStart(line);
    if (lines.shape(line).dashes.length === 0 || scan.openBrackets(start).length === 0) continue;
    const span = { start, end: start + 1 };
    const message = 'Between brackets entries have no dash; remove it and put a comma after each.';
    return [{ ...fixable(message, span, 'Remove the dash', [{ span, newText: '' }]), edits: [blanking(text, span)] }];
  }
  return [];
}
