import { fileStyleOf } from '../../edits/fileStyle.ts';
import { insertKey, setEmptyValue } from '../../edits/mapEdits.ts';
import { SHORT_NAME } from '../../plan/format.ts';
import type { Activity } from '../../plan/model.ts';
import type { PlanResult } from '../../score/planResult.ts';
import type { SpanEdit } from '../../text/spanEdit.ts';
import { ownEntry, refactoring, touches, touchesKey, type Refactoring, type RefactoringPlace } from './refactoring.ts';

export const EXTRACT_ROSTER = 'refactor.extract.roster';

/** More clinicians without a name are no help. */
const MOST_PLACEHOLDERS = 20;

/**
 * A roster of the names in `performed_by`. A roster is the whole entity, so the clinicians of `practice.clinicians` whose
 * names stand nowhere get a place in it, too: with fewer, each activity would need fewer of them.
 */
export function extractRoster(place: RefactoringPlace): readonly Refactoring[] {
  const { plan, facts } = place.result;
  const size = facts.clinicians;
  if (facts.level === undefined || facts.level === 'individual' || facts.roster !== undefined || size === undefined) return [];
  if (plan.roster.unreadable !== undefined || !isAsked(place)) return [];
  const names = namesIn(place.result);
  const missing = size - names.length;
  if (names.length === 0 || missing < 0 || missing > MOST_PLACEHOLDERS || !names.every((name) => SHORT_NAME.test(name))) return [];
  const rest = missing === 0 ? '' : `, ${missing} still to be named`;
  const title = `Make a roster of the ${names.length === 1 ? 'name' : `${names.length} names`} used${rest}`;
  return refactoring(title, EXTRACT_ROSTER, [writeRoster(place, names, placeholders(names, missing))]);
}

function isAsked(place: RefactoringPlace): boolean {
  const { plan, judgements } = place.result;
  const own = ownEntry(plan.root, 'activities');
  const roster = ownEntry(plan.root, 'roster');
  if ((own !== undefined && touchesKey(place, own)) || (roster !== undefined && touches(place, roster))) return true;
  return judgements.some(({ activity }) => {
    const entry = ownEntry(activity.node, 'performed_by');
    return entry !== undefined && namesOf(activity).length > 0 && touches(place, entry);
  });
}

function namesOf(activity: Activity): readonly string[] {
  const performedBy = activity.performedBy.value?.value;
  if (performedBy?.kind === 'names') return performedBy.names.map(({ value }) => value);
  return performedBy?.kind === 'periods' ? performedBy.periods.map(({ name }) => name.value) : [];
}

/** In the order of the text. */
function namesIn({ judgements }: PlanResult): readonly string[] {
  return [...new Set(judgements.flatMap(({ activity }) => namesOf(activity)))];
}

function placeholders(names: readonly string[], count: number): readonly string[] {
  const made: string[] = [];
  for (let number = 1; made.length < count; number++) if (!names.includes(`clinician_${number}`)) made.push(`clinician_${number}`);
  return made;
}

function writeRoster({ analysis, result }: RefactoringPlace, names: readonly string[], unnamed: readonly string[]): SpanEdit | undefined {
  const { source } = analysis;
  const { root } = result.plan;
  const style = fileStyleOf(result.plan, source);
  const value = `{ ${[...names, ...unnamed].map((name) => `${name}: {}`).join(', ')} }`;
  const there = root.entries.find(({ name }) => name === 'roster');
  if (there?.key.origin !== undefined) return undefined;
  if (there?.value !== undefined) return there.value.origin === undefined && there.value.kind === 'map' ? { span: there.value.span, newText: value } : undefined;
  if (there !== undefined) return setEmptyValue(source, there, value);
  const step = ' '.repeat(style.step);
  const lines = [...names.map((name) => `${step}${name}:`), ...unnamed.map((name) => `${step}${name}: # to be named`)];
  const activities = root.entries.findIndex(({ name }) => name === 'activities');
  const before = root.entries.slice(0, activities).findLast(({ key }) => key.origin === undefined);
  const edit = insertKey(source, root, { name: 'roster', value, lines }, style, before?.name);
  if (edit === undefined || root.flow) return edit;
  // Where blank lines part the keys, one stands before this key, too.
  const following = source.lineText(source.positionAt(edit.span.start).line + 1);
  return following.trim() === '' && before !== undefined ? { ...edit, newText: style.lineEnd + edit.newText } : edit;
}
