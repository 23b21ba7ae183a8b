import type { Analysis } from '../analysis.ts';
import type { Finding } from '../findings/finding.ts';
import type { Activity } from '../plan/model.ts';
import { spanContains, type Span } from '../text/span.ts';
import type { MapNode } from '../yaml/node.ts';
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
  return findings.map((finding) => {
    const place = [finding.code, ...placeNames(analysis, activities, finding)].map(maskTins).join('/');
    const count = (seen.get(place) ?? 0) + 1;
    seen.set(place, count);
    return `${place}/${count}`;
  });
}

/** @param activities of each plan in the order of the text */
function placeNames({ plans }: Analysis, activities: readonly (readonly Activity[])[], { plan: index, span }: Finding): string[] {
  const result = index === null ? undefined : plans[index];
  if (index === null || result === undefined) return [];
  const activity = activityAt(activities[index] ?? [], span.start);
  const key = keyAt(activity?.node ?? result.plan.root, span);
  return [String(index), activity === undefined ? '' : (activity.id.value?.value ?? 'without-id'), key ?? ''];
}

function activityAt(activities: readonly Activity[], offset: number): Activity | undefined {
  const end = firstAfter(activities, offset);
  const before = activities[end - 1];
  if (before === undefined || !spanContains(before.extent, offset)) return undefined;
  // Through an alias, several stand in one place.
  return activities[firstAfter(activities, before.extent.start - 1)];
}

/** The index of the first activity that begins behind an offset. */
function firstAfter(activities: readonly Activity[], offset: number): number {
  let low = 0;
  let high = activities.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((activities[middle] as Activity).extent.start > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The key of the map below which the span stands. */
function keyAt({ entries }: MapNode, span: Span): string | undefined {
  return entries.findLast((entry) => entry.key.span.start <= span.start)?.name;
}
