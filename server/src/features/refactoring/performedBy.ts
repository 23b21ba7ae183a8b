import { holdsProperties, replaceValue } from '../../edits/valueEdits.ts';
import type { MapEntry } from '../../yaml/node.ts';
import { MOST_PLACES, ownEntry, refactoring, touches, type Refactoring, type RefactoringPlace } from './refactoring.ts';

export const REWRITE_PERFORMED_BY = 'refactor.rewrite.performedBy';

/**
 * Who performed an activity as a number, as the names behind it, and as `all`.
 *
 * A number becomes names only where it is everyone on the roster: who the nine of twelve were stands nowhere, and names
 * that somebody put there unasked would be attested to CMS. Names become a number only where each of them counts.
 */
export function rewritePerformedBy(place: RefactoringPlace): readonly Refactoring[] {
  const { facts, judgements } = place.result;
  if (facts.level === 'individual') return [];
  const roster = [...(facts.roster ?? [])];
  const touched = judgements.flatMap(({ activity }) => {
    const entry = ownEntry(activity.node, 'performed_by');
    const performedBy = activity.performedBy.value?.value;
    return entry === undefined || performedBy === undefined || !touches(place, entry) ? [] : [{ entry, performedBy }];
  });
  return touched.slice(0, MOST_PLACES).flatMap(({ entry, performedBy }) => {
    const isEveryone = performedBy.kind === 'all' || (performedBy.kind === 'count' && performedBy.count === roster.length);
    if (isEveryone && roster.length > 0) return rewrite(place, entry, roster.length === 1 ? 'Name the clinician of the roster' : `Name all ${roster.length} clinicians of the roster`, `[${roster.join(', ')}]`);
    return performedBy.kind === 'names' ? asNumber(place, entry, performedBy.names.map(({ value }) => value), facts.roster ?? new Set()) : [];
  });
}

function asNumber(place: RefactoringPlace, entry: MapEntry, names: readonly string[], roster: ReadonlySet<string>): readonly Refactoring[] {
  const { value } = entry;
  const isUnknown = (name: string): boolean => roster.size > 0 && !roster.has(name);
  if (value?.kind !== 'list' || value.items.includes(undefined) || names.some(isUnknown)) return [];
  // An anchor within would be lost to the aliases that mean it.
  if (value.origin === undefined && holdsProperties(place.analysis.source, value.span)) return [];
  const everyone = roster.size > 0 && names.length === roster.size;
  return [
    ...rewrite(place, entry, `Write the ${names.length === 1 ? 'name' : `${names.length} names`} as a number`, String(names.length)),
    ...(everyone ? rewrite(place, entry, 'Write the whole roster as `all`', 'all') : []),
  ];
}

function rewrite({ analysis }: RefactoringPlace, entry: MapEntry, title: string, value: string): readonly Refactoring[] {
  return refactoring(title, REWRITE_PERFORMED_BY, replaceValue(analysis.source, entry, value, analysis.comments));
}
