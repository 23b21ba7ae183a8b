import type { Activity } from '../../plan/model.ts';
import type { PlanResult } from '../../score/planResult.ts';
import type { SourceText } from '../../text/sourceText.ts';
import type { Span } from '../../text/span.ts';
import type { ValueNode } from '../../yaml/node.ts';
import { openAt, type Frame } from '../cursor/frames.ts';
import type { MapShape, Shape } from '../cursor/shapes.ts';

/** A key, a single value, or an alias of anything. */
export type HoverTarget = KeyTarget | ValueTarget;

interface CommonTarget {
  readonly span: Span;
  readonly activity: Activity | undefined;
}

export interface KeyTarget extends CommonTarget {
  readonly kind: 'key';
  readonly name: string;
  readonly map: MapShape;
}

export interface ValueTarget extends CommonTarget {
  readonly kind: 'value';
  readonly node: ValueNode;
  readonly shape: Shape;
}

/** The innermost thing of the format that is written at an offset. */
export function targetAt(plan: PlanResult | undefined, offset: number, source: SourceText): HoverTarget | undefined {
  const { frames, text } = openAt(plan?.plan, offset + 1, source, true);
  if (text?.shape !== undefined) {
    const { node, shape, activity } = text;
    return { kind: 'value', span: node.span, node, shape, activity };
  }
  const frame = frames.at(-1);
  if (frame === undefined || text !== undefined) return undefined;
  return keyAt(frame, offset) ?? frames.map((each) => aliasAt(each, offset, plan)).find((target) => target !== undefined);
}

function keyAt({ shape, entry, activity }: Frame, offset: number): KeyTarget | undefined {
  if (entry === undefined || shape?.map === undefined || !isWithin(entry.key.span, offset)) return undefined;
  return { kind: 'key', span: entry.key.span, name: entry.name, map: shape.map, activity };
}

/** An alias stands for what is below its anchor. */
function aliasAt({ node, shape, activity }: Frame, offset: number, plan: PlanResult | undefined): ValueTarget | undefined {
  const values: readonly (readonly [ValueNode | undefined, Shape | undefined])[] = node.kind === 'list'
    ? node.items.map((item) => [item, shape?.item] as const)
    : node.entries.filter(({ key }) => key.origin === undefined).map(({ name, value }) => [value, shape?.map?.valueOf(name)] as const);
  for (const [value, valueShape] of values) {
    if (value?.origin === undefined || valueShape === undefined || !isWithin(value.span, offset)) continue;
    const own = plan?.plan.activities.value?.value.find((each) => each.node === value);
    return { kind: 'value', span: value.span, node: value, shape: valueShape, activity: own ?? activity };
  }
  return undefined;
}

function isWithin({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset < end;
}
