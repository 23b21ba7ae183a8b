import { compareActivityIds } from './activityId.ts';
import type { Inventory, InventoryActivity } from './inventory.ts';
import { nearestById } from './nearestIds.ts';
import { subcategoryLabel } from './subcategories.ts';
import { likenessToLikest, tellingWordsOf, tellingWordsOfTitle, wordsOf } from './titleWords.ts';

/** What is longer is no word of a title. */
const LONGEST_WORD = 30;
/** No title is longer. */
const MOST_LETTERS = 300;

/**
 * The year's activities that all of the words fit, the best first: by (parts of) the id, by beginnings of words of the
 * title, by beginnings of words of the subcategory. All of the year's where nothing is asked.
 *
 * @param order of those that fit equally well; by id if not given
 */
export function searchActivities(inventory: Inventory, year: number, words: string, order: Order = byId): readonly InventoryActivity[] {
  const terms = words.slice(0, MOST_LETTERS).trim().split(/\s+/).filter((term) => term !== '');
  const fitting = inventory.activitiesOf(year).map((activity) => {
    const scores = terms.map((term) => termScore(term, activity, year));
    return { activity, score: scores.includes(0) ? 0 : sum(scores) + 1 };
  });
  return fitting
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || order(a.activity, b.activity))
    .map(({ activity }) => activity);
}

type Order = (a: InventoryActivity, b: InventoryActivity) => number;

function byId(a: InventoryActivity, b: InventoryActivity): number {
  return compareActivityIds(a.id, b.id);
}

function termScore(term: string, activity: InventoryActivity, year: number): number {
  const title = wordsOf(activity.titleIn(year));
  const subcategory = wordsOf(subcategoryLabel(activity.subcategoryIn(year)));
  // A term such as `follow-up` is several words of a title.
  const words = wordsOf(term);
  if (words.length === 0) return 0;
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
  const known = NEAREST.get(inventory) ?? new Map<string, readonly InventoryActivity[]>();
  NEAREST.set(inventory, known);
  const key = `${limit} ${year} ${typed}`;
  let nearest = known.get(key);
  if (nearest === undefined) {
    nearest = findNearest(inventory, typed, limit, year);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(key, nearest);
  }
  return nearest;
}

/** An unknown id stays what it is while somebody types elsewhere in the plan. */
const NEAREST = new WeakMap<Inventory, Map<string, readonly InventoryActivity[]>>();
const MOST_KEPT = 1000;

function findNearest(inventory: Inventory, typed: string, limit: number, year: number | undefined): readonly InventoryActivity[] {
  const byId = nearestById(inventory.activities, typed, year);
  const isId = byId.some(({ cost }) => cost === 0) || (byId.length > 0 && /\d/.test(typed));
  const byWords = isId ? [] : nearestByWords(inventory.activities, typed, year);
  return [...new Set([...byId.map(({ activity }) => activity), ...byWords])].slice(0, limit);
}

/** Those with most of what was typed in the title, rare words counting more, and the subcategory's words little. */
function nearestByWords(activities: readonly InventoryActivity[], typed: string, year: number | undefined): readonly InventoryActivity[] {
  const words = tellingWordsOf(typed.slice(0, MOST_LETTERS)).filter((word) => word.length > 1 && word.length <= LONGEST_WORD);
  if (words.length === 0) return [];
  const matches = activities.map((activity) => matchWords(words, activity, year ?? activity.years.at(-1) ?? 0));
  const weights = words.map((_, index) => wordWeight(matches.map(({ inTitle }) => inTitle[index] ?? 0)));
  const whole = sum(weights);
  const scored = matches.map((match) => ({
    ...match,
    score: sum(weights.map((weight, index) => weight * Math.max(match.inTitle[index] ?? 0, 0.3 * (match.inSubcategory[index] ?? 0)))) / whole,
  }));
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

interface WordMatch {
  readonly activity: InventoryActivity;
  /** For each typed word the likeness of the likest word, 0 to 1. */
  readonly inTitle: readonly number[];
  readonly inSubcategory: readonly number[];
  /** How much of the title was typed, 0 to 1. */
  readonly coverage: number;
}

function matchWords(words: readonly string[], activity: InventoryActivity, year: number): WordMatch {
  const likest = (others: readonly string[]): number[] => words.map((word) => likenessToLikest(word, others));
  const title = tellingWordsOfTitle(activity.titleIn(year));
  const inTitle = likest(title);
  return {
    activity,
    inTitle,
    inSubcategory: likest(tellingWordsOfTitle(subcategoryLabel(activity.subcategoryIn(year)))),
    coverage: inTitle.filter((score) => score > 0).length / title.length,
  };
}

/** The rarer a word, the more it says; one that is in no title says little. */
function wordWeight(inTitles: readonly number[]): number {
  if (inTitles.every((score) => score === 0)) return 0.3;
  return 1 / Math.sqrt(1 + inTitles.filter((score) => score >= 0.7).length);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function isOf(activity: InventoryActivity, year: number | undefined): boolean {
  return year !== undefined && activity.years.includes(year);
}
