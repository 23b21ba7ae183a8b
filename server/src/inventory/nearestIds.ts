import { distance } from 'fastest-levenshtein';
import { compareActivityIds } from './activityId.ts';
import type { InventoryActivity } from './inventory.ts';

export interface NearId {
  readonly activity: InventoryActivity;
  /** Number of mistakes, two letters exchanged being one; letter case, separators and the prefix `IA` aside. */
  readonly cost: number;
}

/** The activities whose ids are what was typed with the fewest mistakes, up to two; those of the year first. */
export function nearestById(activities: readonly InventoryActivity[], typed: string, year: number | undefined): readonly NearId[] {
  const id = (/\bia[_ -]?[a-z]{2,4}(?:[_ -]?\d+)?\b/i.exec(typed)?.[0] ?? typed.trim()).toLowerCase();
  const parts = idParts(id);
  // Without a number it is as likely a word: one mistake is all that an id may have then.
  const most = /\d/.test(id) ? 2 : 1;
  const near: NearId[] = [];
  for (const activity of activities) {
    const cost = parts === undefined ? wholeDistance(id, activity.id) : mistakes(parts, activity.id);
    if (cost <= most) near.push({ activity, cost });
  }
  const fewest = Math.min(...near.map(({ cost }) => cost));
  return near
    .filter(({ cost }) => cost === fewest)
    .sort((a, b) =>
      Number(b.activity.years.includes(year ?? 0)) - Number(a.activity.years.includes(year ?? 0)) ||
      distance(id, a.activity.id.toLowerCase()) - distance(id, b.activity.id.toLowerCase()) ||
      compareActivityIds(a.activity.id, b.activity.id),
    );
}

interface IdParts {
  readonly letters: string;
  /** Without leading zeros; empty where there is none. */
  readonly number: string;
}

/** `ia_bmh_7`, `BMH 07` or `IABMH7` as `bmh` and `7`. */
function idParts(typed: string): IdParts | undefined {
  const [, letters, number = ''] = /^(?:ia)?[_\s.-]*([a-z]{2,6})[_\s.-]*(\d{1,4})?$/.exec(typed) ?? [];
  return letters === undefined ? undefined : { letters, number: number.replace(/^0+/, '') };
}

function mistakes(typed: IdParts, id: string): number {
  const { letters, number } = partsOfKnown(id);
  const inLetters = mistakesInLetters(typed.letters, letters);
  // Nothing in common is another id, not a mistyped one.
  if (inLetters >= Math.max(typed.letters.length, letters.length)) return Infinity;
  return inLetters + distance(typed.number, number);
}

/** Of the ids of inventories: some hundred. */
const KNOWN_PARTS = new Map<string, IdParts>();

function partsOfKnown(id: string): IdParts {
  let parts = KNOWN_PARTS.get(id);
  if (parts === undefined) {
    const [, letters = '', number = ''] = id.toLowerCase().split('_');
    parts = { letters, number };
    KNOWN_PARTS.set(id, parts);
  }
  return parts;
}

function mistakesInLetters(typed: string, letters: string): number {
  if (typed === letters) return 0;
  if (Math.abs(typed.length - letters.length) > 2) return Infinity;
  const exchanged = typed.length === letters.length && [...typed].sort().join('') === [...letters].sort().join('');
  return exchanged ? 1 : distance(typed, letters);
}

function wholeDistance(typed: string, id: string): number {
  return Math.abs(typed.length - id.length) > 2 ? Infinity : distance(typed, id.toLowerCase());
}
