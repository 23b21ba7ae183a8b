import { distance } from 'fastest-levenshtein';
import { compareActivityIds } from './activityId.ts';
import type { Inventory, InventoryActivity } from './inventory.ts';
import { subcategoryLabel } from './subcategories.ts';
import { likeness, tellingWordsOf, wordsOf } from './titleWords.ts';

/**
 * The year's activities that all of the words fit, the best first: by (parts of) the id, by beginnings of words of the
 * title, by beginnings of words of the subcategory. All of the year's where nothing is asked.
 */
export function searchActivities(inventory: Inventory, year: number, words: string): readonly InventoryActivity[] {
  const terms = words.trim().split(/\s+/).filter((term) => term !== '');
  const fitting = inventory.activitiesOf(year).map((activity) => {
    const scores = terms.map((term) => termScore(term, activity, year));
    return { activity, score: scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 1) };
  });
  return fitting
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || compareActivityIds(a.activity.id, b.activity.id))
    .map(({ activity }) => activity);
}

function termScore(term: string, activity: InventoryActivity, year: number): number {
  const title = wordsOf(activity.titleIn(year));
  const subcategory = wordsOf(subcategoryLabel(activity.subcategoryIn(year)));
  // A term such as `follow-up` is several words of a title.
  const words = wordsOf(term);
  const inTitle = words.map((word) => (title.includes(word) ? 12 : title.some((other) => other.startsWith(word)) ? 8 : 0));
  const inSubcategory = words.every((word) => subcategory.some((other) => other.startsWith(word)));
  return Math.max(idScore(term, activity.id), Math.min(...inTitle, 12), inSubcategory ? 3 : 0);
}

function idScore(term: string, id: string): number {
  const typed = term.toLowerCase().replace(/[^a-z0-9]/g, '');
  const whole = id.toLowerCase().replace(/_/g, '');
  const parts = id.toLowerCase().split('_').slice(1);
  const withoutPrefix = parts.join('');
  if (typed === whole || typed === withoutPrefix) return 100;
  if (typed === parts[0]) return 40;
  if (typed.length >= 2 && (whole.startsWith(typed) || withoutPrefix.startsWith(typed))) return 20;
  return typed === parts[1] ? 5 : 0;
}

/**
 * The activities that somebody who typed something else may have meant: by edit distance of the id (letter case,
 * separators and the prefix `IA` aside) and by words of the title and of the subcategory.
 *
 * @param year among equals, the activities of that year come first
 */
export function nearestActivities(inventory: Inventory, typed: string, limit = 3, year?: number): readonly InventoryActivity[] {
  const byId = nearestById(inventory.activities, typed, year);
  const isId = byId.some(({ cost }) => cost === 0) || (byId.length > 0 && /\d/.test(typed));
  const byWords = isId ? [] : nearestByWords(inventory.activities, typed, year);
  return [...new Set([...byId.map(({ activity }) => activity), ...byWords])].slice(0, limit);
}

interface NearId {
  readonly activity: InventoryActivity;
  /** Number of mistakes, two neighbouring letters exchanged being one. */
  readonly cost: number;
}

/** Those with the fewest mistakes, up to two. */
function nearestById(activities: readonly InventoryActivity[], typed: string, year: number | undefined): readonly NearId[] {
  const id = (/\bia[_ -]?[a-z]{2,4}(?:[_ -]?\d+)?\b/i.exec(typed)?.[0] ?? typed.trim()).toLowerCase();
  // Without a number it is as likely a word: one mistake is all that an id may have then.
  const most = /\d/.test(id) ? 2 : 1;
  const near = activities
    .map((activity) => ({ activity, cost: mistakes(id, activity.id) }))
    .filter(({ cost }) => cost <= most);
  const fewest = Math.min(...near.map(({ cost }) => cost));
  return near
    .filter(({ cost }) => cost === fewest)
    .sort((a, b) =>
      Number(isOf(b.activity, year)) - Number(isOf(a.activity, year)) ||
      distance(id, a.activity.id.toLowerCase()) - distance(id, b.activity.id.toLowerCase()) ||
      compareActivityIds(a.activity.id, b.activity.id),
    );
}

function mistakes(typed: string, id: string): number {
  const [, letters, number] = /^(?:ia)?[_\s.-]*([a-z]{2,6})[_\s.-]*(\d{1,4})?$/.exec(typed) ?? [];
  if (letters === undefined) return distance(typed, id.toLowerCase());
  const [idLetters = '', idNumber] = id.toLowerCase().split('_').slice(1);
  const inLetters = mistakesInLetters(letters, idLetters);
  // Nothing in common is another id, not a mistyped one.
  if (inLetters >= Math.max(letters.length, idLetters.length)) return Infinity;
  return inLetters + mistakesInNumber(number, idNumber);
}

function mistakesInLetters(typed: string, letters: string): number {
  const exchanged = typed !== letters && [...typed].sort().join('') === [...letters].sort().join('');
  return exchanged ? 1 : distance(typed, letters);
}

function mistakesInNumber(typed: string | undefined, number: string | undefined): number {
  if (typed === undefined || number === undefined) return typed === number ? 0 : 1;
  return distance(String(Number(typed)), number);
}

/** Those with at least half of the typed words in the title, the subcategory counting little. */
function nearestByWords(activities: readonly InventoryActivity[], typed: string, year: number | undefined): readonly InventoryActivity[] {
  const words = tellingWordsOf(typed).filter((word) => word.length > 1);
  if (words.length === 0) return [];
  const scored = activities.map((activity) => ({ activity, ...wordScore(words, activity, year ?? activity.years.at(-1) ?? 0) }));
  const best = Math.max(...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score >= 0.5 && score > best - 0.25)
    .sort((a, b) =>
      b.score - a.score ||
      Number(isOf(b.activity, year)) - Number(isOf(a.activity, year)) ||
      b.coverage - a.coverage ||
      compareActivityIds(a.activity.id, b.activity.id),
    )
    .map(({ activity }) => activity);
}

/** How much of what was typed the activity has, and how much of its title was typed, 0 to 1 each. */
function wordScore(words: readonly string[], activity: InventoryActivity, year: number): { readonly score: number; readonly coverage: number } {
  const title = tellingWordsOf(activity.titleIn(year));
  const subcategory = tellingWordsOf(subcategoryLabel(activity.subcategoryIn(year)));
  const likest = (word: string, others: readonly string[]): number => Math.max(0, ...others.map((other) => likeness(word, other)));
  const inTitle = words.map((word) => likest(word, title));
  const scores = words.map((word, index) => inTitle[index] || 0.3 * likest(word, subcategory));
  return {
    score: scores.reduce((sum, score) => sum + score, 0) / words.length,
    coverage: inTitle.filter((score) => score > 0).length / title.length,
  };
}

function isOf(activity: InventoryActivity, year: number | undefined): boolean {
  return year !== undefined && activity.years.includes(year);
}
