import type { Analysis } from '../analysis.ts';
import type { Finding } from '../findings/finding.ts';
import { spanContains, type Span } from '../text/span.ts';
import type { MapNode } from '../yaml/node.ts';
import { maskTins } from '../text/maskTins.ts';

/**
 * For each finding what stays the same while lines are added, removed or reordered around it: its code, its plan, its
 * activity and the key below which it stands; what is equal in all of these is counted.
 */
export function fingerprints(analysis: Analysis, findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const place = [finding.code, ...placeNames(analysis, finding)].map(maskTins).join('/');
    const count = (seen.get(place) ?? 0) + 1;
    seen.set(place, count);
    return `${place}/${count}`;
  });
}

function placeNames({ plans }: Analysis, { plan: index, span }: Finding): string[] {
  const result = index === null ? undefined : plans[index];
  if (result === undefined) return [];
  const { plan, judgements } = result;
  const activity = judgements.find((judgement) => spanContains(judgement.activity.extent, span.start))?.activity;
  const key = keyAt(activity?.node ?? plan.root, span);
  return [String(index), activity === undefined ? '' : (activity.id.value?.value ?? 'without-id'), key ?? ''];
}

/** The key of the map below which the span stands. */
function keyAt({ entries }: MapNode, span: Span): string | undefined {
  return entries.findLast((entry) => entry.key.span.start <= span.start)?.name;
}
