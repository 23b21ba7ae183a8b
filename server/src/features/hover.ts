import type { Hover, Position } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { InventoryTexts } from '../inventory/inventory.ts';
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
  if (analysis.comments.some(({ start, end }) => start <= offset && offset < end)) return undefined;
  const plan = planAt(analysis, offset);
  const target = targetAt(plan, offset, analysis.source);
  if (plan === undefined || target === undefined) return undefined;
  const blocks = describe(target, { plan, inventory: analysis.context.inventory, texts: options.texts });
  return blocks.length === 0 ? undefined : { contents: render(blocks, options.markdown), range: analysis.source.rangeOf(target.span) };
}

function describe(target: HoverTarget, surroundings: Surroundings): readonly Block[] {
  if (target.kind === 'value') return describeValue(target, surroundings);
  const { map, name, activity } = target;
  const key = map.keys.find((description) => description.name === name);
  if (key === undefined) return map.keys.length === 0 ? describeClinician(name, surroundings.plan) : [];
  const required = key.required === true ? ' (required)' : '';
  return [paragraph(code(name), required), ...describeKey({ key, map: map.name, plan: surroundings.plan, activity })];
}
