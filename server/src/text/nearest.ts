import { distance } from 'fastest-levenshtein';

/** What is longer is nobody's slip of the keyboard, and takes long to compare. */
const LONGEST_WORD = 100;

/**
 * The candidates that somebody who wrote `typed` may have meant, nearest first: by edit distance, letter case and
 * the difference of `-`, `_` and blanks aside. Empty where nothing is near.
 */
export function nearest(typed: string, candidates: Iterable<string>, limit = 3): string[] {
  if (typed.length > LONGEST_WORD) return [];
  const wanted = fold(typed);
  if (wanted === '') return [];
  const ranked: { candidate: string; edits: number }[] = [];
  for (const candidate of candidates) {
    if (candidate.length > LONGEST_WORD) continue;
    const folded = fold(candidate);
    const begins = wanted.length >= 3 && folded.startsWith(wanted);
    // A third of the letters may be wrong: more is another word.
    const most = Math.max(1, Math.floor(Math.max(wanted.length, folded.length) / 3));
    if (!begins && Math.abs(wanted.length - folded.length) > most) continue;
    const edits = isSwap(wanted, folded) ? 1 : distance(wanted, folded);
    if (begins || edits <= most) {
      ranked.push({ candidate, edits: begins ? Math.min(edits, 1) : edits });
    }
  }
  ranked.sort((a, b) => a.edits - b.edits);
  return ranked.slice(0, limit).map(({ candidate }) => candidate);
}

/** Two neighbouring letters in the wrong order: the commonest slip, and one mistake, not two. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at + 1 < a.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function fold(word: string): string {
  return word.trim().toLowerCase().replace(/[-\s]/g, '_');
}
