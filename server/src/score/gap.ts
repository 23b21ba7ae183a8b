import { APM_CREDIT_POINTS, MAXIMUM_POINTS } from '../../data/performanceYears.ts';
import type { ActivityWeight, InventoryActivity } from '../inventory/inventory.ts';
import type { Suggestion } from './fileScore.ts';
import type { PlanFacts } from './facts.ts';
import { MEDICAL_HOME_ID, MVP_ACTIVITY_ID, recognizesTooFewSites, type ActivityJudgement } from './judgement.ts';
import { hasApmCredit, mayHaveApmCredit, pointsOf, type Points } from './points.ts';

/** What would close the gap to 40 points. */
export interface GapClosers {
  /** The smallest sets by kind: "2 high", "1 high + 2 medium"; "1 activity" where activities have no weight. */
  readonly ways: readonly string[];
  /** Activities of the year that the plan lacks, the closest to the practice first; ranked when asked for. */
  suggestions(): readonly Suggestion[];
}

const MOST_SUGGESTIONS = 10;

export function closeGap(facts: PlanFacts, judgements: readonly ActivityJudgement[], points: Points): GapClosers {
  if (points.capped >= MAXIMUM_POINTS) return { ways: [], suggestions: () => [] };
  const candidates = candidatesFor(facts, judgements);
  return { ways: waysToClose(facts, judgements, points, candidates), suggestions: () => suggest(facts, judgements, candidates) };
}

/** Activities that could be added and would earn credit. */
export function candidatesFor(facts: PlanFacts, judgements: readonly ActivityJudgement[]): readonly InventoryActivity[] {
  const { year, inventory } = facts;
  if (year === undefined) return [];
  const listed = new Set(judgements.map((judgement) => judgement.activity.id.value?.value));
  const ofMvp = facts.mvp?.activitiesIn(year);
  return inventory.activitiesOf(year).filter((activity) => {
    if (listed.has(activity.id) || activity.suspendedIn(year) !== null) return false;
    if (activity.id === MEDICAL_HOME_ID) return facts.medicalHome !== undefined && !recognizesTooFewSites(facts);
    if (activity.id === MVP_ACTIVITY_ID && facts.program !== 'mvp') return false;
    return ofMvp === undefined || ofMvp.has(activity.id);
  });
}

/** The points of a plan with one more activity that earns credit, of 40. */
export function pointsWith(activity: InventoryActivity, facts: PlanFacts, judgements: readonly ActivityJudgement[], points: Points): number {
  const own = pointsOf(activity.id, activity.weightIn(facts.year as number), facts);
  return Math.min(MAXIMUM_POINTS, points.uncapped + creditOfFirst(facts, judgements) + own);
}

/** The first activity can also bring the APM credit. */
function creditOfFirst(facts: PlanFacts, judgements: readonly ActivityJudgement[]): number {
  const anyCredited = judgements.some((judgement) => judgement.credited);
  return mayHaveApmCredit(facts) && !hasApmCredit(facts, anyCredited) ? APM_CREDIT_POINTS : 0;
}

type Kind = ActivityWeight | 'activity';

function waysToClose(facts: PlanFacts, judgements: readonly ActivityJudgement[], points: Points, candidates: readonly InventoryActivity[]): string[] {
  const needed = MAXIMUM_POINTS - points.uncapped - creditOfFirst(facts, judgements);
  const kinds = kindsOf(facts, candidates);
  const [large, small] = kinds;
  if (large === undefined) return [];
  const ways: string[] = [];
  const mostLarge = Math.max(1, Math.ceil(needed / large.points));
  for (let larges = mostLarge; larges >= 0; larges--) {
    const rest = needed - larges * large.points;
    const smalls = rest <= 0 ? (larges === 0 ? 1 : 0) : small === undefined ? Infinity : Math.ceil(rest / small.points);
    if (smalls === Infinity || larges > large.available || smalls > (small?.available ?? 0)) continue;
    // A set is smallest if it falls short without any one of its activities.
    const slack = larges * large.points + smalls * (small?.points ?? 0) - needed;
    const wasteful = larges + smalls > 1 && ((larges > 0 && slack >= large.points) || (smalls > 0 && slack >= (small?.points ?? Infinity)));
    if (!wasteful) ways.push([inWords(larges, large.kind), inWords(smalls, small?.kind ?? large.kind)].filter((words) => words !== '').join(' + '));
  }
  return ways;
}

interface KindOfActivity {
  readonly kind: Kind;
  readonly points: number;
  readonly available: number;
}

/** What kinds of activity there are to add, the larger first. */
function kindsOf(facts: PlanFacts, candidates: readonly InventoryActivity[]): KindOfActivity[] {
  const counts = new Map<Kind, number>();
  for (const activity of candidates) {
    if (activity.id === MEDICAL_HOME_ID) continue;
    const kind = activity.weightIn(facts.year as number) ?? 'activity';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts]
    .map(([kind, available]) => ({ kind, available, points: pointsOf(undefined, kind === 'activity' ? null : kind, facts) }))
    .filter((kind) => kind.points > 0)
    .sort((a, b) => b.points - a.points);
}

function inWords(count: number, kind: Kind): string {
  if (count === 0) return '';
  if (kind === 'activity') return count === 1 ? '1 activity' : `${count} activities`;
  return `${count} ${kind}`;
}

function suggest(facts: PlanFacts, judgements: readonly ActivityJudgement[], candidates: readonly InventoryActivity[]): Suggestion[] {
  const year = facts.year as number;
  const subcategories = new Map<string | null, number>();
  for (const { listed } of judgements) {
    const subcategory = listed?.subcategoryIn(year) ?? null;
    if (subcategory !== null) subcategories.set(subcategory, (subcategories.get(subcategory) ?? 0) + 1);
  }
  const closeness = (activity: InventoryActivity): number => {
    if (activity.id === MEDICAL_HOME_ID) return Infinity;
    // What the practice does already is near; what may be attested only once in some years is a risk.
    return (subcategories.get(activity.subcategoryIn(year)) ?? 0) - (activity.repeatYearsIn(year) === null ? 0 : 1000);
  };
  // Among equals the inventory's order stays.
  return candidates
    .map((activity): Suggestion & { closeness: number } => ({
      id: activity.id,
      title: activity.titleIn(year),
      weight: activity.weightIn(year),
      points: pointsOf(activity.id, activity.weightIn(year), facts),
      closeness: closeness(activity),
    }))
    .sort((a, b) => compare(b.closeness, a.closeness) || b.points - a.points)
    .slice(0, MOST_SUGGESTIONS)
    .map(({ id, title, weight, points }) => ({ id, title, weight, points }));
}

/** Infinity minus Infinity is no number. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
