import { distance } from 'fastest-levenshtein';

/** Words that say nothing about an activity. */
const FILLERS = new Set(['a', 'an', 'and', 'as', 'at', 'by', 'for', 'from', 'in', 'into', 'of', 'on', 'or', 'that', 'the', 'to', 'with']);

/** The words of a text in small letters. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

const ofTitles = new Map<string, readonly string[]>();

/** Those of a title of the inventory, which are asked for again and again. */
export function tellingWordsOfTitle(title: string): readonly string[] {
  let words = ofTitles.get(title);
  if (words === undefined) ofTitles.set(title, (words = tellingWordsOf(title)));
  return words;
}

export function tellingWordsOf(text: string): string[] {
  return wordsOf(text).filter((word) => !FILLERS.has(word));
}

/**
 * How alike a typed word and the likest of a title's words are, 1 to 0: the same; the beginning; of one stem
 * (`integration`, `integrated`); mistyped.
 */
export function likenessToLikest(typed: string, words: readonly string[]): number {
  let likest = 0;
  for (const word of words) likest = Math.max(likest, likeness(typed, word));
  return likest;
}

function likeness(typed: string, word: string): number {
  if (typed === word) return 1;
  if (typed.length >= 3 && word.startsWith(typed)) return 0.8;
  const shared = sharedBeginning(typed, word);
  if (shared >= 5 && shared >= 0.7 * Math.max(typed.length, word.length)) return 0.7;
  return isMistyped(typed, word) ? 0.6 : 0;
}

function isMistyped(typed: string, word: string): boolean {
  const most = typed.length >= 8 ? 2 : 1;
  if (typed.length < 4 || word.length < 4 || Math.abs(typed.length - word.length) > most) return false;
  return distance(typed, word) <= most;
}

function sharedBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
