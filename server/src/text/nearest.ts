import { distance } from 'fastest-levenshtein';

/**
 * The candidates that somebody who wrote `typed` may have meant, nearest first: by edit distance, letter case and
 * the difference of `-`, `_` and blanks aside. Empty where nothing is near.
 */
export function nearest(typed: string, candidates: Iterable<string>, limit = 3): string[] {
  const wanted = fold(typed);
  if (wanted === '') return [];
  const ranked: { candidate: string; edits: number }[] = [];
  for (const candidate of candidates) {
    const folded = fold(candidate);
    const edits = distance(wanted, folded);
    const begins = wanted.length >= 3 && folded.startsWith(wanted);
    // A third of the letters may be wrong: more is another word.
    if (begins || edits <= Math.max(1, Math.floor(Math.max(wanted.length, folded.length) / 3))) {
      ranked.push({ candidate, edits: begins ? Math.min(edits, 1) : edits });
    }
  }
  ranked.sort((a, b) => a.edits - b.edits);
  return ranked.slice(0, limit).map(({ candidate }) => candidate);
}

function fold(word: string): string {
  return word.trim().toLowerCase().replace(/[-\s]/g, '_');
}
