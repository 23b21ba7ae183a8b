import { fileStyleOf } from '../edits/fileStyle.ts';
import { wrapInList } from '../edits/listEdits.ts';
import { removeEntry, type NewKey } from '../edits/mapEdits.ts';
import type { ReadingProblem } from '../plan/problem.ts';
import { shorten } from '../text/shorten.ts';
import type { CheckContext } from './check.ts';
import type { Fix } from './finding.ts';
import { writeKey } from './planFixes.ts';

/** What repairs a fault of reading that its reader does not know how to repair: it takes the file's style, or the year. */
export function readingFixes(problem: ReadingProblem, context: CheckContext): readonly Fix[] {
  if (problem.code === 'missing-key') return missingKey(problem, context);
  if (problem.code === 'duplicate-key' && problem.entry !== undefined) {
    const edit = removeEntry(context.source, problem.entry);
    return edit === undefined ? [] : [{ title: `Remove this \`${shorten(problem.entry.name)}\``, edits: [edit], preferred: true }];
  }
  if (problem.onlyItem !== undefined) {
    const edits = wrapInList(context.source, problem.onlyItem, fileStyleOf(context.plan, context.source));
    return edits === undefined ? [] : [{ title: 'Make it a list', edits, preferred: true }];
  }
  return [];
}

function missingKey({ key, map }: ReadingProblem, context: CheckContext): readonly Fix[] {
  const placeholder = key === undefined ? undefined : placeholderOf(key, context);
  if (placeholder === undefined || map === undefined) return [];
  const edit = writeKey(context, map, placeholder, PREDECESSORS[placeholder.name]);
  return edit === undefined ? [] : [{ title: `Add \`${placeholder.name}: ${placeholder.value}\``, edits: [edit] }];
}

/** The key that a new one follows where there is an order that people keep. */
const PREDECESSORS: Readonly<Record<string, string>> = { practice: 'performance_year', submission: 'practice', mvp: 'program' };

/** A value to begin with; the placeholder of an id is one that is reported until it is chosen. */
function placeholderOf(key: string, { facts, context, judgements }: CheckContext): NewKey | undefined {
  switch (key) {
    case 'performance_year':
      return { name: key, value: context.asOf.slice(0, 4) };
    case 'practice':
      return { name: key, value: `{ name: Name of the practice, clinicians: ${fewestClinicians(judgements)} }` };
    case 'submission':
      return { name: key, value: '{ level: group }' };
    case 'activities':
      return { name: key, value: '[]' };
    case 'name':
      return { name: key, value: 'Name of the practice' };
    case 'clinicians':
      return { name: key, value: String(fewestClinicians(judgements)) };
    case 'level':
      return { name: key, value: 'group' };
    case 'mvp':
      return { name: key, value: facts.year === undefined ? 'G0053' : (facts.inventory.mvpsOf(facts.year)[0]?.id ?? 'G0053') };
    case 'id':
      return { name: key, value: 'IA_' };
    default:
      return undefined;
  }
}

/** As many as performed an activity are there at least. */
function fewestClinicians(judgements: CheckContext['judgements']): number {
  return judgements.reduce((most, { participation }) => Math.max(most, participation?.counted ?? 1), 1);
}
