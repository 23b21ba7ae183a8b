import type { FindingCode } from '../../findings/finding.ts';
import type { Inventory, InventoryTexts } from '../../inventory/inventory.ts';
import type { PlanResult } from '../../score/planResult.ts';
import type { MapShapeName } from '../cursor/shapes.ts';
import { code, paragraph, sentences, strong, type Block } from '../markup.ts';
import { describeActivity } from './activity.ts';
import { ruleBehind } from './keys.ts';
import { describePeriod, periodAt } from './periods.ts';
import type { ValueTarget } from './target.ts';
import { describeYear } from './years.ts';

/** Where a value stands and what is known about it there. */
export interface Surroundings {
  readonly plan: PlanResult;
  readonly inventory: Inventory;
  readonly texts: InventoryTexts | undefined;
  /** What findings say at the place already. */
  readonly said: ReadonlySet<FindingCode>;
}

/** What a value means and the rule behind it; what its key means where it needs no words of its own. */
export function describeValue(target: ValueTarget, surroundings: Surroundings): readonly Block[] {
  const { node, shape, activity } = target;
  const { plan, inventory, said } = surroundings;
  const text = node.kind === 'scalar' ? node.source : undefined;
  switch (shape.name) {
    case 'activity.id':
    case 'plan.activities[]':
      return describeId(text ?? activity?.id.value?.value ?? '', target, surroundings);
    case 'plan.performance_year':
      return describeYear(Number(text), inventory);
    case 'submission.mvp':
      return describePathway(text ?? '', surroundings);
    case 'activity.performed_by[]':
      return describeClinician(text ?? '', plan);
    case 'clinician_periods.period':
      return describePeriod(periodAt(node.span, activity), plan, activity, said);
  }
  const { key } = shape;
  if (key === undefined || isProse(target)) return [];
  const name = shape.name.replace('[]', '');
  const choice = key.choices?.find(({ value }) => value === text);
  if (choice !== undefined) return [paragraph(code(choice.value)), paragraph(...sentences(choice.summary)), ...ruleBehind(name, plan, activity, said)];
  const map = name.slice(0, name.indexOf('.')) as MapShapeName;
  // What is written needs no telling how: what follows from it comes first.
  const facts = map === 'period' ? describePeriod(periodAt(node.span, activity), plan, activity, said) : ruleBehind(name, plan, activity, said);
  return [paragraph(code(key.name)), ...facts, paragraph(...sentences(key.summary))];
}

function isProse({ node }: ValueTarget): boolean {
  return node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded');
}

/** An activity in its plan's year; nothing for an id that CMS never had: the finding says that. */
function describeId(id: string, { activity: entry }: ValueTarget, { plan, inventory, texts, said }: Surroundings): readonly Block[] {
  const activity = inventory.activity(id);
  if (activity === undefined) return [];
  const year = plan.facts.year ?? activity.years.at(-1) ?? inventory.years.at(-1) ?? 0;
  // An id of other years keeps the words that it had last, or is going to have first.
  const textYear = activity.years.includes(year) ? year : (activity.years.findLast((each) => each < year) ?? activity.years[0] ?? year);
  return describeActivity({
    activity, year, inventory,
    text: texts?.textOf(id, textYear),
    textYear: textYear === year ? undefined : textYear,
    plan,
    said,
    judgement: plan.judgements.find((judgement) => judgement.activity === entry),
  });
}

function describePathway(id: string, { plan, inventory }: Surroundings): readonly Block[] {
  const mvp = inventory.mvp(id);
  if (mvp === undefined) return [];
  const year = plan.facts.year;
  const first = mvp.years[0] ?? 0;
  const last = mvp.years.at(-1) ?? 0;
  const years = first === last ? `${first}` : `${first}–${last}`;
  const own = year !== undefined && mvp.years.includes(year) ? mvp.activitiesIn(year).size : undefined;
  return [
    paragraph(code(id), ' ', strong(mvp.titleIn(year ?? last))),
    paragraph(own === undefined ? `A MIPS Value Pathway of ${years}.` : `A MIPS Value Pathway of ${years}, with ${own} improvement activities in ${year ?? last}: only these count.`),
  ];
}

/** Who a short name of the roster is. */
export function describeClinician(shortName: string, plan: PlanResult): readonly Block[] {
  const clinician = plan.plan.roster.value?.value.find((each) => each.shortName.value === shortName);
  if (clinician === undefined) return [];
  const name = clinician.name.value?.value;
  return [paragraph(code(shortName), name === undefined ? ' is on the roster.' : ` is ${name}, on the roster.`)];
}
