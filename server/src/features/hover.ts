import type { Hover, Position } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { InventoryTexts } from '../inventory/inventory.ts';
import { CATALOGUE } from '../findings/catalogue.ts';
import { FINDING_CODES, type FindingCode } from '../findings/finding.ts';
import type { Span } from '../text/span.ts';
import type { CancellationToken } from './cancellationToken.ts';
import { planAt } from './cursor.ts';
import { describeKey } from './hover/keys.ts';
import { targetAt, type HoverTarget } from './hover/target.ts';
import { describeClinician, describeValue, type Surroundings } from './hover/values.ts';
import { code, paragraph, render, type Block } from './markup.ts';

export interface HoverOptions {
  readonly markdown: boolean;
  /** Undefined while they cannot be had: everything else is shown. */
  readonly texts: InventoryTexts | undefined;
}

/** What stands at a position: keys and values with the rules behind them, activities with all there is to know; undefined elsewhere. */
export function hover(analysis: Analysis, position: Position, options: HoverOptions, token: CancellationToken): Hover | undefined {
  if (token.isCancellationRequested) return undefined;
  const offset = analysis.source.offsetAt(position);
  if (analysis.comments.some(({ start, end }) => start <= offset && offset < end)) return hoverOnSuppression(analysis, offset, options);
  const plan = planAt(analysis, offset);
  const target = targetAt(plan, offset, analysis.source);
  if (plan === undefined || target === undefined) return undefined;
  const said = saidAt(target.span, analysis);
  const blocks = describe(target, { plan, inventory: analysis.context.inventory, texts: options.texts, said });
  return blocks.length === 0 ? undefined : { contents: render(blocks, options.markdown), range: analysis.source.rangeOf(target.span) };
}

/** Editors show the findings of a place together with the hover: what they say is not said twice. */
function saidAt({ start, end }: Span, { findings }: Analysis): ReadonlySet<FindingCode> {
  return new Set(findings.filter(({ span }) => span.start < end && start < span.end).map(({ code }) => code));
}

/** What a code in a comment hides. */
function hoverOnSuppression({ suppressions, source }: Analysis, offset: number, { markdown }: HoverOptions): Hover | undefined {
  const suppression = suppressions.find(({ span }) => span.start <= offset && offset < span.end);
  const known = FINDING_CODES.find((each) => each === suppression?.code);
  if (suppression === undefined || known === undefined) return undefined;
  const where = suppression.line === null ? 'in this file' : 'on one line';
  return { contents: render([paragraph(code(known), ` is hidden ${where}.`), paragraph(CATALOGUE[known].summary)], markdown), range: source.rangeOf(suppression.span) };
}

function describe(target: HoverTarget, surroundings: Surroundings): readonly Block[] {
  if (target.kind === 'value') return describeValue(target, surroundings);
  const { map, name, activity } = target;
  const key = map.keys.find((description) => description.name === name);
  if (key === undefined) return map.keys.length === 0 ? describeClinician(name, surroundings.plan) : [];
  const required = key.required === true ? ' (required)' : '';
  return [paragraph(code(name), required), ...describeKey({ key, map: map.name, plan: surroundings.plan, activity, said: surroundings.said })];
}
