import type { Analysis } from '../../analysis.ts';
import type { Plan } from '../../plan/model.ts';
import { SHORT_NAME, SHORT_NAME_TO_QUOTE } from '../../plan/format.ts';
import type { Place, Span } from '../../text/span.ts';
import type { MapNode, ValueNode } from '../../yaml/node.ts';
import type { PlanSymbol } from './symbol.ts';

/** A short name where it is written, its quotes included. */
interface WrittenName {
  readonly name: string;
  readonly span: Span;
  readonly declares: boolean;
}

/** The clinician whose short name is written at an offset, in the roster or where an activity names who performed it. */
export function clinicianAt(analysis: Analysis, offset: number): PlanSymbol | undefined {
  // In a file of thousands of plans the names of one are looked for.
  const plan = analysis.plans.findLast((each) => each.plan.span.start <= offset)?.plan;
  const names = plan === undefined ? [] : namesIn(plan, analysis);
  const asked = names.find(({ span }) => span.start <= offset && offset <= span.end);
  if (asked === undefined) return undefined;
  const same = names.filter(({ name }) => name === asked.name);
  const spansOf = (those: readonly WrittenName[]): Span[] => those.map(({ span }) => withoutQuotes(span, analysis.source.text));
  return {
    name: asked.name,
    at: withoutQuotes(asked.span, analysis.source.text),
    declarations: spansOf(same.filter(({ declares }) => declares)),
    uses: spansOf(same.filter(({ declares }) => !declares)),
    refusalOf: (newName) => {
      if (!SHORT_NAME.test(newName)) return 'A short name has letters, digits, “-” and “_”, and begins with a letter.';
      if (SHORT_NAME_TO_QUOTE.test(newName)) return `“${newName}” is no text in YAML; choose another name.`;
      const isTaken = newName !== asked.name && names.some(({ name }) => name === newName);
      return isTaken ? `“${newName}” is somebody’s short name already.` : undefined;
    },
  };
}

/** Every short name of a plan, once for each place where it is written, in the order of the text. */
function namesIn(plan: Plan, analysis: Analysis): readonly WrittenName[] {
  const names = new Map<number, WrittenName>();
  const add = (name: string, place: Place, declares: boolean): void => {
    const span = place.origin ?? place.span;
    if (SHORT_NAME.test(name)) names.set(span.start, names.get(span.start) ?? { name, span, declares });
  };
  const roster = valueAt(plan.root, 'roster');
  if (roster?.kind === 'map') for (const { name, key } of roster.entries) add(name, key, true);
  for (const { node } of plan.activities.value?.value ?? []) {
    const performedBy = valueAt(node, 'performed_by');
    if (performedBy?.kind === 'map') for (const { name, key } of performedBy.entries) add(name, key, false);
    if (performedBy?.kind !== 'list') continue;
    for (const item of performedBy.items) if (item?.kind === 'scalar' && typeof item.value === 'string' && item.dangling !== true) add(item.value, item, false);
  }
  // The second of two equal keys is no entry of its map.
  for (const finding of [...analysis.findings, ...analysis.suppressedFindings]) {
    if (finding.code !== 'duplicate-key') continue;
    const first = finding.related.map(({ span }) => names.get(span.start)).find((name) => name !== undefined);
    if (first !== undefined) add(first.name, finding, first.declares);
  }
  return [...names.values()].sort((a, b) => a.span.start - b.span.start);
}

function valueAt(map: MapNode, key: string): ValueNode | undefined {
  return map.entries.find(({ name }) => name === key)?.value;
}

function withoutQuotes(span: Span, text: string): Span {
  return /^["']/.test(text.slice(span.start, span.end)) ? { start: span.start + 1, end: span.end - 1 } : span;
}
