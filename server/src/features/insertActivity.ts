import type { Position } from 'vscode-languageserver-types';
import { syntaxErrorIn, type Analysis } from '../analysis.ts';
import { addActivity } from '../findings/planFixes.ts';
import type { InsertActivityParams, InsertActivityResult } from '../protocol/inventory.ts';
import type { PlanResult } from '../score/planResult.ts';
import { newActivity } from './whatIf/newActivity.ts';

/**
 * Writes a whole activity behind those of a plan, in the file's own style. Refused where it would be a mistake: it is
 * there already, CMS does not list it in the plan's year, or what the file says cannot be read as it stands.
 */
export function insertActivity(analysis: Analysis, { id, position }: Omit<InsertActivityParams, 'textDocument'>, version: number): InsertActivityResult {
  const { source, plans } = analysis;
  const fault = syntaxErrorIn(analysis);
  if (fault !== undefined) {
    const place = source.positionAt(fault.span.start);
    return { refusal: `Line ${place.line + 1} cannot be read; correct it first.`, position: place };
  }
  const plan = planAt(plans, position === undefined ? undefined : source.offsetAt(position));
  if (plan === undefined) return { refusal: 'There is no plan in this file yet.', position: null };
  const year = plan.facts.year;
  if (year !== undefined && plan.facts.inventory.activity(id)?.years.includes(year) !== true) {
    return { refusal: `${id} is not in CMS’s inventory of ${year}, the plan’s year.`, position: null };
  }
  const present = plan.judgements.find(({ activity }) => activity.id.value?.value === id);
  if (present !== undefined) return { refusal: `${id} is in the plan already.`, position: source.positionAt(present.activity.place.span.start) };
  const [edit] = addActivity({ plan: plan.plan, source }, newActivity(id, plan), '')[0]?.edits ?? [];
  if (edit === undefined) return { refusal: 'The plan’s activities come from another place in the file; add it there.', position: null };
  return { version, edits: [{ range: source.rangeOf(edit.span), newText: edit.newText }], cursor: firstGap(edit.newText, source.positionAt(edit.span.start)) };
}

function planAt(plans: readonly PlanResult[], offset: number | undefined): PlanResult | undefined {
  return (offset === undefined ? undefined : plans.findLast(({ plan }) => plan.span.start <= offset)) ?? plans[0];
}

/** Behind the first key of the activity that has no value; behind all of it in a line of its own. */
function firstGap(written: string, start: Position): Position {
  const lines = written.split(/\r?\n/);
  const id = lines.findIndex((line) => /(?:^|[\s{-])id: /.test(line));
  const gap = lines.findIndex((line, index) => index > id && line.endsWith(':'));
  const at = gap === -1 ? lines.length - 1 : gap;
  return { line: start.line + at, character: (at === 0 ? start.character : 0) + (lines[at]?.length ?? 0) };
}
