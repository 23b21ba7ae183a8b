import type { Analysis } from '../analysis.ts';
import type { Finding } from '../findings/finding.ts';
import type { Activity } from '../plan/model.ts';
import { spanContains } from '../text/span.ts';
import type { MapEntry, MapNode } from '../yaml/node.ts';
import { maskTins } from '../text/maskTins.ts';

/**
 * For each finding what stays the same while lines are added, removed or reordered around it: its code, its plan, its
 * activity and the key below which it stands; what is equal in all of these is counted.
 */
export function fingerprints(analysis: Analysis, findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  const activities = analysis.plans.map(({ judgements }) => {
    return judgements.map(({ activity }) => activity).sort((a, b) => a.extent.start - b.extent.start);
  });
  const entriesOf = sortedEntries();
  return findings.map((finding) => {
    const place = [finding.code, ...placeNames(analysis, activities, entriesOf, finding)].map(maskTins).join('/');
    const count = (seen.get(place) ?? 0) + 1;
    seen.set(place, count);
    return `${place}/${count}`;
  });
}

/** @param activities of each plan in the order of the text @param entriesOf those of a map in the order of the text */
function placeNames(
  { plans }: Analysis, activities: readonly (readonly Activity[])[], entriesOf: (map: MapNode) => readonly MapEntry[], { plan: index, span }: Finding,
): string[] {
  const result = index === null ? undefined : plans[index];
  if (index === null || result === undefined) return [];
  const activity = activityAt(activities[index] ?? [], span.start);
  // The key of the map below which the span stands.
  const entries = entriesOf(activity?.node ?? result.plan.root);
  const key = entries[firstAfter(entries, startOfEntry, span.start) - 1];
  return [String(index), activity === undefined ? '' : (activity.id.value?.value ?? 'without-id'), key?.name ?? ''];
}

function activityAt(activities: readonly Activity[], offset: number): Activity | undefined {
  const end = firstAfter(activities, startOfActivity, offset);
  const before = activities[end - 1];
  if (before === undefined || !spanContains(before.extent, offset)) return undefined;
  // Through an alias, several stand in one place.
  return activities[firstAfter(activities, startOfActivity, before.extent.start - 1)];
}

const startOfActivity = ({ extent }: Activity): number => extent.start;
const startOfEntry = ({ key }: MapEntry): number => key.span.start;

/** The index of the first that begins behind an offset. */
function firstAfter<T>(inOrder: readonly T[], startOf: (one: T) => number, offset: number): number {
  let low = 0;
  let high = inOrder.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (startOf(inOrder[middle] as T) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Sorts the entries of each map once: merge keys bring some that stand before others. */
function sortedEntries(): (map: MapNode) => readonly MapEntry[] {
  const known = new Map<MapNode, readonly MapEntry[]>();
  return (map) => {
    let entries = known.get(map);
    if (entries === undefined) {
      entries = map.entries.toSorted((a, b) => startOfEntry(a) - startOfEntry(b));
      known.set(map, entries);
    }
    return entries;
  };
}
